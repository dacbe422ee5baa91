import { secretInEnvOrArg } from '../../../server/src/rules/dockerfile/secret-in-env-or-arg.ts';
import { testRule } from '../../support/rule-tester.ts';

const env = (name: string): string => `${name} is kept in the image, where everyone who can pull it can read it.`;
const arg = (name: string): string =>
  `${name} is kept in the history of the image. Pass it with \`RUN --mount=type=secret\` instead.`;

const HARMLESS = [
  'GOPRIVATE=example.com/x',
  'AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/token',
  'TRAVIS_OS_NAME=linux',
  'FACEBOOK_APP_ID=1234',
  'USERNAME=app',
  'PUBLIC_KEY=abc',
  'TOKEN_VERSION=2',
  'KMS_KEY_ALIAS=alias/x',
  'DB_PASSWORD_FILE=/run/secrets/db',
  'SECRET_PATH=/run/x',
  'MYSQL_ALLOW_EMPTY_PASSWORD=yes',
  'PASSWORD_PROMPT=no',
  'SECRET_KEY_ENABLED=1',
  'TOKEN_URL=https://example.com/token',
  'OLD_PWD=/x',
  'KEY=value',
  'KEYBOARD=us',
  'BYPASS=1',
  'TOKENIZERS_PARALLELISM=1',
  'DB_PASSWORD=/run/secrets/db',
  'USE_TOKEN=true',
  'API_TOKEN=""',
];

testRule(secretInEnvOrArg, {
  clean: [
    ...HARMLESS.map((pair) => `FROM a:1\nENV ${pair}\n`),
    'ARG NPM_TOKEN\nFROM a:1\nRUN x\n',
    'FROM a:1\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci\n',
    'FROM a:1\nLABEL password=x\n',
    'FROM a:1\nENV API_KEY=${API_KEY}\n',
    'FROM a:1\nENV API_KEY="$API_KEY"\n',
    'ARG KEY_OF_API=x\nFROM a:1\nENV API_KEY=$KEY_OF_API\n',
    'FROM a:1 AS x\nARG KEY_OF_API=x\nFROM a:1\nENV API_KEY=$KEY_OF_API$OTHER\n',
    'FROM a:1\nENV DB_PASSWORD=vault:secret/data/x#y\n',
    'FROM a:1\nENV DB_PASSWORD=op://vault/item/password\n',
    'FROM {{ image }}\nENV PASSWORD=x\n',
    'FROM a:1\nCOPY <<EOF /x\nENV PASSWORD=hunter2\nEOF\n',
  ],
  caught: [
    { code: 'FROM a:1\nENV ⟦DB_PASSWORD⟧=hunter2\nCMD ["x"]\n', says: env('DB_PASSWORD'), fixed: 'FROM a:1\nCMD ["x"]\n' },
    { code: 'FROM a:1\nENV A=b ⟦API_KEY⟧="s3 cret" C=d\n', says: env('API_KEY'), fixed: 'FROM a:1\nENV A=b C=d\n' },
    { code: 'from a:1\nenv ⟦dbPassword⟧ hunter2', says: env('dbPassword'), fixed: 'from a:1\n' },
    {
      code: 'FROM a:1\nENV A=b \\\n    ⟦DB_PASS⟧=hunter2 \\\n    # the mode\n    C=d\n',
      says: env('DB_PASS'),
      fixed: 'FROM a:1\nENV A=b \\\n    # the mode\n    C=d\n',
    },
    {
      code: 'FROM a:1\nENV A=b \\\n    # the database\n    ⟦DB_PASS⟧=hunter2 \\\n    C=d\n',
      says: env('DB_PASS'),
      fixed: 'FROM a:1\nENV A=b \\\n    # the database\n    C=d\n',
    },
    {
      code: 'FROM a:1\nENV A=b \\\n    # the database\n    ⟦DB_PASS⟧=hunter2\nUSER x\n',
      says: env('DB_PASS'),
      fixed: 'FROM a:1\nENV A=b\n    # the database\nUSER x\n',
    },
    {
      code: 'FROM a:1\nARG ⟦DB_PASSWORD⟧\nRUN ./x $DB_PASSWORD\nARG ⟦DB_PASSWORD⟧\nRUN ./y $DB_PASSWORD\n',
      says: [arg('DB_PASSWORD'), arg('DB_PASSWORD')],
      severity: 'medium',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=db_password,env=DB_PASSWORD ./x $DB_PASSWORD\nRUN --mount=type=secret,id=db_password,env=DB_PASSWORD ./y $DB_PASSWORD\n',
    },
    {
      code: '# syntax=docker/dockerfile:1.4\nFROM a:1\nARG ⟦API_TOKEN⟧\nRUN ./x $API_TOKEN\n',
      says: arg('API_TOKEN'),
      severity: 'medium',
    },
    {
      code: 'FROM a:1\nENV ⟦DB_PASS⟧=hunter2 \\\n    # the mode\n    C=d\n',
      says: env('DB_PASS'),
      fixed: 'FROM a:1\nENV \\\n    # the mode\n    C=d\n',
    },
    {
      code: 'FROM a:1\nENV \\\n    # the database\n    ⟦DB_PASS⟧=hunter2\n',
      says: env('DB_PASS'),
      fixed: 'FROM a:1\n    # the database\n',
    },
    {
      code: 'FROM a:1\nARG ⟦NPM_TOKEN⟧\nRUN echo "//x/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci\n',
      says: arg('NPM_TOKEN'),
      severity: 'medium',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN echo "//x/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci\n',
    },
    {
      code: 'FROM a:1 AS x\nARG ⟦NPM_TOKEN⟧\nENV ⟦NPM_TOKEN⟧=$NPM_TOKEN\nRUN --network=default use $NPM_TOKEN\nFROM a:1\n',
      says: [arg('NPM_TOKEN'), env('NPM_TOKEN')],
      severity: 'low',
      firstFixOnly: true,
      fixed: 'FROM a:1 AS x\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN --network=default use $NPM_TOKEN\nFROM a:1\n',
    },
    {
      code: 'FROM a:1\nRUN x\nARG ⟦NPM_TOKEN⟧\n',
      says: 'NPM_TOKEN is an argument of the build, and what a build is given is recorded with the image. Pass it with `RUN --mount=type=secret` instead.',
      severity: 'low',
    },
    { code: 'FROM a:1\nARG ⟦GITHUB_TOKEN⟧\nRUN npm ci\n', says: arg('GITHUB_TOKEN'), severity: 'low' },
    {
      code: 'FROM a:1 AS build\nARG ⟦SIGNING_KEY⟧\nRUN sign $SIGNING_KEY\nFROM a:1\nCOPY --from=build /x /x\n',
      says: arg('SIGNING_KEY'),
      severity: 'low',
      fixed:
        'FROM a:1 AS build\nRUN --mount=type=secret,id=signing_key,env=SIGNING_KEY sign $SIGNING_KEY\nFROM a:1\nCOPY --from=build /x /x\n',
    },
    { code: 'FROM a:1\nENV ⟦ADMIN_PASSWORD⟧=changeme\n', says: env('ADMIN_PASSWORD'), severity: 'medium', fixed: 'FROM a:1\n' },
    { code: 'FROM a:1\nARG ⟦AUTH_TOKEN⟧=abc\nENV AUTH=Bearer-$AUTH_TOKEN\n', says: arg('AUTH_TOKEN') },
    { code: 'ARG ⟦DB_PASSWORD⟧=hunter2\nFROM a:1\n', says: arg('DB_PASSWORD') },
    { code: 'FROM a:1\nARG KEY_OF_API\nENV ⟦API_KEY⟧=$KEY_OF_API\n', says: env('API_KEY'), fixed: 'FROM a:1\nARG KEY_OF_API\n' },
    { code: 'FROM a:1\nENV ⟦API_KEY⟧=s3cret$UNDECLARED\n', says: env('API_KEY'), fixed: 'FROM a:1\n' },
    { code: 'FROM a:1\nENV ⟦RAILS_MASTER_KEY⟧=hunter2\n', says: env('RAILS_MASTER_KEY'), fixed: 'FROM a:1\n' },
    { code: 'FROM a:1\nENV ⟦SECRET_KEY_BASE⟧=hunter2\n', says: env('SECRET_KEY_BASE'), fixed: 'FROM a:1\n' },
    { code: 'FROM a:1\nENV ⟦DB_PASSWORD_PROD⟧=hunter2\n', says: env('DB_PASSWORD_PROD'), fixed: 'FROM a:1\n' },
    { code: 'FROM a:1\nONBUILD ENV ⟦DB_PASSWORD⟧=hunter2\n', says: env('DB_PASSWORD') },
  ],
});
