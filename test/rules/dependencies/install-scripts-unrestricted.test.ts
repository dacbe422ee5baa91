import { installScriptsUnrestricted } from '../../../server/src/rules/dependencies/install-scripts-unrestricted.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (setting: string): string =>
  `\`${setting}\` lets every package run code while it is installed. Turn it off and allow the packages that need it by name.`;

testRule(installScriptsUnrestricted, {
  clean: [
    { path: 'pnpm-workspace.yaml', code: 'onlyBuiltDependencies:\n  - esbuild\ndangerouslyAllowAllBuilds: false\n' },
    { path: 'pnpm-workspace.yaml', code: 'neverBuiltDependencies:\n  - core-js\nallowBuilds:\n  esbuild: true\n' },
    { path: '.npmrc', code: 'ignore-scripts=true\n; ignore-scripts=false\n' },
    { path: '.yarnrc.yml', code: 'enableScripts: false\n' },
    '{"pnpm":{"onlyBuiltDependencies":[]},"scripts":{"enableScripts":"true"}}',
    '{"trustedDependencies":["esbuild"]}',
  ],
  caught: [
    {
      path: 'pnpm-workspace.yaml',
      code: 'dangerouslyAllowAllBuilds: ⟦true⟧\n',
      says: says('dangerouslyAllowAllBuilds: true'),
      fixed: 'dangerouslyAllowAllBuilds: false\n',
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'neverBuiltDependencies: ⟦[]⟧\nx: 1\n',
      says: says('neverBuiltDependencies: []'),
      fixed: 'x: 1\n',
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'allowBuilds:\n  "*": ⟦true⟧\n',
      says: says('*: true'),
      fixed: 'allowBuilds:\n  "*": false\n',
    },
    {
      code: '{"pnpm":{"neverBuiltDependencies":⟦[]⟧,"overrides":{}}}',
      says: says('neverBuiltDependencies: []'),
      fixed: '{"pnpm":{"overrides":{}}}',
    },
    { path: '.npmrc', code: 'ignore-scripts=⟦false⟧\n', says: says('ignore-scripts: false'), fixed: 'ignore-scripts=true\n' },
    {
      path: '.npmrc',
      code: 'dangerously-allow-all-builds = ⟦true⟧\n',
      says: says('dangerously-allow-all-builds: true'),
      fixed: 'dangerously-allow-all-builds = false\n',
    },
    { path: '.yarnrc.yml', code: 'enableScripts: ⟦true⟧\n', says: says('enableScripts: true'), fixed: 'enableScripts: false\n' },
    { path: '.yarnrc', code: 'ignore-scripts ⟦false⟧\n', says: says('ignore-scripts: false'), fixed: 'ignore-scripts true\n' },
  ],
});
