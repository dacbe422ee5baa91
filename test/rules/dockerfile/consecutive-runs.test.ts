import { consecutiveRuns } from '../../../server/src/rules/dockerfile/consecutive-runs.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(consecutiveRuns, {
  clean: [
    'FROM a:1\nRUN a\nCOPY b c\nRUN d\n',
    'FROM a:1\nRUN a\nRUN --mount=type=cache,target=/x b\n',
    'FROM a:1\nRUN a\nFROM b:1\nRUN c\n',
    'FROM a:1\nRUN <<EOF\na\nEOF\nRUN b\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nRUN make\n⟦RUN⟧ make install\n',
      says: 'This RUN follows another one. Join them if they belong together.',
      fixed: 'FROM alpine:3.22\nRUN make \\\n    && make install\n',
    },
    { code: 'FROM a:1\nRUN a\n# why\n⟦RUN⟧ b\n', says: 'This RUN follows another one. Join them if they belong together.' },
    {
      code: 'FROM a:1\nRUN a\n⟦RUN⟧ b; c\n⟦run⟧ d\n',
      says: [
        'This RUN follows another one. Join them if they belong together.',
        'This RUN follows another one. Join them if they belong together.',
      ],
    },
  ],
});
