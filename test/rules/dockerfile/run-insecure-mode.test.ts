import { runInsecureMode } from '../../../server/src/rules/dockerfile/run-insecure-mode.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(runInsecureMode, {
  clean: ['FROM a:1\nRUN --security=sandbox x\n', 'FROM a:1\nRUN --network=none x\n', 'FROM a:1\nRUN x --network=host\n'],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦--security=insecure⟧ mount\n',
      says: 'With `--security=insecure` this command has all rights on the machine that builds. Delete the flag.',
      fixed: 'FROM a:1\nRUN mount\n',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=cache,target=/x ⟦--network=host⟧ curl x\n',
      says: 'With `--network=host` this command is in the network of the machine that builds. Delete the flag.',
      fixed: 'FROM a:1\nRUN --mount=type=cache,target=/x curl x\n',
    },
    {
      code: 'FROM a:1\nONBUILD RUN ⟦--network=host⟧ \\\n  x\n',
      says: 'With `--network=host` this command is in the network of the machine that builds. Delete the flag.',
      fixed: 'FROM a:1\nONBUILD RUN \\\n  x\n',
    },
  ],
});
