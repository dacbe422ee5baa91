import { emptyContinuation } from '../../../server/src/rules/dockerfile/empty-continuation.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(emptyContinuation, {
  clean: [
    'FROM a:1\nRUN a \\\n  && b\n\nRUN c\n',
    'FROM a:1\nRUN a \\\n  # why\n  && b\n',
    'FROM a:1\nRUN <<EOF\na\n\nb\nEOF\n',
    'FROM a:1\n\n\nRUN a\n',
    'FROM a:1\nCOPY <<EOF /x\na \\\n\nb\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nRUN make \\\n⟦\n⟧  && make install\n',
      says: 'The instruction goes on behind this blank line. Delete the line.',
      fixed: 'FROM alpine:3.22\nRUN make \\\n  && make install\n',
    },
    {
      code: 'FROM a:1\nRUN a \\\n⟦\n  \n⟧  # c\n  && b\n',
      says: 'The instruction goes on behind this blank line. Delete the line.',
      fixed: 'FROM a:1\nRUN a \\\n  # c\n  && b\n',
    },
    {
      code: 'FROM a:1\nRUN a \\\n⟦\n⟧  && b \\\n⟦\n⟧  && c\n',
      says: [
        'The instruction goes on behind this blank line. Delete the line.',
        'The instruction goes on behind this blank line. Delete the line.',
      ],
      fixed: 'FROM a:1\nRUN a \\\n  && b \\\n  && c\n',
    },
    {
      code: '# escape=`\nFROM a:1\nENV A=1 `\n⟦\n⟧  B=2\n',
      says: 'The instruction goes on behind this blank line. Delete the line.',
      fixed: '# escape=`\nFROM a:1\nENV A=1 `\n  B=2\n',
    },
  ],
});
