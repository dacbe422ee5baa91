import { firstInstructionNotFrom } from '../../../server/src/rules/dockerfile/first-instruction-not-from.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(firstInstructionNotFrom, {
  clean: [
    'FROM a:1\nRUN b\n',
    '# syntax=docker/dockerfile:1\n# c\nARG A=1\nFROM a:$A\n',
    '',
    '# only a comment\n',
    'ARG A\n',
    'FORM a:1\nRUN b\n',
    '{{ from }}\nRUN b\n',
    '\n\nfrom a:1\n',
  ],
  caught: [
    { code: '⟦RUN⟧ apk add git\nFROM alpine:3.22\n', says: 'RUN stands before the first FROM. Only ARG may.' },
    { code: 'ARG A=1\n⟦env⟧ A=2\nFROM a:1\nRUN b\n', says: 'ENV stands before the first FROM. Only ARG may.' },
    { code: '# c\n⟦COPY⟧ a b\nCMD c\n', says: 'There is no FROM, so COPY has no image to change. Begin with FROM.' },
  ],
});
