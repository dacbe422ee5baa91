import { secretFileCopied } from '../../../server/src/rules/dockerfile/secret-file-copied.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (path: string, label: string): string =>
  `"${path}" looks like ${label}, and a copy of it stays in the image for everyone who can pull it. Mount it with \`RUN --mount=type=secret\` instead.`;

testRule(secretFileCopied, {
  clean: [
    'FROM a:1\nCOPY .env.example .env.sample .env.template .env.test ./\n',
    'FROM a:1\nCOPY cert.pem ca.pem fullchain.pem rds-combined-ca-bundle.pem dhparam.pem public.pem /etc/ssl/\n',
    'FROM a:1\nCOPY id_rsa.pub known_hosts /root/.ssh/\n',
    'FROM a:1\nADD docker.gpg.key /tmp/\nCOPY vendor.key /etc/apt/keyrings/vendor.key\n',
    'FROM a:1\nCOPY key.go keyboard.json environment.ts env.js /app/\n',
    'FROM a:1\nCOPY <<EOF /app/.env\nA=b\nEOF\n',
    'FROM a:1\nCOPY $SECRET /app/\n',
    'FROM a:1\nCOPY gcp_envoy_bootstrap.json google-config.json gcp-settings.json /app/\n',
    {
      code: 'FROM a:1\nCOPY .npmrc ./\n',
      files: { '.npmrc': 'registry=https://npm.corp.example/\nsave-exact=true\n' },
      beside: [],
    },
    {
      code: 'FROM a:1\nCOPY .npmrc ./\n',
      files: { '.npmrc': '//npm.corp.example/:_authToken=${NPM_TOKEN}\n' },
      beside: [],
    },
    { code: 'FROM a:1\nCOPY .env ./\n', files: { '.dockerignore': '.env\n' }, beside: ['.env'] },
    {
      code: 'FROM a:1\nCOPY . .\n',
      files: { '.dockerignore': '**/.env*\n*.pem\n' },
      beside: ['.env', 'api/.env.local', 'server.pem'],
    },
    // Keys of tests, of packages and of samples are no secret.
    { code: 'FROM a:1\nCOPY . .\n', beside: ['test/fixtures/server.key', 'node_modules/', 'vendor/a/id_rsa', 'examples/.env'] },
    { code: 'FROM a:1\nCOPY src /src\n', beside: ['src/a.js', '.env', 'deploy/id_rsa'] },
    // The files are not known.
    'FROM a:1\nCOPY . .\n',
    'FROM a:1\nCOPY pubkey.pem nginx_signing.key public_key.pem release-key.asc /app/\n',
    'FROM a:1\nCOPY settings.xml terraform.tfvars.example /app/\n',
  ],
  caught: [
    {
      code: 'FROM node:24-slim\nWORKDIR /app\nCOPY ⟦.npmrc⟧ package.json ./\nRUN npm ci\n',
      says: says('.npmrc', 'npm settings'),
      fixed:
        'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci\n',
    },
    {
      code: 'FROM a:1\nCOPY ⟦gcp-key.json⟧ ⟦google_credentials.json⟧ ⟦service-account-prod.json⟧ /app/\n',
      says: ['gcp-key.json', 'google_credentials.json', 'service-account-prod.json'].map((one) => says(one, 'credentials')),
    },
    {
      code: 'FROM a:1\nCOPY ⟦wallet/cwallet.ss[o]⟧ /app/\n',
      says: says('wallet/cwallet.ss[o]', 'an Oracle wallet'),
    },
    { code: 'FROM a:1\nCOPY ⟦.env⟧ /app/.env\n', says: says('.env', 'environment variables') },
    { code: 'FROM a:1\nADD [⟦".env.production"⟧, "/app/"]\n', says: says('.env.production', 'environment variables') },
    {
      code: 'FROM a:1\nCOPY ⟦./ssh/id_ed25519⟧ /root/.ssh/id_ed25519\nRUN git clone git@git.example:a/b.git\nRUN rm -f /root/.ssh/id_ed25519\n',
      says: says('ssh/id_ed25519', 'an SSH key'),
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=id_ed25519,target=/root/.ssh/id_ed25519 git clone git@git.example:a/b.git\n',
    },
    // Of a RUN that also does something else it is not clear what is left, so there is no fix.
    {
      code: 'FROM a:1\nWORKDIR /app\nCOPY ⟦.npmrc⟧ .\nRUN npm ci && rm .npmrc\n',
      says: says('.npmrc', 'npm settings'),
    },
    { code: 'FROM a:1\nONBUILD COPY ⟦.netrc⟧ /root/\n', says: says('.netrc', 'logins') },
    {
      code: 'FROM a:1\nCOPY ⟦*.pem⟧ ⟦server.key⟧ ⟦client.p12⟧ /etc/ssl/\n',
      says: ['*.pem', 'server.key', 'client.p12'].map((one) => says(one, 'a private key')),
    },
    {
      code: 'FROM a:1 AS build\nCOPY ⟦id_rsa⟧ /root/.ssh/\nFROM a:1\nCOPY --from=build /app /app\n',
      severity: 'medium',
      says: says('id_rsa', 'an SSH key'),
    },
    {
      code: 'FROM a:1 AS build\nRUN true\nFROM a:1\nCOPY --from=build ⟦/root/.aws/credentials⟧ /root/.aws/\n',
      says: says('/root/.aws/credentials', 'AWS credentials'),
    },
    {
      code: 'FROM a:1\nCOPY ⟦.npmrc⟧ /root/\n',
      files: { '.npmrc': '//npm.corp.example/:_authToken=0123456789abcdef\n' },
      beside: [],
      says: says('.npmrc', 'npm settings'),
    },
    {
      code: 'FROM a:1\nCOPY ⟦.⟧ .\n',
      files: { '.dockerignore': 'dist\n' },
      beside: ['.env', 'api/.env.local', 'tls/server.key', 'a/id_rsa', 'src/a.js'],
      says: 'This also copies .env, a/id_rsa, api/.env.local and 1 more into the image. Add such files to .dockerignore.',
      others: { '.dockerignore': 'dist\n.env\na/id_rsa\napi/.env.local\ntls/server.key\n' },
    },
    {
      code: 'FROM a:1\nCOPY ⟦api⟧ /api\n',
      beside: ['api/.env', '.env'],
      says: 'This also copies api/.env into the image. Add such files to .dockerignore.',
      others: { '.dockerignore': 'api/.env\n' },
    },
    { code: 'FROM a:1\nCOPY ⟦private_signing_key.pem⟧ /app/\n', says: says('private_signing_key.pem', 'a private key') },
    { code: 'FROM a:1\nCOPY ⟦.m2/settings.xml⟧ /root/.m2/\n', says: says('.m2/settings.xml', 'Maven settings') },
    {
      code: 'FROM a:1\nCOPY ⟦terraform.tfvars⟧ ⟦.vault-token⟧ ⟦.s3cfg⟧ ⟦.boto⟧ ⟦.config/gcloud⟧ /root/\n',
      says: [
        says('terraform.tfvars', 'Terraform variables'),
        says('.vault-token', 'a Vault token'),
        says('.s3cfg', 'S3 credentials'),
        says('.boto', 'Google Cloud credentials'),
        says('.config/gcloud', 'Google Cloud credentials'),
      ],
    },
  ],
});
