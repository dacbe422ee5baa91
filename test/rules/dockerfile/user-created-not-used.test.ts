import { userCreatedNotUsed } from '../../../server/src/rules/dockerfile/user-created-not-used.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(userCreatedNotUsed, {
  clean: [
    'FROM debian:13\nRUN useradd app\nUSER app\n',
    'FROM debian:13\nRUN useradd app\nUSER 1000\nCMD ["a"]\n',
    'FROM debian:13\nRUN useradd app && apt-get install -y gosu\nCMD ["a"]\n',
    'FROM debian:13\nRUN useradd app\nENTRYPOINT ["/docker-entrypoint.sh"]\n',
    'FROM debian:13 AS b\nRUN useradd app\nFROM debian:13\n',
    'FROM debian:13\nRUN useradd $U\n',
    'FROM debian:13\nRUN userdel app\n',
    'FROM debian:13\nRUN useradd bob && x && userdel -r bob\n',
    'FROM debian:13\nRUN useradd bob && deluser $USERS\n',
    'FROM debian:13 AS b\nRUN useradd bob\nFROM b\nRUN userdel bob\n',
    'FROM debian:13\nRUN adduser www-data docker\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nRUN useradd ⟦www⟧ && chown -R www:www /srv\nCMD ["httpd"]\n',
      says: '"www" is created, but nothing makes the image run as it. Add `USER www`.',
      severity: 'low',
      fixed: 'FROM debian:13\nRUN useradd www && chown -R www:www /srv\nUSER www\nCMD ["httpd"]\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd --create-home ⟦app⟧\nCMD ["/app"]\n',
      says: '"app" is created, but nothing makes the image run as it. Add `USER app`.',
      fixed: 'FROM debian:13\nRUN useradd --create-home app\nUSER app\nCMD ["/app"]\n',
    },
    {
      code: 'FROM alpine:3.22 AS b\nRUN addgroup -S g && adduser -S -G g ⟦svc⟧\nFROM b\nCOPY a /a\n',
      says: '"svc" is created, but nothing makes the image run as it. Add `USER svc`.',
      fixed: 'FROM alpine:3.22 AS b\nRUN addgroup -S g && adduser -S -G g svc\nFROM b\nCOPY a /a\nUSER svc\n',
    },
    {
      code: 'FROM a:1\nRUN useradd one && useradd -u 2 ⟦two⟧\n',
      says: '"two" is created, but nothing makes the image run as it. Add `USER two`.',
      fixed: 'FROM a:1\nRUN useradd one && useradd -u 2 two\nUSER two\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd bob && userdel bob && useradd ⟦bob⟧ && usermod -G x bob\n',
      says: '"bob" is created, but nothing makes the image run as it. Add `USER bob`.',
      fixed: 'FROM debian:13\nRUN useradd bob && userdel bob && useradd bob && usermod -G x bob\nUSER bob\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd bob && usermod -d /home/eve -l ⟦eve⟧ bob\n',
      says: '"eve" is created, but nothing makes the image run as it. Add `USER eve`.',
      fixed: 'FROM debian:13\nRUN useradd bob && usermod -d /home/eve -l eve bob\nUSER eve\n',
    },
  ],
});
