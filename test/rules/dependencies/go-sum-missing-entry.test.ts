import { goSumMissingEntry } from '../../../server/src/rules/dependencies/go-sum-missing-entry.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, version: string, path = 'go.sum'): string =>
  `${path} has no hash of ${name} ${version}, so the go command refuses to use it. Run go mod tidy and commit both files.`;
const SUM = 'a.example/x v1.0.0 h1:AAAA=\na.example/x v1.0.0/go.mod h1:BBBB=\na.example/y v1.1.0/go.mod h1:CCCC=\n';
const mod = (code: string, path = 'go.mod', files: Readonly<Record<string, string>> = { 'go.sum': SUM }) => ({
  path,
  code,
  files,
});

testRule(goSumMissingEntry, {
  clean: [
    mod('require a.example/x v1.0.0\nrequire a.example/y v1.1.0 // indirect\n'),
    { path: 'go.mod', code: 'require a.example/z v1.0.0\n' },
    mod('require a.example/z v1.0.0\n', 'sub/go.mod'),
    mod('require a.example/z v1.0.0\nreplace a.example/z => ./z\n'),
    mod('require a.example/z v1.0.0\nreplace a.example/z => a.example/x v1.0.0\n'),
    mod('require a.example/z v0.0.0\nreplace a.example/z v0.0.0 => a.example/x v1.0.0\n'),
    mod('require a.example/z \n'),
    mod('require a.example/z main\n'),
    mod('exclude a.example/z v1.0.0\nretract v1.0.0\n'),
    mod('module m.example/a\nrequire m.example/b v0.1.0\n', 'a/go.mod', {
      'a/go.sum': SUM,
      'b/go.mod': 'module m.example/b\n',
      'go.work': 'use (\n\t./a\n\t./b\n)\n',
    }),
    mod('require a.example/z v1.0.0\n', 'a/go.mod', {
      'a/go.sum': SUM,
      'go.work': 'use ./a\nuse ./b\n',
      'b/go.sum': 'a.example/z v1.0.0 h1:A=\n',
    }),
    mod('require a.example/z v1.0.0\n', 'a/go.mod', {
      'a/go.sum': SUM,
      'go.work': 'use ./a\n',
      'go.work.sum': 'a.example/z v1.0.0/go.mod h1:A=\n',
    }),
    { ...mod('require a.example/z v1.0.0\n'), beside: ['vendor/modules.txt'] },
  ],
  caught: [
    {
      ...mod('require a.example/y ⟦v1.1.0⟧\n'),
      says: 'go.sum has the hash of the go.mod file of a.example/y v1.1.0, but none of its code, so the go command refuses to use it. Run go mod tidy and commit both files.',
    },
    { ...mod('require a.example/z ⟦v1.0.0⟧\n'), says: says('a.example/z', 'v1.0.0') },
    { ...mod('require a.example/x ⟦v1.0.1⟧\n'), says: says('a.example/x', 'v1.0.1') },
    {
      ...mod('require (\n\ta.example/x v1.0.0\n\ta.example/z ⟦v0.0.0-20200101000000-0123456789ab⟧ // indirect\n)\n'),
      says: says('a.example/z', 'v0.0.0-20200101000000-0123456789ab'),
    },
    {
      ...mod('require a.example/z ⟦v1.0.0⟧\nreplace a.example/z => a.example/x v1.2.0\n'),
      says: says('a.example/x', 'v1.2.0'),
    },
    {
      ...mod('require a.example/z ⟦v1.0.0⟧\nreplace a.example/z v0.9.0 => ./z\n', 'a/go.mod', { 'a/go.sum': '' }),
      says: says('a.example/z', 'v1.0.0', 'a/go.sum'),
    },
  ],
});
