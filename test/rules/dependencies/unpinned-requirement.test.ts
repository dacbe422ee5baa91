import { unpinnedRequirement } from '../../../server/src/rules/dependencies/unpinned-requirement.ts';
import { testRule } from '../../support/rule-tester.ts';

const unknown = (name: string): string => `${name} is not pinned to one version. Pin it with "==".`;
const locked = (name: string, version: string): string => `${name} is not pinned to one version. Require the locked ${version}.`;

testRule(unpinnedRequirement, {
  clean: [
    { path: 'requirements.txt', code: 'a==1\nb===1.0\nc @ https://h.example/c.whl\n-e .\n# d\n' },
    { path: 'requirements.in', code: 'a\n' },
    { path: 'constraints.txt', code: 'a>=1\n' },
    { path: 'requirements.txt', code: '-c constraints.txt\na>=1\n', files: { 'constraints.txt': 'a==1\n' } },
    { path: 'requirements.txt', code: '-c https://h.example/constraints.txt\na>=1\n' },
    { path: 'pyproject.toml', code: '[project]\ndependencies = ["a"]\n' },
    '{"dependencies":{"a":"^1"}}',
  ],
  caught: [
    {
      path: 'requirements.txt',
      code: '⟦a⟧\nb⟦>=1⟧ ; python_version > "3"\nc⟦~=1.0⟧\nd⟦==1.*⟧\n',
      says: [unknown('a'), unknown('b'), unknown('c'), unknown('d')],
    },
    {
      path: 'requirements.txt',
      code: '⟦a⟧\nb[x]⟦>=1⟧ # why\n',
      files: {
        'uv.lock':
          '[[package]]\nname = "app"\nversion = "0"\nsource = { virtual = "." }\ndependencies = [{ name = "a" }, { name = "b" }]\n\n[[package]]\nname = "a"\nversion = "1.2"\nsource = { registry = "https://h.example" }\n\n[[package]]\nname = "b"\nversion = "1.3"\nsource = { registry = "https://h.example" }\n',
      },
      says: [locked('a', '1.2'), locked('b', '1.3')],
      fixed: 'a==1.2\nb[x]==1.3 # why\n',
    },
    { path: 'requirements-dev.txt', code: '⟦a⟧\n', says: unknown('a') },
  ],
});
