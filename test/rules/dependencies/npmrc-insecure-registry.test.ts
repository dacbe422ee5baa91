import { npmrcInsecureRegistry } from '../../../server/src/rules/dependencies/npmrc-insecure-registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (host: string): string =>
  `The registry ${host} is reached over plain HTTP, where anyone on the way can replace packages and read tokens. Use HTTPS.`;

testRule(npmrcInsecureRegistry, {
  clean: [
    { path: '.npmrc', code: 'registry=https://npm.corp.example/\nproxy=http://proxy.example:3128\n' },
    {
      path: '.npmrc',
      code: '; registry=http://npm.corp.example/\nregistry=http://localhost:4873/\n@a:registry=http://127.0.0.1:4873\n',
    },
    { path: '.npmrc', code: 'registry=${NPM_REGISTRY}\n@b:registry=http://${HOST}/\n' },
    { path: '.yarnrc.yml', code: 'npmRegistryServer: http://npm.corp.example\n' },
    '{"name":"x","publishConfig":{"registry":"https://npm.corp.example/"},"homepage":"http://h.example"}',
  ],
  caught: [
    {
      path: '.npmrc',
      code: 'registry=⟦http⟧://npm.corp.example/\n',
      says: says('npm.corp.example'),
      fixed: 'registry=https://npm.corp.example/\n',
    },
    {
      path: '.npmrc',
      code: '@corp:registry = "⟦http⟧://npm.corp.example:8081/x/" ; c\n',
      says: says('npm.corp.example:8081'),
      fixed: '@corp:registry = "https://npm.corp.example:8081/x/" ; c\n',
    },
    {
      path: '.yarnrc',
      code: 'registry "⟦http⟧://npm.corp.example"\n"@a:registry" ⟦http⟧://a.example\n',
      says: [says('npm.corp.example'), says('a.example')],
      fixed: 'registry "https://npm.corp.example"\n"@a:registry" https://a.example\n',
    },
    {
      path: 'bunfig.toml',
      code: '[install]\nregistry = "⟦http⟧://npm.corp.example"\n[install.scopes]\na = { url = "⟦http⟧://a.example", token = "$T" }\n',
      says: [says('npm.corp.example'), says('a.example')],
      fixed:
        '[install]\nregistry = "https://npm.corp.example"\n[install.scopes]\na = { url = "https://a.example", token = "$T" }\n',
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'registries:\n  default: ⟦http⟧://npm.corp.example/\n',
      says: says('npm.corp.example'),
      fixed: 'registries:\n  default: https://npm.corp.example/\n',
    },
    {
      code: '{"publishConfig":{"registry":"⟦http⟧://npm.corp.example/","@a:registry":"⟦http⟧://a.example"}}',
      says: [says('npm.corp.example'), says('a.example')],
      fixed: '{"publishConfig":{"registry":"https://npm.corp.example/","@a:registry":"https://a.example"}}',
    },
  ],
});
