import { aptGetUnpinned } from '../../../server/src/rules/dockerfile/apt-get-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(aptGetUnpinned, {
  clean: [
    'FROM a:1\nRUN apt-get install -y git=1:2.39\n',
    'FROM a:1\nRUN apt-get install -y ./x.deb /y.deb https://a.example/z.deb\n',
    'FROM a:1\nRUN apt-get install -y $PACKAGES\n',
    'FROM a:1\nRUN apt-get update && apt-get remove git\n',
    'FROM a:1\nRUN apt-get install -y git/bookworm\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apt-get install -y ⟦git⟧\n',
      says: 'git may be another version in the next build. Say which one: `package=version`.',
    },
    {
      code: 'FROM a:1\nRUN apt-get install -y --no-install-recommends \\\n  a=1 \\\n  # tools\n  ⟦b⟧ c d e f g\n',
      says: 'b, c, d, e, f and 1 more may be another version in the next build. Say which one: `package=version`.',
    },
    {
      code: 'FROM a:1\nRUN sudo apt install ⟦git⟧ && apt-get install ⟦vim⟧\n',
      says: [
        'git may be another version in the next build. Say which one: `package=version`.',
        'vim may be another version in the next build. Say which one: `package=version`.',
      ],
    },
    {
      code: 'FROM a:1\nENV P="a=1 b"\nRUN apt-get install -y ⟦$P⟧\n',
      says: 'b may be another version in the next build. Say which one: `package=version`.',
    },
  ],
});
