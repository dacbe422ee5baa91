import { noCmdOrExpose } from '../../../server/src/rules/dockerfile/no-cmd-or-expose.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(noCmdOrExpose, {
  clean: ['FROM a:1\nEXPOSE 80\nCMD ["a"]\n', 'FROM a:1 AS b\nEXPOSE 80\nENTRYPOINT ["a"]\nFROM b\n', '# nothing\n'],
  caught: [
    {
      code: 'FROM ⟦a:1⟧\nEXPOSE 80\n',
      says: 'The image has neither CMD nor ENTRYPOINT, so it runs whatever its base image runs.',
    },
    { code: 'FROM ⟦a:1⟧\nCMD ["a"]\n', says: 'The image has no EXPOSE that says on which port it listens.' },
    {
      code: 'FROM b:1 AS b\nCMD ["x"]\nFROM ⟦a:1⟧\nEXPOSE 1\n',
      says: 'The image has neither CMD nor ENTRYPOINT, so it runs whatever its base image runs.',
    },
  ],
});
