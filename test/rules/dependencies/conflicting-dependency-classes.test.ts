import { conflictingDependencyClasses } from '../../../server/src/rules/dependencies/conflicting-dependency-classes.ts';
import { testRule } from '../../support/rule-tester.ts';

const two = (name: string, counts: string): string =>
  `${name} is in ${counts} as well, and only that entry counts. Keep one of them.`;
const npm = (name: string): string =>
  `${name} is in dependencies as well, but npm takes the entry of devDependencies, so that production installs lack the package. Keep one of them.`;
const differ = (name: string, counts = 'dependencies'): string =>
  `${name} is in ${counts} as well. npm then leaves the package out of production installs, pnpm does not. Keep one of them.`;
const peer = (name: string): string =>
  `${name} is in dependencies as well, so everyone gets a copy beside the one that they are asked to bring. Keep one of them.`;

testRule(conflictingDependencyClasses, {
  clean: [
    '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    '{"devDependencies":{"a":"1"},"peerDependencies":{"a":"1"}}',
    '{"dependencies":{"a":"1","a":"2"}}',
    '{"dependencies":{"a":"1"},"overrides":{"a":"1"},"resolutions":{"a":"1"}}',
    '{"dependencies":{"a":"npm:b@1"},"devDependencies":{"b":"1"}}',
    { path: 'Cargo.toml', code: '[dependencies]\na = "1"\n[dev-dependencies]\na = "1"\n[build-dependencies]\na = "1"\n' },
    { path: 'Pipfile', code: '[packages]\na = "==1"\n[dev-packages]\na = "==1"\n' },
    { path: 'pyproject.toml', code: '[project]\ndependencies = ["a"]\n[dependency-groups]\ndev = ["a[x]"]\n' },
    { path: 'package-lock.json', code: '{"packages":{"":{"dependencies":{"a":"1"},"devDependencies":{"a":"1"}}}}' },
  ],
  caught: [
    {
      code: '{"dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1","b":"1"}}',
      says: differ('a'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    },
    {
      code: '{"packageManager":"npm@11.0.0","dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1","b":"1"}}',
      says: npm('a'),
      fixed: '{"packageManager":"npm@11.0.0","dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    },
    {
      code: '{"dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1"}}',
      files: { 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' },
      says: npm('a'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{}}',
    },
    {
      code: '{"packageManager":"npm@6.14.0","dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1"}}',
      says: two('a', 'dependencies'),
      fixed: '{"packageManager":"npm@6.14.0","dependencies":{"a":"1"},"devDependencies":{}}',
    },
    {
      code: '{"dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1"}}',
      files: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
      says: two('a', 'dependencies'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{}}',
    },
    {
      code: '{"dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1"}}',
      files: { 'yarn.lock': '# yarn lockfile v1\n\n\na@1:\n  version "1.0.0"\n' },
      says: two('a', 'dependencies'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{}}',
    },
    {
      code: '{"packageManager":"yarn@4.5.0","dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1"}}',
      says: differ('a'),
      fixed: '{"packageManager":"yarn@4.5.0","dependencies":{"a":"1"},"devDependencies":{}}',
    },
    {
      code: '{"dependencies":{"⟦a⟧":"1","c":"1"},"optionalDependencies":{"a":"2"}}',
      says: two('a', 'optionalDependencies'),
      fixed: '{"dependencies":{"c":"1"},"optionalDependencies":{"a":"2"}}',
    },
    {
      code: '{"optionalDependencies":{"a":"2"},"devDependencies":{"⟦a⟧":"1"}}',
      says: differ('a', 'optionalDependencies'),
      fixed: '{"optionalDependencies":{"a":"2"},"devDependencies":{}}',
    },
    {
      code: '{"dependencies":{"a":"^1"},"peerDependencies":{"⟦a⟧":">=1"}}',
      says: peer('a'),
      fixed: '{"dependencies":{"a":"^1"},"peerDependencies":{}}',
    },
    {
      path: 'Pipfile',
      code: '[packages]\na = "==1"\n[dev-packages]\n⟦A⟧ = "==2"\nb = "*"\n',
      says: two('A', 'packages'),
      fixed: '[packages]\na = "==1"\n[dev-packages]\nb = "*"\n',
    },
  ],
});
