import { multipleEntrypoint } from '../../../server/src/rules/dockerfile/multiple-entrypoint.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(multipleEntrypoint, {
  clean: [
    'FROM a:1\nENTRYPOINT ["a"]\nCMD ["b"]\n',
    'FROM a:1 AS b\nENTRYPOINT ["a"]\nFROM a:1\nENTRYPOINT ["b"]\n',
    'FROM a:1\n# ENTRYPOINT ["a"]\nENTRYPOINT ["b"]\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦ENTRYPOINT⟧ ["/init"]\nENTRYPOINT ["/app"]\n',
      says: 'Another ENTRYPOINT follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM alpine:3.22\nENTRYPOINT ["/app"]\n',
    },
    {
      code: 'FROM a:1 AS b\n⟦ENTRYPOINT⟧ a\nENTRYPOINT b\nFROM b\n',
      says: 'Another ENTRYPOINT follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM a:1 AS b\nENTRYPOINT b\nFROM b\n',
    },
    {
      code: 'FROM a:1\n⟦entrypoint⟧ a\nRUN x\nentrypoint b\n',
      says: 'Another ENTRYPOINT follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM a:1\nRUN x\nentrypoint b\n',
    },
  ],
});
