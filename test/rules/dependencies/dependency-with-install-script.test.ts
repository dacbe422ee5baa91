import { dependencyWithInstallScript } from '../../../server/src/rules/dependencies/dependency-with-install-script.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const lock =
  '{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"^1"}},"node_modules/a":{"version":"1.0.0","hasInstallScript":true},"node_modules/b":{"version":"1.0.0"}}}';
const marked = lock.replace('node_modules/a', '⟦node_modules/a⟧');
const direct =
  'a 1.0.0 runs a script of its own while it is installed. Make sure that it is needed, or turn install scripts off.';
const transitive =
  'b 2.0.0, which another package brings in, runs a script of its own while it is installed. Make sure that it is needed, or turn install scripts off.';
const pnpm =
  "lockfileVersion: '6.0'\n\ndependencies:\n  a:\n    specifier: ^1\n    version: 1.0.0\n\npackages:\n\n  /⟦a⟧@1.0.0:\n    resolution: {integrity: sha512-aa==}\n    requiresBuild: true\n";
const plain = pnpm.replaceAll(/[⟦⟧]/g, '');

const known = registry({ a: { versions: { '1.0.0': { hasInstallScript: true }, '1.1.0': {} } } });
const asks = { 'package.json': '{"name":"app","dependencies":{"a":"^1"}}' };
const yarn = (version = '1.0.0'): string => `⟦a⟧@^1:\n  version "${version}"\n  resolved "https://r.example/a.tgz"\n`;
const unmarked = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');
const v1 = '{"name":"app","lockfileVersion":1,"dependencies":{"⟦a⟧":{"version":"1.0.0"}}}';
const pnpm9 =
  "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n        version: 1.0.0\n\npackages:\n\n  ⟦a⟧@1.0.0:\n    resolution: {integrity: sha512-aa==}\n\nsnapshots:\n\n  a@1.0.0: {}\n";
const withManager = (manager: string) => ({
  'package.json': `{"name":"app","packageManager":"${manager}","dependencies":{"a":"^1"}}`,
});
const registered = direct.replace('installed.', 'installed (npm.example).');

testRule(dependencyWithInstallScript, {
  clean: [
    // Decided about: in npm's own table, and in that of LavaMoat.
    { path, code: lock, files: { 'package.json': '{"allowScripts":{"a":true}}' } },
    { path, code: lock, files: { 'package.json': '{"allowScripts":{"a@1.0.0":false}}' } },
    { path, code: lock, files: { 'package.json': '{"lavamoat":{"allowScripts":{"$root$":true,"x>a":false}}}' } },
    { path, code: lock, files: { '.npmrc': 'strict-allow-scripts=true\n' } },
    { path, code: lock, files: withManager('npm@12.1.0') },
    { path: 'yarn.lock', code: unmarked(yarn()), files: asks },
    { path: 'yarn.lock', code: unmarked(yarn('1.1.0')), files: asks, registry: known },
    { path: 'yarn.lock', code: unmarked(yarn()), files: { ...asks, '.yarnrc.yml': 'enableScripts: false\n' }, registry: known },
    { path, code: lock.replace('true', 'false'), files: asks, registry: known },
    { path: 'pnpm-lock.yaml', code: unmarked(pnpm9), files: asks, registry: known },
    { path: 'pnpm-lock.yaml', code: unmarked(pnpm9), files: withManager('pnpm@10.2.0'), registry: known },
    { path, code: lock.replace('true', 'false') },
    { path, code: lock, files: { '.npmrc': 'ignore-scripts=true\n' } },
    { path: 'web/package-lock.json', code: lock, files: { '.npmrc': 'ignore-scripts=true\n' } },
    { path, code: '{"packages":{"":{"hasInstallScript":true}}}' },
    { path: 'pnpm-lock.yaml', code: plain, files: { 'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - a\n' } },
    { path: 'pnpm-lock.yaml', code: plain, files: { 'pnpm-workspace.yaml': 'allowBuilds:\n  a: true\n' } },
  ],
  caught: [
    {
      path,
      code: marked,
      files: { 'package.json': '{"allowScripts":{"b":true,"@s/a":true}}' },
      says: direct,
    },
    {
      path,
      code: marked,
      files: { ...withManager('npm@12.1.0'), '.npmrc': 'dangerously-allow-all-scripts=true\n' },
      says: direct,
      others: { '.npmrc': 'ignore-scripts=true\ndangerously-allow-all-scripts=true\n' },
    },
    { path, code: marked, files: withManager('npm@11.16.0'), says: direct },
    { path: 'yarn.lock', code: yarn(), files: asks, registry: known, says: registered },
    { path, code: v1, files: asks, registry: known, says: registered },
    { path: 'pnpm-lock.yaml', code: pnpm9, files: withManager('pnpm@9.15.0'), registry: known, says: registered },
    { path, code: marked, says: direct },
    { path, code: marked, beside: [], says: direct, others: { '.npmrc': 'ignore-scripts=true\n' } },
    { path, code: marked, files: { '.npmrc': 'ignore-scripts=false\n' }, beside: [], says: direct },
    {
      path,
      code: marked,
      files: { '.npmrc': 'fund=false\n' },
      says: direct,
      others: { '.npmrc': 'ignore-scripts=true\nfund=false\n' },
    },
    {
      path,
      code: '{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"^1"}},"node_modules/a":{"version":"1.0.0"},"⟦node_modules/a/node_modules/b⟧":{"version":"2.0.0","hasInstallScript":true},"node_modules/c/node_modules/b":{"version":"2.0.0","hasInstallScript":true}}}',
      says: transitive,
    },
    { path: 'pnpm-lock.yaml', code: pnpm, says: direct },
  ],
});
