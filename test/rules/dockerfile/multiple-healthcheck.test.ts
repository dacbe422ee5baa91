import { multipleHealthcheck } from '../../../server/src/rules/dockerfile/multiple-healthcheck.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(multipleHealthcheck, {
  clean: [
    'FROM a:1\nHEALTHCHECK NONE\n',
    'FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK NONE\n',
    'FROM a:1\nHEALTHCHECK CMD a\nCMD b\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦HEALTHCHECK⟧ CMD wget -q localhost\nHEALTHCHECK CMD nc -z localhost 80\n',
      says: 'Another HEALTHCHECK follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM alpine:3.22\nHEALTHCHECK CMD nc -z localhost 80\n',
    },
    {
      code: 'FROM a:1\n⟦HEALTHCHECK⟧ NONE\nHEALTHCHECK --interval=5s CMD a\n',
      says: 'Another HEALTHCHECK follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM a:1\nHEALTHCHECK --interval=5s CMD a\n',
    },
    {
      code: 'FROM a:1\n⟦HEALTHCHECK⟧ CMD a\nUSER b\n\nHEALTHCHECK NONE\n',
      says: 'Another HEALTHCHECK follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM a:1\nUSER b\n\nHEALTHCHECK NONE\n',
    },
  ],
});
