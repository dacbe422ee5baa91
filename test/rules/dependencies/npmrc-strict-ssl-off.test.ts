import { npmrcStrictSslOff } from '../../../server/src/rules/dependencies/npmrc-strict-ssl-off.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (key: string): string =>
  `\`${key}\` is off, so any server can pretend to be the registry. Turn it on and name the certificate authority in \`cafile\` if it is your own.`;

testRule(npmrcStrictSslOff, {
  clean: [
    { path: '.npmrc', code: 'strict-ssl=true\n# strict-ssl=false\n' },
    { path: '.npmrc', code: 'strict-ssl=${STRICT}\nstrict-peer-deps=false\n' },
    { path: '.yarnrc.yml', code: 'enableStrictSsl: false\n' },
    '{"config":{"strict-ssl":false}}',
  ],
  caught: [
    { path: '.npmrc', code: 'strict-ssl=⟦false⟧\n', says: says('strict-ssl'), fixed: 'strict-ssl=true\n' },
    {
      path: '.npmrc',
      code: 'a=b\nstrict-ssl = "⟦false⟧" # proxy\n',
      says: says('strict-ssl'),
      fixed: 'a=b\nstrict-ssl = "true" # proxy\n',
    },
    { path: '.yarnrc', code: 'strict-ssl ⟦false⟧\n', says: says('strict-ssl'), fixed: 'strict-ssl true\n' },
    { path: 'pnpm-workspace.yaml', code: 'strictSsl: ⟦false⟧\n', says: says('strictSsl'), fixed: 'strictSsl: true\n' },
    {
      code: '{"publishConfig":{"strict-ssl":⟦false⟧}}',
      says: says('strict-ssl'),
      fixed: '{"publishConfig":{"strict-ssl":true}}',
    },
  ],
});
