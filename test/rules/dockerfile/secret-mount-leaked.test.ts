import { secretMountLeaked } from '../../../server/src/rules/dockerfile/secret-mount-leaked.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(secretMountLeaked, {
  clean: [
    'FROM a:1\nRUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t > ~/.npmrc && npm ci && rm ~/.npmrc\n',
    'FROM a:1\nRUN --mount=type=secret,id=t TOKEN=$(cat /run/secrets/t) npm ci\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t | docker login --password-stdin\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T ./x "$T"\n',
    'FROM a:1\nRUN --mount=type=ssh cat /run/secrets/t > x\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/tt > x\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t > ⟦/app/token⟧\n',
      says: 'The secret is written to /app/token, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=k,target=/k cp /k ⟦/root/.ssh/id_rsa⟧ && git clone x\n',
      says: 'The secret is written to /root/.ssh/id_rsa, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t,env=TOKEN echo "//r/:_authToken=$TOKEN" >> ⟦.npmrc⟧ && npm ci\n',
      says: 'The secret is written to .npmrc, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t ⟦cat⟧ /run/secrets/t\n',
      says: 'This prints the secret into the log of the build.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t,env=T ⟦echo⟧ "token $T" && cat /x | tee y\n',
      says: 'This prints the secret into the log of the build.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t | tee ⟦/etc/token⟧\n',
      says: 'The secret is written to /etc/token, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
  ],
});
