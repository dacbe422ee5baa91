import { goReplaceLocal } from '../../../server/src/rules/dependencies/go-replace-local.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (path: string): string =>
  `example.com/a is replaced by ${path}, which lies outside of the workspace, so it builds only where that folder is. Publish the module, or use go.work for a local copy.`;
const mod = (code: string, path = 'go.mod') => ({ path, code });

testRule(goReplaceLocal, {
  clean: [
    mod('replace example.com/a => ./a\n'),
    mod('replace example.com/a => ../a\n', 'cmd/x/go.mod'),
    mod('replace example.com/a => ../../\n', 'cmd/x/go.mod'),
    mod('replace example.com/a => example.com/a v1.2.3\n'),
    mod('// replace example.com/a => ../a\nrequire example.com/a v1.0.0\n'),
    mod('use ../other\nreplace example.com/a => ./a\n', 'go.work'),
  ],
  caught: [
    { ...mod('replace example.com/a => ⟦../a⟧\n'), says: says('../a') },
    { ...mod('replace (\n\texample.com/a v1.0.0 => ⟦../../../a⟧ // try\n)\n', 'cmd/x/go.mod'), says: says('../../../a') },
    { ...mod('replace example.com/a => ⟦/home/me/a⟧\n'), says: says('/home/me/a') },
    { ...mod('replace "example.com/a" => "⟦C:\\src\\a⟧"\n'), says: says('C:\\src\\a') },
    { ...mod('replace example.com/a => ⟦..⟧\n', 'go.work'), says: says('..') },
  ],
});
