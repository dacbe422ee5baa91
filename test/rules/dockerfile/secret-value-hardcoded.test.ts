import { secretValueHardcoded } from '../../../server/src/rules/dockerfile/secret-value-hardcoded.ts';
import { testRule } from '../../support/rule-tester.ts';

const form = (what: string): string =>
  `This is ${what}, and everyone who can read this file or pull the image has it. Revoke it.`;
const value = (name: string): string =>
  `The value of ${name} looks like a real credential, and everyone who can read this file or pull the image has it. Revoke it.`;

// Put together here, so that no scanner takes this file for a leak.
const GITHUB = ['gh', 'p_', 'q7Rt2Vx9Lm4Ks8Wd3Zf6', 'Hy1Nc5Bg0JpAeUi3'].join('');
const AWS = ['AK', 'IA', 'Q7RT2VX5LM4KS6WD'].join('');
const NPM = ['np', 'm_', 'q7Rt2Vx9Lm4Ks8Wd3Zf6', 'Hy1Nc5Bg0JpAeUi2'].join('');
const RANDOM = ['q7Rt2Vx9Lm4Ks8', 'Wd3Zf6Hy1Nc5Bg0'].join('');
const LONG = RANDOM.repeat(3).slice(0, 86);
const AZURE = [LONG, '=='].join('');
const EMULATOR = ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6', 'IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='].join('');
const SLACK = ['https://hooks.slack', '.com/services/T02Q7RT2V/B04LM4KS8/', RANDOM.slice(0, 24)].join('');
const VAULT = ['hv', 's.', RANDOM].join('');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => [part({ alg: 'HS256', typ: 'JWT' }), part(claims), LONG.slice(0, 43)].join('.');
const PEM = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');

testRule(secretValueHardcoded, {
  clean: [
    'FROM a:1\nENV DB_PASSWORD=hunter2\n',
    'FROM a:1\nENV GITHUB_TOKEN=$TOKEN\n',
    'FROM a:1\nENV AWS_ACCESS_KEY_ID=' + ['AK', 'IAIOSFODNN7EXAMPLE'].join('') + '\n',
    'FROM a:1\nENV COMMIT=9fceb02d0ae598e95dc970b74767f19372d61af8\n',
    'FROM a:1\nENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305\n',
    'FROM a:1\nRUN git clone https://$USER:$TOKEN@example.com/x\n',
    'FROM a:1\nRUN git clone https://user:${TOKEN}@example.com/x\n',
    'FROM a:1\nENV URL=postgres://user:password@db/x\n',
    'FROM a:1\nRUN echo ssh://git@example.com:22/x\n',
    'FROM a@sha256:e83913597ca9deb9d699316a9a9d806c2a87ed61195ac66ae0a8ac55089a84b9\n',
    `FROM a:1\n# ${GITHUB}\nRUN x\n`,
    'FROM a:1\nENV API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n',
    'FROM {{ image }}\nENV API_KEY=' + RANDOM + '\n',
    // Default logins of products.
    'FROM a:1\nENV AMQP=amqp://guest:guest@rabbitmq:5672 DATABASE_URL=postgres://postgres:postgres@db/x\n',
    'FROM a:1\nENV URL=mysql://user:pass@db/x\n',
    `FROM a:1\nENV C=AccountKey=${EMULATOR}\n`,
    `FROM a:1\nENV T=${jwt({ role: 'anon', iss: 'supabase' })}\n`,
  ],
  caught: [
    { code: `FROM a:1\nENV GITHUB_TOKEN=⟦${GITHUB}⟧\n`, says: form('a GitHub token'), fixed: 'FROM a:1\n' },
    { code: `from a:1\nenv A=b KEY="⟦${AWS}⟧"`, says: form('an AWS access key') },
    {
      code: `FROM a:1\nARG NPM_TOKEN=⟦${NPM}⟧\nRUN npm config set x $NPM_TOKEN\n`,
      says: form('an npm token'),
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set x $NPM_TOKEN\n',
    },
    {
      code: `FROM a:1\nRUN curl -H "Authorization: token ⟦${GITHUB}⟧" \\\n  https://example.com\n`,
      says: form('a GitHub token'),
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=github_token,env=GITHUB_TOKEN curl -H "Authorization: token ${GITHUB_TOKEN}" \\\n  https://example.com\n',
    },
    { code: `FROM a:1\nRUN curl -H 'Authorization: token ⟦${GITHUB}⟧' https://example.com\n`, says: form('a GitHub token') },
    { code: 'FROM a:1\nRUN git clone https://bot:⟦q7Rt2Vx9⟧@example.com/x\n', says: form('a password in a URL') },
    { code: `FROM a:1\nCOPY <<EOF /root/key\n⟦${PEM}⟧\nabc\nEOF\n`, says: form('a private key') },
    { code: `FROM a:1\nLABEL token=⟦${GITHUB}⟧\n`, says: form('a GitHub token') },
    { code: `FROM a:1\nENV SECRET_KEY=⟦"${RANDOM}"⟧\nCMD ["x"]\n`, says: value('SECRET_KEY'), fixed: 'FROM a:1\nCMD ["x"]\n' },
    { code: `FROM a:1\nENV A=b \\\n  API_KEY=⟦${RANDOM}⟧\n`, says: value('API_KEY'), fixed: 'FROM a:1\nENV A=b\n' },
    { code: `FROM a:1\nENV HOOK=⟦${SLACK}⟧\n`, says: form('a Slack webhook') },
    { code: `FROM a:1\nENV C="AccountName=a;AccountKey=⟦${AZURE}⟧;X=y"\n`, says: form('an Azure storage key') },
    { code: `FROM a:1\nENV V=⟦${VAULT}⟧\n`, says: form('a Vault token') },
    { code: `FROM a:1\nENV J=⟦${jwt({ sub: 'robot-7', aud: 'prod' })}⟧\n`, says: form('a signed token') },
  ],
});
