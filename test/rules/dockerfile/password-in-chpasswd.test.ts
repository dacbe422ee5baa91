import { passwordInChpasswd } from '../../../server/src/rules/dockerfile/password-in-chpasswd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(passwordInChpasswd, {
  clean: [
    'FROM a:1\nRUN useradd -m app && usermod -aG x app\n',
    "FROM a:1\nRUN useradd -p '*' app && usermod -p '!' app\n",
    'FROM a:1\nRUN --mount=type=secret,id=p echo "root:$(cat /run/secrets/p)" | chpasswd\n',
    'FROM a:1\nRUN echo chpasswd && passwd -l root\n',
    'FROM a:1\nRUN useradd -p $HASH app\n',
    'FROM a:1\nRUN --mount=type=secret,id=p useradd -p "$(cat /run/secrets/p)" app\n',
    'FROM a:1\nRUN useradd -p "$(openssl rand -base64 32)" app\n',
    'FROM a:1\nRUN echo y | passwd -d root && echo done && passwd root\n',
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
    {
      code: 'FROM a:1\nRUN useradd -m -p ⟦"$(openssl passwd -1 password)"⟧ app\n',
      says: '`useradd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nRUN useradd -p ⟦$(perl -e \'print crypt("pw","salt")\')⟧ app\n',
      says: '`useradd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nRUN usermod --password ⟦$(echo pw | openssl passwd -1 -stdin)⟧ root\n',
      says: '`usermod` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nARG PW\nRUN useradd -p ⟦"$PW"⟧ app\n',
      says: '`useradd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nRUN echo -e "pw\\npw" | ⟦passwd⟧ root\n',
      says: '`passwd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    {
      code: 'FROM a:1\nRUN (echo pw; echo pw) | ⟦passwd⟧ root\n',
      says: '`passwd` sets a password that is the same in every container. Do not set passwords in an image.',
    },
  ],
});
