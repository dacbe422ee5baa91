import { yarnrcUnsafeHttp } from '../../../server/src/rules/dependencies/yarnrc-unsafe-http.ts';
import { testRule } from '../../support/rule-tester.ts';

const allowed = (host: string): string =>
  `Plain HTTP is allowed for ${host}, where anyone on the way can replace packages. Use HTTPS and remove it from the list.`;
const http = (host: string): string =>
  `The registry ${host} is reached over plain HTTP, where anyone on the way can replace packages and read tokens. Use HTTPS.`;

testRule(yarnrcUnsafeHttp, {
  clean: [
    { path: '.yarnrc.yml', code: 'unsafeHttpWhitelist: []\nenableStrictSsl: true\n' },
    {
      path: '.yarnrc.yml',
      code: 'unsafeHttpWhitelist:\n  - localhost\n  - 127.0.0.1\nnpmRegistryServer: http://localhost:4873\n',
    },
    { path: '.yarnrc.yml', code: '# enableStrictSsl: false\nhttpProxy: http://proxy.example:3128\n' },
    { path: '.npmrc', code: 'registry=http://npm.corp.example\n' },
  ],
  caught: [
    { path: '.yarnrc.yml', code: 'unsafeHttpWhitelist:\n  - ⟦npm.corp.example⟧\n', says: allowed('npm.corp.example'), fixed: '' },
    {
      path: '.yarnrc.yml',
      code: 'unsafeHttpWhitelist:\n  - localhost\n  - "⟦*.corp.example⟧"\nx: 1\n',
      says: allowed('*.corp.example'),
      fixed: 'unsafeHttpWhitelist:\n  - localhost\nx: 1\n',
    },
    { path: '.yarnrc.yml', code: 'unsafeHttpWhitelist: ["⟦*⟧"]\nx: 1\n', says: allowed('*'), fixed: 'x: 1\n' },
    {
      path: '.yarnrc.yml',
      code: 'enableStrictSsl: ⟦false⟧ # proxy\n',
      says: '`enableStrictSsl` is off, so any server can pretend to be the registry. Turn it on and use `httpsCaFilePath` for your own authority.',
      fixed: 'enableStrictSsl: true # proxy\n',
    },
    {
      path: '.yarnrc.yml',
      code: 'npmRegistryServer: "⟦http⟧://npm.corp.example"\nnpmScopes:\n  a:\n    npmRegistryServer: ⟦http⟧://a.example\n',
      says: [http('npm.corp.example'), http('a.example')],
      fixed: 'npmRegistryServer: "https://npm.corp.example"\nnpmScopes:\n  a:\n    npmRegistryServer: https://a.example\n',
    },
  ],
});
