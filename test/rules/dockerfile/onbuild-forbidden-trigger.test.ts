import { onbuildForbiddenTrigger } from '../../../server/src/rules/dockerfile/onbuild-forbidden-trigger.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(onbuildForbiddenTrigger, {
  clean: [
    'FROM a:1\nONBUILD RUN make\nONBUILD COPY . /app\n',
    'FROM a:1\nONBUILD\n',
    'FROM a:1\nRUN ONBUILD ONBUILD\n',
    'FROM a:1\nONBUILD LABEL from=x\n',
  ],
  caught: [
    { code: 'FROM alpine:3.22\nONBUILD ⟦FROM⟧ debian:13\n', says: 'ONBUILD cannot trigger FROM.' },
    { code: 'FROM a:1\nonbuild ⟦onbuild⟧ run make\n', says: 'ONBUILD cannot trigger ONBUILD.' },
    { code: 'FROM a:1\nONBUILD \\\n  ⟦MAINTAINER⟧ me\n', says: 'ONBUILD cannot trigger MAINTAINER.' },
  ],
});
