import { nonsensicalCommand } from '../../../server/src/rules/dockerfile/nonsensical-command.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(nonsensicalCommand, {
  clean: [
    'FROM a:1\nRUN apt-get install vim ssh && echo ps\n',
    'FROM a:1\nCMD ["ssh", "x"]\n',
    'FROM a:1\nRUN --mount=type=ssh git clone x\n',
  ],
  caught: [
    { code: 'FROM a:1\nRUN ⟦top⟧\n', says: '`top` makes no sense while an image is built.' },
    { code: 'FROM a:1\nRUN a && sudo ⟦service⟧ nginx start\n', says: '`service` makes no sense while an image is built.' },
    { code: 'FROM a:1\nRUN ["⟦vim⟧", "x"]\n', says: '`vim` makes no sense while an image is built.' },
  ],
});
