import { multipleCmd } from '../../../server/src/rules/dockerfile/multiple-cmd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(multipleCmd, {
  clean: [
    'FROM a:1\nCMD ["a"]\n',
    'FROM a:1 AS b\nCMD ["a"]\nFROM b\nCMD ["b"]\n',
    'FROM a:1\nONBUILD CMD ["a"]\nCMD ["b"]\n',
    'FROM a:1\nHEALTHCHECK CMD a\nCMD ["b"]\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦CMD⟧ ["./first"]\nCMD ["./second"]\n',
      says: 'Another CMD follows in this stage, so this one has no effect. Delete it.',
      fixed: 'FROM alpine:3.22\nCMD ["./second"]\n',
    },
    {
      code: 'FROM a:1\n⟦cmd⟧ a \\\n  b\nRUN c\n⟦CMD⟧ d\nCMD e',
      says: [
        'Another CMD follows in this stage, so this one has no effect. Delete it.',
        'Another CMD follows in this stage, so this one has no effect. Delete it.',
      ],
      fixed: 'FROM a:1\nRUN c\nCMD e',
    },
    {
      code: 'FROM a:1\n⟦CMD⟧ a \\\n  # why\n  b\nCMD e\n',
      says: 'Another CMD follows in this stage, so this one has no effect. Delete it.',
    },
  ],
});
