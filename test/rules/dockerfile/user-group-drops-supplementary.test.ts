import { userGroupDropsSupplementary } from '../../../server/src/rules/dockerfile/user-group-drops-supplementary.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(userGroupDropsSupplementary, {
  clean: [
    'FROM a:1\nRUN useradd app\nUSER app:app\n',
    'FROM a:1\nRUN usermod -aG docker app\nUSER app\n',
    'FROM a:1\nRUN usermod -aG docker other\nUSER app:app\n',
    'FROM a:1\nUSER $U:$G\n',
    'FROM alpine:3.22\nRUN addgroup -S app && adduser -S -G app -h /app app\nUSER app:app\n',
    'FROM alpine:3.22\nRUN addgroup -g 1000 git && adduser -S -H -D -h /var/lib -s /bin/bash -u 1000 -G git git\nUSER git:git\n',
    'FROM debian:13\nRUN adduser --uid 5 --ingroup app --gecos "" app\nUSER app:app\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nRUN adduser -D app && addgroup app docker\nUSER app⟦:app⟧\n',
      says: '"app" was added to further groups, which `USER app:app` drops. Leave the group out.',
      fixed: 'FROM alpine:3.22\nRUN adduser -D app && addgroup app docker\nUSER app\n',
    },
    {
      code: 'FROM a:1\nRUN useradd app && usermod -aG audio app\nUSER app⟦:app⟧\n',
      says: '"app" was added to further groups, which `USER app:app` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN useradd app && usermod -aG audio app\nUSER app\n',
    },
    {
      code: 'FROM a:1\nRUN useradd -G audio,video app\nUSER app⟦:users⟧\n',
      says: '"app" was added to further groups, which `USER app:users` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN useradd -G audio,video app\nUSER app\n',
    },
    {
      code: 'FROM a:1\nRUN adduser app audio\nUSER app⟦:1000⟧\n',
      says: '"app" was added to further groups, which `USER app:1000` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN adduser app audio\nUSER app\n',
    },
  ],
});
