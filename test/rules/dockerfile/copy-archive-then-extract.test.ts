import { copyArchiveThenExtract } from '../../../server/src/rules/dockerfile/copy-archive-then-extract.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyArchiveThenExtract, {
  clean: [
    'FROM a:1\nADD x.tar.gz /x/\n',
    'FROM a:1\nCOPY x.tar.gz /x/\nRUN ls /x\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /x.tar.gz /x.tar.gz\nRUN tar xf /x.tar.gz\n',
    'FROM a:1\nCOPY x.zip /x/\nRUN unzip /x/x.zip\n',
    'FROM a:1\nCOPY x.tar /x/\nRUN tar cf y.tar /x && tar xf other.tar\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nCOPY ⟦app.tar.gz⟧ /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /opt\nCMD ["a"]\n',
      says: 'app.tar.gz stays in the image beside what is unpacked from it. ADD unpacks it while copying.',
      fixed: 'FROM a:1\nADD app.tar.gz /opt/\nCMD ["a"]\n',
    },
    {
      code: 'FROM a:1\nCOPY ⟦a.tgz⟧ /x.tgz\nRUN mkdir /y && tar xf /x.tgz -C /y && rm /x.tgz\n',
      says: 'a.tgz stays in the image beside what is unpacked from it. ADD unpacks it while copying.',
    },
    {
      code: 'FROM a:1\nWORKDIR /x\nCOPY ⟦a.tar.xz⟧ .\nRUN tar xJf a.tar.xz\n',
      says: 'a.tar.xz stays in the image beside what is unpacked from it. ADD unpacks it while copying.',
      fixed: 'FROM a:1\nWORKDIR /x\nADD a.tar.xz ./\n',
    },
  ],
});
