import { secretInRunCommand } from '../../../server/src/rules/dockerfile/secret-in-run-command.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(secretInRunCommand, {
  clean: [
    'FROM a:1\nRUN --mount=type=secret,id=t,env=TOKEN docker login -u me -p $TOKEN\n',
    'FROM a:1\nRUN docker login -u me -p "$(cat /run/secrets/x)"\n',
    'FROM a:1\nRUN docker login -u me --password-stdin < x\n',
    'FROM a:1\nRUN npm config set registry https://n.example && npm config set //n.example/:_authToken changeme\n',
    'FROM a:1\nRUN git clone https://a.example/x.git && curl -H "Accept: x" https://a.example\n',
    'FROM a:1\nRUN TOKEN=$(get-token) && curl -u me:$TOKEN https://a.example\n',
    'FROM a:1\nRUN mysql -u root -e "select 1"\n',
    'FROM a:1\nRUN DB_PASSWORD_FILE=/run/x ./a\n',
    // Values for one command that does not use them.
    'FROM a:1\nRUN DJANGO_SECRET_KEY="build-only" ./manage.py collectstatic\n',
    'FROM a:1\nRUN SECRET_KEY=x python manage.py collectstatic --noinput\n',
    "FROM a:1\nRUN SECRET_KEY_BASE='ci' bundle exec rails assets:precompile\n",
    'FROM a:1\nRUN export SECRET_KEY=x && python manage.py collectstatic\n',
    // No password stands behind the colon.
    'FROM a:1\nRUN curl -u : --negotiate https://a.example && curl -u "anonymous:" https://a.example\n',
    'FROM a:1\nRUN wget --header="Accept: x" https://a.example && wget --header="X-Api-Key: changeme" https://a.example\n',
    'FROM a:1\nARG V\nRUN dotnet publish -p:Version=$V && export PATH=/x A=b\n',
    'FROM a:1\nARG V\nRUN echo "version=$V" > .npmrc && echo "API=$V" > .env && echo "$V" > /etc/version && echo "a_authToken=$V"\n',
    'FROM a:1\nRUN --mount=type=secret,id=k gcloud auth activate-service-account --key-file=/run/secrets/k\n',
    'FROM a:1\nRUN gcloud auth activate-service-account --key-file=$KEY && gcloud auth login --cred-file=/dev/stdin\n',
    'FROM a:1\nRUN gcloud auth activate-service-account --key-file=key.json && rm key.json\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nARG TOKEN\nRUN docker login -u me -p ⟦$TOKEN⟧ r.example\n',
      says: 'The variable TOKEN ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=token,env=TOKEN docker login -u me -p $TOKEN r.example\n',
    },
    {
      code: 'FROM a:1\nRUN docker login -u me --password ⟦hunter2⟧\n',
      says: 'This password is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=registry_password,env=REGISTRY_PASSWORD docker login -u me --password "$REGISTRY_PASSWORD"\n',
    },
    {
      code: 'FROM a:1\nARG NPM_TOKEN\nRUN npm config set //n.example/:_authToken ⟦${NPM_TOKEN}⟧ && npm ci\n',
      says: 'The variable NPM_TOKEN ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //n.example/:_authToken ${NPM_TOKEN} && npm ci\n',
    },
    {
      code: 'FROM a:1\nARG GH_TOKEN\nRUN git clone ⟦https://x:${GH_TOKEN}@github.example/a/b⟧\n',
      says: 'The variable GH_TOKEN ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=gh_token,env=GH_TOKEN git clone https://x:${GH_TOKEN}@github.example/a/b\n',
    },
    {
      code: 'FROM a:1\nRUN aws configure set aws_secret_access_key ⟦abc/def+123⟧ && curl -u ⟦me:s3cr3t⟧ https://a.example\n',
      says: [
        'This key is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
        'This password is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      ],
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=aws_secret_access_key,env=AWS_SECRET_ACCESS_KEY aws configure set aws_secret_access_key "$AWS_SECRET_ACCESS_KEY" && curl -u me:s3cr3t https://a.example\n',
      firstFixOnly: true,
    },
    {
      code: 'FROM a:1\nRUN PGPASSWORD=⟦s3cr3t⟧ psql -c x\n',
      says: 'This value is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=pgpassword,env=PGPASSWORD PGPASSWORD="$PGPASSWORD" psql -c x\n',
    },
    {
      code: 'FROM a:1\nARG T\nRUN curl -H ⟦"Authorization: Bearer $T"⟧ https://a.example\n',
      says: 'The variable T ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=t,env=T curl -H "Authorization: Bearer $T" https://a.example\n',
    },
    {
      code: 'FROM a:1\nRUN SECRET_KEY=⟦q8Zk2Lm4Vb7tW3xN⟧ python manage.py collectstatic\n',
      says: 'This value is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=secret_key,env=SECRET_KEY SECRET_KEY="$SECRET_KEY" python manage.py collectstatic\n',
    },
    {
      code: 'FROM a:1\nRUN curl -u ⟦me:abc⟧ https://a.example && python manage.py collectstatic\n',
      says: 'This password is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
    },
    {
      code: 'FROM a:1\nRUN export DB_PASSWORD=⟦hunter2xyz⟧ && ./x\n',
      says: 'This value is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=db_password,env=DB_PASSWORD export DB_PASSWORD="$DB_PASSWORD" && ./x\n',
    },
    {
      code: 'FROM a:1\nARG T\nRUN wget ⟦--header="Authorization: Bearer $T"⟧ https://a.example\n',
      says: 'The variable T ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=t,env=T wget --header="Authorization: Bearer $T" https://a.example\n',
    },
    {
      code: "FROM a:1\nRUN wget --header ⟦'X-Api-Key: q8Zk2Lm4Vb7t'⟧ https://a.example\n",
      says: 'This token is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
    },
    {
      code: 'FROM a:1\nARG P\nRUN dotnet nuget add source https://a.example -u a -p ⟦$P⟧ --store-password-in-clear-text\n',
      says: 'The variable P ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed:
        'FROM a:1\nRUN --mount=type=secret,id=p,env=P dotnet nuget add source https://a.example -u a -p $P --store-password-in-clear-text\n',
    },
    {
      code: 'FROM a:1\nARG R\nARG T\nRUN echo ⟦"//$R/:_authToken=$T"⟧ > .npmrc\n',
      says: 'The variable T ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nARG R\nRUN --mount=type=secret,id=t,env=T echo "//$R/:_authToken=$T" > .npmrc\n',
    },
    {
      code: 'FROM a:1\nARG ssh_prv_key\nRUN echo ⟦"$ssh_prv_key"⟧ > /root/.ssh/id_rsa\n',
      says: 'The variable ssh_prv_key ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nRUN --mount=type=secret,id=ssh_prv_key,env=ssh_prv_key echo "$ssh_prv_key" > /root/.ssh/id_rsa\n',
    },
    {
      code: 'FROM a:1\nARG U\nARG P\nRUN echo ⟦"machine a.example login $U password $P"⟧ >> ~/.netrc\n',
      says: 'The variable P ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      fixed: 'FROM a:1\nARG U\nRUN --mount=type=secret,id=p,env=P echo "machine a.example login $U password $P" >> ~/.netrc\n',
    },
    {
      code: 'FROM a:1\nRUN gcloud auth activate-service-account ⟦--key-file=key.json⟧\n',
      says: '`gcloud` reads a key from this file, which stays in a layer when it is not mounted. Mount it with `RUN --mount=type=secret`.',
    },
    {
      code: 'FROM a:1\nRUN gcloud auth login --cred-file ⟦/tmp/c.json⟧\n',
      says: '`gcloud` reads a key from this file, which stays in a layer when it is not mounted. Mount it with `RUN --mount=type=secret`.',
    },
  ],
});
