import { consecutiveRuns } from '../../../server/src/rules/dockerfile/consecutive-runs.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'This RUN follows another one. Join them if they belong together.';

testRule(consecutiveRuns, {
  clean: [
    'FROM a:1\nRUN a\nCOPY b c\nRUN d\n',
    'FROM a:1\nRUN a\nRUN --mount=type=cache,target=/x b\n',
    'FROM a:1\nRUN --network=none a\nRUN b\n',
    'FROM a:1\nRUN --security=insecure a\nRUN --network=none b\n',
    'FROM a:1\nRUN a\nFROM b:1\nRUN c\n',
    'FROM a:1\nRUN <<EOF\na\nEOF\nRUN b\n',
    'FROM a:1\nRUN a\nUSER b\nRUN c\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nRUN make\n⟦RUN⟧ make install\n',
      says,
      fixed: 'FROM alpine:3.22\nRUN make \\\n    && make install\n',
    },
    {
      code: 'FROM a:1\nRUN a\n\n# why\n\n  # and how\n⟦RUN⟧ b\n',
      says,
      fixed: 'FROM a:1\nRUN a \\\n# why\n  # and how\n    && b\n',
    },
    { code: 'FROM a:1\nRUN a\n\n⟦RUN⟧ b\n', says, fixed: 'FROM a:1\nRUN a \\\n    && b\n' },
    {
      code: 'FROM a:1\nRUN a\n# why\n⟦RUN⟧ \\\n# how\n  b && \\\n  c\n',
      says,
      fixed: 'FROM a:1\nRUN a \\\n# why\n# how\n  && b && \\\n  c\n',
    },
    {
      code: '# escape=`\nFROM a:1\nRUN a\n⟦RUN⟧ b\nCOPY c `\n\td\n',
      says,
      fixed: '# escape=`\nFROM a:1\nRUN a `\n\t&& b\nCOPY c `\n\td\n',
    },
    // What the second would then see, or not be run for.
    ...[
      ...['exec k', 'sudo exec k', 'a && exec >b', 'set -x && a', 'trap a EXIT', 'export A=1', 'umask 2', 'alias a=b', 'a &'],
      ...[
        'if a; then B=1; fi',
        '{ A=1 && b; }',
        'f() { a; }',
        'eval "$A"',
        'readonly A=1',
        'for i in a; do b; done',
        'read -r i <c',
      ],
    ].map((script) => ({ code: `FROM a:1\nRUN ${script}\n⟦RUN⟧ l "$i"\n`, says })),
    ...['(A=1; b)', 'A=1 b', 'for j in a; do b; done', '>c'].map((script) => ({
      code: `FROM a:1\nRUN ${script}\n⟦RUN⟧ l "$i"\n`,
      says,
      fixed: `FROM a:1\nRUN ${script} \\\n    && l "$i"\n`,
    })),
    { code: 'FROM a:1\nRUN --network=none a\n⟦RUN⟧ --network=none b\n', says },
    {
      code: 'FROM a:1\nRUN a\n⟦RUN⟧ b; c\n⟦run⟧ d\n',
      says: [says, says],
    },
    { code: 'FROM a:1\nRUN cd /x && a\n⟦RUN⟧ b\n', says },
    {
      code: 'FROM a:1\nRUN test x || exit 0\n⟦RUN⟧ b\n',
      says,
    },
    { code: 'FROM a:1\nRUN A=1\n⟦RUN⟧ b\n', says },
    {
      code: 'FROM a:1\nRUN a || true\n⟦RUN⟧ if b; then c; fi\n',
      says,
      fixed: 'FROM a:1\nRUN a || true \\\n    && if b; then c; fi\n',
    },
  ],
});
