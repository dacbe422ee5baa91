import { lockfileIgnored } from '../../../server/src/rules/dependencies/lockfile-ignored.ts';
import { testRule } from '../../support/rule-tester.ts';

const app = '{"name":"app","dependencies":{"a":"^1"}}';
const says = (lockfile = 'package-lock.json'): string =>
  `This line keeps ${lockfile} out of the repository, so each build may install other versions. Commit the lockfile.`;
const files = { 'package.json': app };
const path = '.gitignore';
const poetry = '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\na = "^1"\n';

testRule(lockfileIgnored, {
  clean: [
    { path, code: 'node_modules\n', files },
    { path, code: 'package-lock.json\n' },
    { path, code: '# package-lock.json\n', files },
    { path, code: 'package-lock.json\n!package-lock.json\n', files },
    { path, code: '*.json\n!package*.json\n', files },
    { path, code: '*.lock\n*.json\n', files },
    // Another package manager's.
    { path, code: 'package-lock.json\n', files: { ...files, 'yarn.lock': 'a@^1:\n  version "1.0.0"\n' } },
    { path, code: 'package-lock.json\n', files, beside: ['pnpm-lock.yaml'] },
    { path, code: 'package-lock.json\nyarn.lock\n', files: { 'package.json': '{"packageManager":"pnpm@9.0.0"}' } },
    { path, code: 'package-lock.json\n', files: { 'package.json': '{"exports":"./a.js","types":"./a.d.ts"}' } },
    { path, code: '/package-lock.json\n', files: { 'a/package.json': app, 'a/.gitignore': '' } },
    { path, code: 'package-lock.json/\n', files },
    { path, code: 'examples/\n', files: { 'examples/package.json': app } },
    { path, code: '\\!package-lock.json\n', files },
    { path, code: 'poetry.lock\n', files: { 'pyproject.toml': '[project]\nname = "a"\n' } },
    { path, code: 'Cargo.lock\n', files: { 'Cargo.toml': '[package]\nname = "a"\n' }, beside: ['src/lib.rs'] },
    { path, code: 'package-lock.json\n', files: { 'a/package.json': app, 'a/.gitignore': '!package-lock.json\n' } },
    { path: 'a/.gitignore', code: 'package-lock.json\n', files },
  ],
  caught: [
    { path, code: '⟦package-lock.json⟧\nnode_modules\n', files, says: says(), fixed: 'node_modules\n' },
    { path, code: 'node_modules\n⟦/package-lock.json⟧', files, says: says(), fixed: 'node_modules\n' },
    { path, code: '⟦package-lock.json⟧  \n*.log\n', files, says: says(), fixed: '*.log\n' },
    { path, code: '⟦*.json⟧\n', files, beside: ['package-lock.json'], says: says(), fixed: '*.json\n!package-lock.json\n' },
    {
      path,
      code: '⟦package-lock.*⟧\n',
      files: { 'a/b/package.json': app },
      says: says('a/b/package-lock.json'),
      fixed: 'package-lock.*\n!package-lock.json\n',
    },
    {
      path,
      code: '⟦*.lock⟧\n',
      files: { 'package.json': '{"packageManager":"yarn@4.1.0"}' },
      says: says('yarn.lock'),
      fixed: '*.lock\n!yarn.lock\n',
    },
    {
      path,
      code: '⟦*.lock⟧\n',
      files: { Pipfile: '[packages]\na = "*"\n' },
      says: says('Pipfile.lock'),
      fixed: '*.lock\n!Pipfile.lock\n',
    },
    { path, code: '⟦**/package-lock.json⟧\n', files, says: says(), fixed: '' },
    {
      path,
      code: 'a/**\n!a/b/\n⟦a/*/package-lock.json⟧\n',
      files: { 'a/b/package.json': app },
      says: says('a/b/package-lock.json'),
      fixed: 'a/**\n!a/b/\n',
    },
    { path, code: '!package-lock.json\n⟦package-lock.json⟧\n', files, says: says(), fixed: '!package-lock.json\n' },
    {
      path: 'a/.gitignore',
      code: '⟦package-lock.json⟧\n',
      files: { 'a/package.json': app, '.gitignore': '!package-lock.json\n' },
      says: says('a/package-lock.json'),
      fixed: '',
    },
    {
      path,
      code: '⟦package-lock.json⟧\n⟦yarn.lock⟧\n',
      files,
      says: [says(), says('yarn.lock')],
      fixed: '',
    },
    {
      path,
      code: 'yarn.lock\n⟦pnpm-lock.yaml⟧\n',
      files: { 'package.json': '{"packageManager":"pnpm@9.0.0"}' },
      says: says('pnpm-lock.yaml'),
      fixed: 'yarn.lock\n',
    },
    { path, code: '⟦poetry.lock⟧\n', files: { 'pyproject.toml': poetry }, says: says('poetry.lock'), fixed: '' },
    {
      path,
      code: '⟦Cargo.lock⟧\n',
      files: { 'Cargo.toml': '[package]\nname = "a"\n' },
      beside: ['src/main.rs'],
      says: says('Cargo.lock'),
      fixed: '',
    },
    {
      path,
      code: '⟦go.sum⟧\n',
      files: { 'go.mod': 'module example.com/a\nrequire example.com/b v1.0.0\n' },
      says: says('go.sum'),
      fixed: '',
    },
    { path, code: '⟦Gemfile.lock⟧\n', beside: ['Gemfile'], says: says('Gemfile.lock'), fixed: '' },
  ],
});
