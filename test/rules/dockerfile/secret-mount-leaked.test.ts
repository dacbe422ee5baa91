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
    // The output is an answer, not the secret.
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T curl -H "Authorization: token $T" https://x/app > /usr/local/bin/app\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T curl -H "Authorization: token $T" https://x | tee /etc/apt/keyrings/x.asc\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T ./gen --token "$T" > /app/schema.json\n',
    'FROM a:1\nRUN --mount=type=secret,id=t curl -d @- https://x < /run/secrets/t | jq .x > /app/x.json\n',
    'FROM a:1\nRUN --mount=type=secret,id=t sha256sum /run/secrets/t | cut -c1-8 > /app/key-id\n',
    'FROM a:1\nRUN --mount=type=secret,id=t grep -q x /run/secrets/t || exit 1\n',
    // The file is deleted again.
    'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/t /root/.ssh/id_rsa && git clone x && rm -rf /root/.ssh\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/t /root/.ssh/id_rsa && git clone x && rm -rf ~/.ssh/*\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/t /app/ && x && rm /app/t\n',
    'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/t "$HOME/.npmrc" && npm ci && rm -f "${HOME}/.npmrc"\n',
    'FROM a:1\nRUN --mount=type=secret,id=t f=$(mktemp) && cat /run/secrets/t > "$f" && x && rm "$f"\n',
    'FROM a:1\nRUN --mount=type=secret,id=t d=$(mktemp -d); cp /run/secrets/t "$d/key"; x; rm -rf "$d"\n',
    "FROM a:1\nRUN --mount=type=secret,id=t trap 'rm -f .npmrc' EXIT; cp /run/secrets/t .npmrc; npm ci\n",
    'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/t x/.npmrc && npm ci && find . -name .npmrc -delete\n',
    // Only the path is printed.
    'FROM a:1\nRUN --mount=type=secret,id=t [ -s /run/secrets/t ] || echo "secret /run/secrets/t is missing"\n',
    'FROM a:1\nRUN --mount=type=secret,id=t echo "/run/secrets/t" > /etc/x\n',
    // The text does not expand to the secret.
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T echo "token ${T:+is} set, ${#T} long"\n',
    "FROM a:1\nRUN --mount=type=secret,id=t,env=T echo '$T' > /etc/x\n",
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T echo \\$T\n',
    // The target is in a mount.
    'FROM a:1\nRUN --mount=type=secret,id=t --mount=type=tmpfs,target=/root/.ssh cp /run/secrets/t ~/.ssh/id_rsa\n',
    'FROM a:1\nRUN --mount=type=secret,id=t --mount=type=cache,target=/c cp /run/secrets/t /c/x\n',
    'FROM a:1\nRUN --mount=type=secret,id=t --mount=target=/src,rw cat /run/secrets/t > /src/x\n',
    'FROM a:1\nRUN --mount=type=secret,id=t --mount=type=tmpfs,dst=/root npm config set //r/:_authToken=$(cat /run/secrets/t)\n',
    // The variable is only handed on.
    'FROM a:1\nRUN --mount=type=secret,id=t T=$(cat /run/secrets/t) && export T && npm ci && echo "$U"\n',
    "FROM a:1\nRUN --mount=type=secret,id=t sh -c 'cat /run/secrets/t' | docker login --password-stdin\n",
    'FROM a:1\nRUN --mount=type=secret,id=t T=$(sh -c "cat /run/secrets/t") npm ci\n',
    // What keeps the secret is undone, or it keeps only a reference.
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T npm config set //r/:_authToken=$T && npm ci && npm config delete //r/:_authToken\n',
    "FROM a:1\nRUN --mount=type=secret,id=t,env=T npm config set '//r/:_authToken=${T}'\n",
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git config --global url."https://$T@x/".insteadOf https://x/ && x && git config --global --unset-all url."https://$T@x/".insteadOf\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git config --global url."https://$T@x/".insteadOf https://x/ && x && rm ~/.gitconfig\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git -c http.extraHeader="Authorization: $T" clone https://x/y\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git clone https://$T@github.com/x/y && make -C y && rm -rf y\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git clone https://$T@github.com/x/y.git /z && rm -rf /z/.git\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git clone https://$T@github.com/x/y && cd y && git remote set-url origin https://github.com/x/y\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T git clone -b "$T" https://github.com/x/y\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T pip config set global.index-url https://u:$T@x && pip install y && pip config unset global.index-url\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T d=$(mktemp -d) && git clone https://$T@x/y "$d" && rm -rf "${d}"\n',
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T cd /tmp && git clone https://$T@x/y && make -C y && rm -rf /tmp/*\n',
    // A relative glob is of the folder of the build, and a glob copies no folders.
    'FROM a:1\nRUN --mount=type=secret,id=t cp * /app/ && cp /* /app/\n',
    // Which variables it puts in is not known.
    'FROM a:1\nRUN --mount=type=secret,id=t,env=T envsubst < a > b\n',
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
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t T=$(cat /run/secrets/t) && echo "//r/:_authToken=$T" > ⟦.npmrc⟧ && npm ci\n',
      says: 'The secret is written to .npmrc, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t export T="$(cat /run/secrets/t)"; printf %s "$T" | base64 > ⟦/app/t⟧\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t read -r T < /run/secrets/t && ⟦echo⟧ "${T}"\n',
      says: 'This prints the secret into the log of the build.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t echo `cat /run/secrets/t` > ⟦/app/t⟧\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t echo "x=$(< /run/secrets/t)" | tee -a ⟦/app/t⟧ > /dev/null\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t npm config set ⟦//registry.npmjs.org/:_authToken=$(cat /run/secrets/t)⟧\n',
      says: '`npm` keeps the secret in a file that stays in the image. Let it read the mount itself, or undo this in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t git config --global ⟦url."https://$(cat /run/secrets/t)@github.com/".insteadOf⟧ https://github.com/\n',
      says: '`git` keeps the secret in a file that stays in the image. Let it read the mount itself, or undo this in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t,env=T git clone --depth 1 ⟦https://$T@github.com/x/y⟧\n',
      says: '`git` keeps the secret in a file that stays in the image. Let it read the mount itself, or undo this in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t,env=T pip config set global.index-url ⟦https://u:$T@x/simple⟧ && pip install y\n',
      says: '`pip` keeps the secret in a file that stays in the image. Let it read the mount itself, or undo this in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t sed -i "s/TOKEN/$(cat /run/secrets/t)/" ⟦/app/config⟧\n',
      says: 'The secret is written to /app/config, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t dd if=/run/secrets/t of=⟦/app/t⟧\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cp /run/secrets/* ⟦/app/⟧\n',
      says: 'The secret is written to /app/, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cp -r /run/secrets ⟦/app⟧\n',
      says: 'The secret is written to /app, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t install -m 600 -t ⟦/app⟧ /run/secrets/t\n',
      says: 'The secret is written to /app, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t { echo a; cat /run/secrets/t; } > ⟦/app/t⟧\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cat <<EOF > ⟦/app/c⟧\ntoken: $(cat /run/secrets/t)\nEOF\n',
      says: 'The secret is written to /app/c, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: "FROM a:1\nRUN --mount=type=secret,id=t sh -c 'cat /run/secrets/t' > ⟦/app/t⟧\n",
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t ["cp", "/run/secrets/t", "⟦/app/t⟧"]\n',
      says: 'The secret is written to /app/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t ["sh", "-c", "⟦cat⟧ /run/secrets/t"]\n',
      says: 'This prints the secret into the log of the build.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t | ⟦base64⟧\n',
      says: 'This prints the secret into the log of the build.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t mkdir x && cp /run/secrets/t ⟦x/t⟧ && rm -rf y\n',
      says: 'The secret is written to x/t, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: 'FROM a:1\nRUN --mount=type=secret,id=t T=$(cat /run/secrets/t) envsubst < a > ⟦b⟧\n',
      says: 'The secret is written to b, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
    {
      code: "FROM a:1\nRUN --mount=type=secret,id=t,env=T envsubst '$T' < a > ⟦b⟧\n",
      says: 'The secret is written to b, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
    },
  ],
});
