import { copyAfterUserRootOwned } from '../../../server/src/rules/dockerfile/copy-after-user-root-owned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyAfterUserRootOwned, {
  clean: [
    'FROM a:1\nCOPY a /a\nUSER app\n',
    'FROM a:1\nUSER app\nCOPY --chown=app a /a\n',
    'FROM a:1\nUSER root\nCOPY a /a\nUSER app\n',
    'FROM a:1\nUSER $U\nCOPY a /a\n',
    'FROM a:1 AS b\nUSER app\nCOPY a /a\nFROM a:1\n',
    'FROM a:1\nUSER app\nCOPY a /a\nUSER root\nRUN chown app /a\n',
    'FROM a:1\nUSER app\nCOPY --chmod=644 a /a\n',
    'FROM node:24\nCOPY a /a\n',
  ],
  caught: [
    {
      code: 'FROM node:24-slim\nUSER node\n⟦COPY⟧ app /app\n',
      says: 'USER is node, but what this copies belongs to root. Add `--chown=node` if the program must write it.',
      fixed: 'FROM node:24-slim\nUSER node\nCOPY --chown=node app /app\n',
    },
    {
      code: 'FROM a:1\nUSER 1000:1000\n⟦ADD⟧ ["a", "/a"]\n',
      says: 'USER is 1000:1000, but what this copies belongs to root. Add `--chown=1000:1000` if the program must write it.',
      fixed: 'FROM a:1\nUSER 1000:1000\nADD --chown=1000:1000 ["a", "/a"]\n',
    },
    {
      code: 'FROM a:1 AS b\nARG U=app\nUSER $U\nFROM b\n⟦copy⟧ --link \\\n  a /a\n',
      says: 'USER is app, but what this copies belongs to root. Add `--chown=app` if the program must write it.',
      fixed: 'FROM a:1 AS b\nARG U=app\nUSER $U\nFROM b\ncopy --link \\\n  --chown=app a /a\n',
    },
  ],
});
