import { multipleLockfiles } from '../../../server/src/rules/dependencies/multiple-lockfiles.ts';
import { testRule } from '../../support/rule-tester.ts';

const yarn = 'a@^1:\n  version "1.0.0"\n';
const npm = '{"lockfileVersion":3,"packages":{}}';
const several = (names: string): string =>
  `${names} belong to different package managers and will drift apart. Keep one and delete the others.`;
const other = (lockfiles: string, own: string): string =>
  `${lockfiles} belongs to another package manager than ${own}, which this project says that it uses. Delete what ${own} does not write.`;

testRule(multipleLockfiles, {
  clean: [
    { code: '{}', files: { 'package-lock.json': npm } },
    { code: '{}', files: { 'package-lock.json': npm, 'npm-shrinkwrap.json': npm } },
    { code: '{}', files: { 'package-lock.json': npm, 'a/yarn.lock': yarn } },
    { code: '{"packageManager":"yarn@4.1.0"}', files: { 'yarn.lock': yarn } },
    { code: '{"packageManager":"vlt@1.0.0"}', files: { 'yarn.lock': yarn } },
    // One of them is not in the repository.
    { code: '{}', files: { 'package-lock.json': npm, 'yarn.lock': yarn, '.gitignore': 'package-lock.json\n' } },
    { code: '{}', files: { 'package-lock.json': npm }, beside: ['deno.lock'] },
    { code: '{}', beside: ['bun.lock', 'bun.lockb'] },
    { path: 'pyproject.toml', code: '[project]\nname = "a"\n', beside: ['uv.lock', 'pylock.toml'] },
  ],
  caught: [
    { code: '⟦{⟧}', files: { 'package-lock.json': npm, 'yarn.lock': yarn }, says: several('package-lock.json and yarn.lock') },
    {
      code: '⟦{⟧"name":"a"}',
      beside: ['bun.lockb', 'pnpm-lock.yaml', 'package-lock.json'],
      says: several('package-lock.json, pnpm-lock.yaml and bun.lockb'),
    },
    {
      code: '{"packageManager":"pnpm@⟦9.1.0⟧"}',
      files: { 'package-lock.json': npm },
      says: other('package-lock.json', 'pnpm'),
    },
    {
      path: 'a/package.json',
      code: '{"packageManager":"yarn@⟦4.1.0⟧"}',
      files: { 'a/package-lock.json': npm, 'a/yarn.lock': yarn },
      beside: ['a/bun.lockb'],
      says: other('package-lock.json and bun.lockb', 'yarn'),
    },
    {
      path: 'pyproject.toml',
      code: '⟦[project]⟧\nname = "a"\n',
      beside: ['uv.lock', 'poetry.lock'],
      says: several('poetry.lock and uv.lock'),
    },
  ],
});
