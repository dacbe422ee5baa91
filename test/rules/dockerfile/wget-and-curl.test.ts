import { wgetAndCurl } from '../../../server/src/rules/dockerfile/wget-and-curl.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(wgetAndCurl, {
  clean: [
    'FROM a:1\nRUN wget x\nRUN wget y\n',
    'FROM a:1\nRUN curl x\nFROM a:1\nRUN wget x\n',
    'FROM a:1\nRUN apt-get install curl && wget x\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN wget x\nRUN ⟦curl⟧ y\n',
      says: 'This image uses `wget` already, so `curl` is one program more for the same work.',
    },
    {
      code: 'FROM a:1\nRUN curl x && ⟦wget⟧ y && curl z\n',
      says: 'This image uses `curl` already, so `wget` is one program more for the same work.',
    },
    {
      code: 'FROM a:1 AS b\nRUN curl x\nFROM b\nRUN ⟦wget⟧ y\n',
      says: 'This image uses `curl` already, so `wget` is one program more for the same work.',
    },
  ],
});
