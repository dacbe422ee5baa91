import { instructionCasing } from '../../../server/src/rules/dockerfile/instruction-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(instructionCasing, {
  clean: [
    'FROM a:1\nRUN make\nCMD ["a"]\n',
    'from a:1\nrun make\ncmd ["a"]\n',
    '{{ a }}\nFrom a:1\nRUN b\n',
    'FROM a:1\nRUN <<EOF\nrun this\nEOF\n# from here\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦run⟧ make\nCMD ["a"]\n',
      says: 'Write `RUN`, like the other instructions of this file.',
      fixed: 'FROM alpine:3.22\nRUN make\nCMD ["a"]\n',
    },
    {
      code: 'from a:1\nrun make\n⟦CMD⟧ ["a"]\n',
      says: 'Write `cmd`, like the other instructions of this file.',
      fixed: 'from a:1\nrun make\ncmd ["a"]\n',
    },
    {
      code: '⟦From⟧ a:1\n⟦Run⟧ make\n',
      says: ['Write `FROM`, like the other instructions of this file.', 'Write `RUN`, like the other instructions of this file.'],
      fixed: 'FROM a:1\nRUN make\n',
    },
    {
      code: 'FROM a:1\n⟦run⟧ make \\\n  # run\n  all\n',
      says: 'Write `RUN`, like the other instructions of this file.',
      fixed: 'FROM a:1\nRUN make \\\n  # run\n  all\n',
    },
  ],
});
