import { copyFromEmptyScratch } from '../../../server/src/rules/dockerfile/copy-from-empty-scratch.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyFromEmptyScratch, {
  clean: [
    'FROM scratch AS b\nCOPY a /a\nFROM a:1\nCOPY --from=b /a /a\n',
    'FROM scratch AS b\nADD a.tar /\nFROM b AS c\nFROM a:1\nCOPY --from=c /a /a\n',
    'FROM scratch AS b\nWORKDIR /x\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /a /a\n',
  ],
  caught: [
    {
      code: 'FROM scratch AS files\nFROM alpine:3.22\nCOPY --from=⟦files⟧ /a /a\n',
      says: 'Nothing was put into "files", which is FROM scratch, so there is nothing to copy.',
    },
    {
      code: 'FROM scratch\nENV A=1\nLABEL a=b\nFROM a:1\nCOPY --from=⟦0⟧ /a /a\n',
      says: 'Nothing was put into "0", which is FROM scratch, so there is nothing to copy.',
    },
    {
      code: 'FROM scratch AS a\nFROM a AS b\nUSER 1\nFROM x:1\nCOPY --from=⟦b⟧ /a /a\n',
      says: 'Nothing was put into "b", which is FROM scratch, so there is nothing to copy.',
    },
  ],
});
