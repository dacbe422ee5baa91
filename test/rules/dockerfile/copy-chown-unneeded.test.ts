import { copyChownUnneeded } from '../../../server/src/rules/dockerfile/copy-chown-unneeded.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyChownUnneeded, {
  clean: [
    'FROM a:1\nCOPY a /a\n',
    'FROM a:1\nCOPY --chown=root:root a /a\nCOPY --chown=0 a /a\n',
    'FROM a:1\nCOPY --chown=$U a /a\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nCOPY --chown=⟦app⟧ a /a\n',
      says: 'With `--chown=app` the program can change its own files. Leave them to root if it only reads them.',
      fixed: 'FROM a:1\nCOPY a /a\n',
    },
    {
      code: 'FROM a:1\nADD --link --chown=⟦1000:1000⟧ ["a", "/a"]\n',
      says: 'With `--chown=1000:1000` the program can change its own files. Leave them to root if it only reads them.',
      fixed: 'FROM a:1\nADD --link ["a", "/a"]\n',
    },
    {
      code: 'FROM a:1\nCOPY --from=b/c --chown=⟦app⟧ \\\n  a /a\n',
      says: 'With `--chown=app` the program can change its own files. Leave them to root if it only reads them.',
      fixed: 'FROM a:1\nCOPY --from=b/c \\\n  a /a\n',
    },
  ],
});
