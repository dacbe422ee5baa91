import { conflictingDependencyClasses } from '../../../server/src/rules/dependencies/conflicting-dependency-classes.ts';
import { testRule } from '../../support/rule-tester.ts';

const two = (name: string, counts: string): string =>
  `${name} is in ${counts} as well, which is what counts. Decide for one of them.`;
const peer = (name: string): string =>
  `${name} is in dependencies as well, so everyone gets a copy beside the one that they are asked to bring. Decide for one of them.`;

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
      says: two('a', 'dependencies'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    },
    {
      code: '{"dependencies":{"⟦a⟧":"1","c":"1"},"optionalDependencies":{"a":"2"}}',
      says: two('a', 'optionalDependencies'),
      fixed: '{"dependencies":{"c":"1"},"optionalDependencies":{"a":"2"}}',
    },
    {
      code: '{"optionalDependencies":{"a":"2"},"devDependencies":{"⟦a⟧":"1"}}',
      says: two('a', 'optionalDependencies'),
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
