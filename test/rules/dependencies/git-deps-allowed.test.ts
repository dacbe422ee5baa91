import { gitDepsAllowed } from '../../../server/src/rules/dependencies/git-deps-allowed.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (setting: string): string =>
  `\`${setting}\` lets any package come from any git repository. Allow only those that the project needs.`;

testRule(gitDepsAllowed, {
  clean: [
    { path: '.npmrc', code: 'allow-git=none\n' },
    { path: '.npmrc', code: 'allow-git=root\n' },
    { path: '.yarnrc.yml', code: 'approvedGitRepositories: []\n' },
    { path: '.yarnrc.yml', code: 'approvedGitRepositories:\n  - "https://git.example/corp/*"\n' },
  ],
  caught: [
    { path: '.npmrc', code: 'allow-git=⟦all⟧\n', says: says('allow-git: all'), fixed: 'allow-git=root\n' },
    { path: '.npmrc', code: 'allow-git = "⟦all⟧"\n', says: says('allow-git: all'), fixed: 'allow-git = "root"\n' },
    {
      path: '.yarnrc.yml',
      code: 'approvedGitRepositories:\n  - "⟦**⟧"\n\nenableScripts: true\n',
      says: says('approvedGitRepositories: **'),
      fixed: '\nenableScripts: true\n',
    },
  ],
});
