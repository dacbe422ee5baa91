import { passwordInChpasswd } from '../../../server/src/rules/dockerfile/password-in-chpasswd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(passwordInChpasswd, {
  clean: [
    'FROM a:1\nRUN useradd -m app && usermod -aG x app\n',
    "FROM a:1\nRUN useradd -p '*' app && usermod -p '!' app\n",
    'FROM a:1\nRUN --mount=type=secret,id=p echo "root:$(cat /run/secrets/p)" | chpasswd\n',
    'FROM a:1\nRUN echo chpasswd && passwd -l root\n',
    'FROM a:1\nRUN useradd -p $HASH app\n',
  ],
  caught: [
    {
      code: "FROM a:1\nRUN echo 'root:⟦hunter2⟧' | chpasswd\n",
      says: 'The password of root is written here, and everyone who has the image can read it.',
    },
    {
      code: 'FROM a:1\nRUN echo "app:$PASSWORD" | ⟦chpasswd⟧\n',
      says: '`chpasswd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nRUN useradd -m -p ⟦s3cret⟧ app && chpasswd <<< "app:⟦x1y2⟧"\n',
      says: [
        'The password of app is written here, and everyone who has the image can read it.',
        'The password of app is written here, and everyone who has the image can read it.',
      ],
    },
    {
      code: 'FROM a:1\nRUN printf "$P" | ⟦passwd⟧ --stdin root\n',
      says: '`passwd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
  ],
});
