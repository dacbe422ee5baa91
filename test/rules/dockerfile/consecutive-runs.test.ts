import { consecutiveRuns } from '../../../server/src/rules/dockerfile/consecutive-runs.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(consecutiveRuns, {
  clean: [
    'FROM a:1\nRUN a\nCOPY b c\nRUN d\n',
    'FROM a:1\nRUN a\nRUN --mount=type=cache,target=/x b\n',
    'FROM a:1\nRUN a\nFROM b:1\nRUN c\n',
    'FROM a:1\nRUN <<EOF\na\nEOF\nRUN b\n',
    'FROM a:1\nRUN a\nUSER b\nRUN c\n',
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
    { code: 'FROM a:1\nRUN cd /x && a\n⟦RUN⟧ b\n', says: 'This RUN follows another one. Join them if they belong together.' },
    {
      code: 'FROM a:1\nRUN test x || exit 0\n⟦RUN⟧ b\n',
      says: 'This RUN follows another one. Join them if they belong together.',
    },
    { code: 'FROM a:1\nRUN A=1\n⟦RUN⟧ b\n', says: 'This RUN follows another one. Join them if they belong together.' },
    {
      code: 'FROM a:1\nRUN a || true\n⟦RUN⟧ if b; then c; fi\n',
      says: 'This RUN follows another one. Join them if they belong together.',
      fixed: 'FROM a:1\nRUN a || true \\\n    && if b; then c; fi\n',
    },
  ],
});
