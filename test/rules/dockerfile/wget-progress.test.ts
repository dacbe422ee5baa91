import { wgetProgress } from '../../../server/src/rules/dockerfile/wget-progress.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(wgetProgress, {
  clean: [
    'FROM a:1\nRUN wget -q http://a.example/x && wget -qO- x && wget -nv x && wget --progress=dot:giga x\n',
    'FROM a:1\nRUN wget --quiet x && wget --no-verbose x && wget -o log x && wget -a log x\n',
    'FROM a:1\nRUN wget $OPTIONS x\n',
    'FROM a:1\nRUN apt-get install wget && which wget\n',
    'FROM a:1\nHEALTHCHECK CMD wget localhost\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nRUN ⟦wget⟧ https://a.example/x\n',
      says: '`wget` prints a line for every 50 kB that it downloads. Add `--progress=dot:giga`.',
      fixed: 'FROM debian:13\nRUN wget --progress=dot:giga https://a.example/x\n',
    },
    {
      code: 'FROM alpine:3.22\nRUN ⟦wget⟧ -O x https://a.example/x\n',
      says: '`wget` prints a line for every 50 kB that it downloads. Add `-q`.',
      fixed: 'FROM alpine:3.22\nRUN wget -q -O x https://a.example/x\n',
    },
    {
      code: 'FROM a:1\nRUN x=$(⟦wget⟧ -O - y)\n',
      says: '`wget` prints a line for every 50 kB that it downloads. Add `--progress=dot:giga`.',
      fixed: 'FROM a:1\nRUN x=$(wget --progress=dot:giga -O - y)\n',
    },
  ],
});
