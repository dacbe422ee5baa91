import { useraddNoLogInit } from '../../../server/src/rules/dockerfile/useradd-no-log-init.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(useraddNoLogInit, {
  clean: [
    'FROM a:1\nRUN useradd -l -u 123456 app\n',
    'FROM a:1\nRUN useradd -u 1000 app && useradd app\n',
    'FROM a:1\nRUN useradd --no-log-init --uid=123456 app\n',
    'FROM a:1\nRUN useradd -u $UID app && adduser -u 123456 app\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN useradd -u ⟦123456⟧ app\n',
      says: 'UID 123456 makes `useradd` write a huge, sparse log into the image. Add `-l`.',
      fixed: 'FROM a:1\nRUN useradd -l -u 123456 app\n',
    },
    {
      code: 'FROM a:1\nRUN groupadd g && useradd -m ⟦--uid=1234567⟧ app\n',
      says: 'UID 1234567 makes `useradd` write a huge, sparse log into the image. Add `-l`.',
      fixed: 'FROM a:1\nRUN groupadd g && useradd -l -m --uid=1234567 app\n',
    },
    {
      code: 'FROM a:1\nRUN ["useradd", "--uid", "⟦999999⟧", "app"]\n',
      says: 'UID 999999 makes `useradd` write a huge, sparse log into the image. Add `-l`.',
      fixed: 'FROM a:1\nRUN ["useradd", "-l", "--uid", "999999", "app"]\n',
    },
  ],
});
