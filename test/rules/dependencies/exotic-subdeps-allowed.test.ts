import { exoticSubdepsAllowed } from '../../../server/src/rules/dependencies/exotic-subdeps-allowed.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (setting: string): string =>
  `\`${setting}\` lets dependencies pull in packages from git repositories and URLs. Allow only what the project itself asks for.`;

testRule(exoticSubdepsAllowed, {
  clean: [
    { path: 'pnpm-workspace.yaml', code: 'blockExoticSubdeps: true\n' },
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\n# blockExoticSubdeps: false\n' },
    { path: '.npmrc', code: 'allow-remote=none\nallow-git=none\n' },
  ],
  caught: [
    {
      path: 'pnpm-workspace.yaml',
      code: 'blockExoticSubdeps: ⟦false⟧ # x\n',
      says: says('blockExoticSubdeps: false'),
      fixed: 'blockExoticSubdeps: true # x\n',
    },
    {
      code: '{"pnpm":{"blockExoticSubdeps":⟦false⟧}}',
      says: says('blockExoticSubdeps: false'),
      fixed: '{"pnpm":{"blockExoticSubdeps":true}}',
    },
    {
      path: '.npmrc',
      code: 'block-exotic-subdeps=⟦false⟧\nallow-remote = ⟦all⟧\n',
      says: [says('block-exotic-subdeps: false'), says('allow-remote: all')],
      fixed: 'block-exotic-subdeps=true\nallow-remote = root\n',
    },
  ],
});
