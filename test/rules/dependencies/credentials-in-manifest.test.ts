import { credentialsInManifest } from '../../../server/src/rules/dependencies/credentials-in-manifest.ts';
import { testRule } from '../../support/rule-tester.ts';
import { CREDENTIALS } from '../../support/xml-declaration-cases.ts';

const url = (name: string): string =>
  `The URL of ${name} contains a password or token. Revoke it and keep the new one out of the file.`;
const setting = (name: string): string =>
  `"${name}" contains a password or token. Revoke it and keep the new one out of the file.`;
const TOKEN = ['gh', 'p_', 'a1b2c3d4e5f6g7h8i9j0a1b2c3d4e5f6g7h8'].join('');
const REMOVE = 'Remove the credentials from the URL';

testRule(credentialsInManifest, {
  clean: [
    ...[
      ...['changeme', 'REDACTED', 'placeholder', '{token}', '@TOKEN@', '__TOKEN__', 'NPM_TOKEN', 'MY_REGISTRY_PASSWORD'],
      ...['process.env.NPM_TOKEN', 'null', 'op://vault/item', '00000000-0000-0000-0000-000000000000'],
    ].map((value) => ({ path: '.npmrc', code: `//h.example/:_authToken=${value}\n` })),
    '{"dependencies":{"a":"git+https://git@github.com/u/r.git"}}',
    '{"dependencies":{"a":"git+ssh://git@github.com/u/r.git"}}',
    '{"dependencies":{"a":"https://h/a.tgz?x=user:pass@y"}}',
    '{"dependencies":{"a":"https://user:${TOKEN}@h/a.tgz"}}',
    '{"dependencies":{"a":"https://user:<token>@h/a.tgz"}}',
    '{"dependencies":{"a":"^1.0.0"},"author":"me <me:x@y.z>"}',
    { path: '.npmrc', code: '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nregistry=https://registry.npmjs.org/\n' },
    { path: '.npmrc', code: '# //h/:_authToken=abc\n; _password=abc\n//h/:_authToken=\n' },
    { path: '.npmrc', code: '//h/:_authToken=$NPM_TOKEN\nemail=me@h\nusername=me\n' },
    { path: 'requirements.txt', code: '--index-url https://${USER}:${PASSWORD}@h/simple\na==1\n' },
    { path: 'requirements.txt', code: '# --index-url https://u:p@h/simple\na @ git+https://h/r@v1\n' },
    { path: '.pypirc', code: '[pypi]\nusername = __token__\n' },
    { path: 'nuget.config', code: '<c><add key="ClearTextPassword" value="%PASSWORD%" /><add key="Username" value="me" /></c>' },
    { path: 'pip.conf', code: '[global]\nindex-url = https://h/simple\n' },
    { path: '.yarnrc.yml', code: 'npmAuthToken: "${NPM_TOKEN}"\nnpmRegistryServer: https://npm.registry.example\n' },
    { path: 'bunfig.toml', code: '[install]\nregistry = { url = "https://npm.registry.example", token = "$npm_token" }\n' },
    { path: 'bunfig.toml', code: '[test]\ntoken = "abc"\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "ssh://git@h/r.git" }\nb = { git = "https://h/r" }\n' },
    { path: 'Gemfile', code: "source \"https://#{ENV['USER']}:#{ENV['TOKEN']}@gems.example\"\nsource 'https://gems.example'\n" },
    { path: 'auth.json', code: '{"http-basic": {"repo.example": {"username": "me", "password": ""}}}' },
    {
      path: 'auth.json',
      code: '{"http-basic": {"repo.example": {"username": "me", "password": "<token>"}}, "github-oauth": {}}',
    },
    { path: 'auth.json', code: '{"auths": {"registry.example": {"auth": "bWU6cGFzcw=="}}}' },
    {
      path: 'composer.json',
      code: '{"config": {"github-protocols": ["https"], "gitlab-domains": ["git.example"]}, "repositories": [{"type": "vcs", "url": "ssh://git@git.example/a"}]}',
    },
    { path: 'mix.exs', code: 'defp deps do\n  [{:a, git: "https://#{System.get_env("TOKEN")}@h/r"}]\nend\n' },
    { path: 'Pipfile', code: '[[source]]\nurl = "https://${USER}:${PASSWORD}@h/simple"\n' },
    ...CREDENTIALS.clean,
    {
      path: 'build.gradle',
      code: "repositories { maven { url 'https://m.example'; credentials { username 'me'; password System.getenv('P') } } }\n",
    },
    { path: 'build.gradle', code: 'repositories { maven { url \'https://m.example\'; credentials { password = "$pass" } } }\n' },
    {
      path: 'gradle.properties',
      code: 'org.gradle.jvmargs=-Xmx1g\nsystemProp.javax.net.ssl.trustStorePassword=changeit\nnexusPassword=${env.X}\nsigning.password=\n',
    },
    {
      path: '.github/dependabot.yml',
      code: 'registries:\n  a:\n    username: u\n    password: ${{secrets.PW}}\n    url: https://h.example\n',
    },
    { path: 'renovate.json', code: '{"hostRules":[{"encrypted":{"token":"abc"},"password":"{{ secrets.PW }}"}]}' },
    { path: '.cargo/config.toml', code: '[env]\ntoken = "abc"\n[registry]\nglobal-credential-providers = ["cargo:token"]\n' },
    '{"scripts":{"_authToken":"abc","db":"curl http://postgres:postgres@localhost:5432"}}',
    {
      path: '.npmrc',
      code: 'proxy=http://proxy.example:8080\nhttps-proxy=http://me@proxy.example\nnoproxy=http://${U}:${P}@x.example\n',
    },
    { path: 'go.env', code: 'GOPROXY=https://proxy.example,direct\nGONOSUMDB=me@x\n' },
    {
      path: 'yarn.lock',
      code: '# yarn lockfile v1\n\n\na@1:\n  version "1.0.0"\n  resolved "https://me@h.example/a/-/a-1.0.0.tgz#abc"\n',
    },
  ],
  caught: [
    ...['password', 'TOKEN', 'token_1234', 'A1B2_KEY9', 'nulls'].map((value) => ({
      path: 'gradle.properties',
      code: `ossrhPassword=⟦${value}⟧\n`,
      says: setting('ossrhPassword'),
    })),
    // Addresses in lockfiles: the one of a registry stands at each package and is told once.
    {
      path: 'package-lock.json',
      code: `{"packages":{"":{},${['a', 'b', 'c']
        .map(
          (name, at) =>
            `"node_modules/${name}":{"version":"1.0.0","resolved":"https://me:${at === 0 ? '⟦s3cr3t⟧' : 's3cr3t'}@h.example/${name}/-/${name}-1.0.0.tgz"}`,
        )
        .join(',')}}}`,
      says: url('a and of 2 other places'),
    },
    {
      path: 'yarn.lock',
      code: '# yarn lockfile v1\n\n\na@1:\n  version "1.0.0"\n  resolved "https://me:⟦s3cr3t⟧@h.example/a/-/a-1.0.0.tgz#abc"\n',
      says: url('a'),
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "https://me:⟦one⟧@h.example/simple" }\nwheels = [{ url = "https://me:⟦two⟧@h.example/a.whl" }]\n',
      says: [url('a'), url('a')],
    },
    // Escaped, all of it is secret.
    {
      path: 'yarn.lock',
      code: '__metadata:\n  version: 8\n\n"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0::__archiveUrl=⟦https%3A%2F%2Fme%3As3cr3t%40h.example%2Fa-1.0.0.tgz⟧"\n',
      says: url('a'),
    },
    // Proxies.
    {
      path: '.npmrc',
      code: 'https-proxy=http://me:⟦s3cr3t⟧@proxy.example:8080\n',
      says: url('"https-proxy"'),
      fixed: 'https-proxy=http://me:${NPM_TOKEN}@proxy.example:8080\n',
      alternatives: { [REMOVE]: 'https-proxy=http://proxy.example:8080\n' },
    },
    {
      path: 'go.env',
      code: 'GOPROXY=https://proxy.example,https://me:⟦s3cr3t⟧@proxy.example|direct\n',
      says: url('"GOPROXY"'),
      fixed: 'GOPROXY=https://proxy.example,https://proxy.example|direct\n',
    },
    {
      path: 'Gemfile',
      code: "source 'https://me:⟦s3cr3t⟧@gems.example' do\n  gem 'a'\nend\n",
      says: url('the package index'),
      fixed: "source 'https://gems.example' do\n  gem 'a'\nend\n",
    },
    {
      path: 'Gemfile',
      code: `source 'https://rubygems.org'\ngem 'a', git: 'https://⟦${TOKEN}⟧:x-oauth-basic@github.com/u/r.git', source: 'https://u:⟦p⟧@gems.example'\n`,
      says: [url('a'), url('the package index')],
      fixed: "source 'https://rubygems.org'\ngem 'a', git: 'https://github.com/u/r.git', source: 'https://gems.example'\n",
    },
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://u:⟦p⟧@gems.example/\n  specs:\n    a (1.0.0)\n',
      says: url('the package index'),
    },
    {
      path: 'auth.json',
      code: `{"http-basic": {"repo.example": {"username": "me", "password": "⟦s3cr3t⟧"}}, "github-oauth": {"github.com": "⟦${TOKEN}⟧"}}`,
      says: [setting('http-basic'), setting('github-oauth')],
    },
    {
      path: 'auth.json',
      code: '{"gitlab-token": {"git.example": "⟦abc⟧", "b.example": {"username": "me", "token": "⟦def⟧"}}, "bearer": {"c.example": "⟦ghi⟧"}}',
      says: [setting('gitlab-token'), setting('gitlab-token'), setting('bearer')],
    },
    {
      path: 'composer.json',
      code: '{"config": {"http-basic": {"repo.example": {"username": "me", "password": "⟦s3cr3t⟧"}}}}',
      says: setting('http-basic'),
    },
    {
      path: 'composer.json',
      code: '{"repositories": [{"type": "composer", "url": "https://me:⟦s3cr3t⟧@repo.example"}]}',
      says: url('the package index'),
      fixed: '{"repositories": [{"type": "composer", "url": "https://repo.example"}]}',
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:a, git: "https://u:⟦p⟧@h/r"}]\nend\n',
      says: url('a'),
      fixed: 'defp deps do\n  [{:a, git: "https://h/r"}]\nend\n',
    },
    {
      path: 'pubspec.yaml',
      code: 'dependencies:\n  a:\n    hosted: https://u:⟦p⟧@pub.example\n    version: ^1.0.0\n',
      says: url('the package index'),
      fixed: 'dependencies:\n  a:\n    hosted: https://pub.example\n    version: ^1.0.0\n',
    },
    {
      code: '{"dependencies":{"a":"https://user:⟦s3cret⟧@h/a.tgz"}}',
      says: url('a'),
      fixed: '{"dependencies":{"a":"https://h/a.tgz"}}',
    },
    {
      code: `{"dependencies":{"a":"git+https://⟦${TOKEN}⟧@github.com/u/r.git#main"}}`,
      says: url('a'),
      fixed: '{"dependencies":{"a":"git+https://github.com/u/r.git#main"}}',
    },
    {
      code: `{"dependencies":{"a":"https://⟦${TOKEN}⟧:x-oauth-basic@github.com/u/r.git"}}`,
      says: url('a'),
      fixed: '{"dependencies":{"a":"https://github.com/u/r.git"}}',
    },
    { code: '{"overrides":{"a":"https://u:⟦p⟧@h/a.tgz"}}', says: url('a'), fixed: '{"overrides":{"a":"https://h/a.tgz"}}' },
    {
      code: '{"publishConfig":{"registry":"https://u:⟦p⟧@h/"}}',
      says: url('the package index'),
      fixed: '{"publishConfig":{"registry":"https://h/"}}',
    },
    {
      path: '.npmrc',
      code: '//h/:_authToken=⟦abc123==⟧\n',
      says: setting('//h/:_authToken'),
      fixed: '//h/:_authToken=${NPM_TOKEN}\n',
    },
    {
      path: '.npmrc',
      code: '_auth = "⟦dXNlcjpwYXNz⟧"\n//h/:_password=⟦eA⟧\n',
      says: [setting('_auth'), setting('//h/:_password')],
      fixed: '_auth = "${NPM_AUTH}"\n//h/:_password=${NPM_PASSWORD}\n',
    },
    {
      path: '.npmrc',
      code: 'registry=https://u:⟦p⟧@h/\n',
      says: url('the package index'),
      fixed: 'registry=https://u:${NPM_TOKEN}@h/\n',
      alternatives: { [REMOVE]: 'registry=https://h/\n' },
    },
    {
      path: 'requirements.txt',
      code: '--extra-index-url https://u:⟦p⟧@h/simple\na==1\n',
      says: url('the package index'),
      fixed: '--extra-index-url https://u:${PACKAGE_TOKEN}@h/simple\na==1\n',
      alternatives: { [REMOVE]: '--extra-index-url https://h/simple\na==1\n' },
    },
    {
      path: 'requirements.txt',
      code: 'a @ git+https://u:⟦p⟧@h/r@v1 ; python_version > "3"\n',
      says: url('a'),
      fixed: 'a @ git+https://u:${PACKAGE_TOKEN}@h/r@v1 ; python_version > "3"\n',
      alternatives: { [REMOVE]: 'a @ git+https://h/r@v1 ; python_version > "3"\n' },
    },
    { path: '.pypirc', code: '[pypi]\nusername = __token__\npassword = ⟦pypi-abc⟧\n', says: setting('password') },
    {
      path: 'pip.conf',
      code: '[global]\nindex-url = https://u:⟦p⟧@h/simple\n',
      says: url('the package index'),
      fixed: '[global]\nindex-url = https://h/simple\n',
    },
    {
      path: 'nuget.config',
      code: '<c>\n  <feed>\n    <add key="ClearTextPassword" value="⟦p⟧" />\n  </feed>\n</c>\n',
      says: setting('ClearTextPassword'),
      fixed: '<c>\n  <feed>\n    <add key="ClearTextPassword" value="%NUGET_PASSWORD%" />\n  </feed>\n</c>\n',
    },
    {
      path: '.yarnrc.yml',
      code: 'npmScopes:\n  corp:\n    npmAuthToken: "⟦abc123⟧"\n',
      says: setting('npmAuthToken'),
      fixed: 'npmScopes:\n  corp:\n    npmAuthToken: "${NPM_TOKEN}"\n',
    },
    {
      path: 'bunfig.toml',
      code: '[install.scopes]\ncorp = { token = "⟦abc123⟧", url = "https://corp.registry.example" }\n',
      says: setting('token'),
      fixed: '[install.scopes]\ncorp = { token = "$NPM_TOKEN", url = "https://corp.registry.example" }\n',
    },
    {
      path: '.yarnrc',
      code: '"//h.example/:_authToken" ⟦abc123⟧\n',
      says: setting('//h.example/:_authToken'),
    },
    {
      path: '.cargo/credentials.toml',
      code: '[registries.corp]\ntoken = "⟦abc123⟧"\n[registry]\ntoken = "⟦def⟧"\n',
      says: [setting('token'), setting('token')],
    },
    {
      path: '.cargo/config.toml',
      code: '[registries]\ncorp = { index = "https://u:⟦pw⟧@h.example/", token = "⟦Bearer abc⟧" }\n',
      says: [url('the package index'), setting('token')],
      fixed: '[registries]\ncorp = { index = "https://h.example/", token = "Bearer abc" }\n',
    },
    {
      path: 'poetry.toml',
      code: '[http-basic.corp]\nusername = "u"\npassword = "⟦pw⟧"\n[pypi-token]\npypi = "⟦pypi-abc⟧"\n',
      says: [setting('password'), setting('pypi')],
    },
    { code: '{"publishConfig":{"//h.example/:_authToken":"⟦abc⟧"}}', says: setting('//h.example/:_authToken') },
    {
      path: '.github/dependabot.yml',
      code: 'registries:\n  corp:\n    type: npm-registry\n    token: ⟦abc123⟧\n',
      says: setting('token'),
      fixed: 'registries:\n  corp:\n    type: npm-registry\n    token: ${{secrets.REGISTRY_TOKEN}}\n',
    },
    {
      path: 'renovate.json',
      code: '{"hostRules":[{"matchHost":"h.example","token":"⟦abc123⟧"}]}',
      says: setting('token'),
      fixed: '{"hostRules":[{"matchHost":"h.example","token":"{{ secrets.REGISTRY_TOKEN }}"}]}',
    },
    {
      path: 'pip.conf',
      code: '[global]\nextra-index-url =\n    https://h.example/a\n    https://u:⟦pw⟧@h.example/b\n',
      says: url('the package index'),
      fixed: '[global]\nextra-index-url =\n    https://h.example/a\n    https://h.example/b\n',
    },
    {
      path: 'uv.toml',
      code: 'index-url = "https://u:⟦pw⟧@h.example/simple"\n',
      says: url('the package index'),
      fixed: 'index-url = "https://h.example/simple"\n',
    },
    // Lockfiles are left to the package manager.
    {
      path: 'yarn.lock',
      code: 'a@https://u:p@h.example/a.tgz:\n  version "1.0.0"\n  resolved "https://u:⟦p⟧@h.example/a.tgz#0123456789abcdef0123456789abcdef01234567"\n',
      says: url('a'),
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { git = "https://u:⟦s3cr3t⟧@h/r" }\n',
      says: url('a'),
      fixed: '[dependencies]\na = { git = "https://h/r" }\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nurl = "https://u:⟦s3cr3t⟧@h/simple"\n',
      says: url('the package index'),
      fixed: '[[tool.poetry.source]]\nurl = "https://h/simple"\n',
    },
    ...CREDENTIALS.caught,
    {
      path: 'build.gradle',
      code: "repositories { maven { url 'https://m.example'; credentials { username 'me'; password '⟦hunter2⟧' } } }\n",
      says: setting('password'),
    },
    {
      path: 'build.gradle.kts',
      code: 'repositories { maven("https://m.example") { credentials { username = "me"\n password = "⟦hunter2⟧" } } }\n',
      says: setting('password'),
    },
    {
      path: 'build.gradle',
      code: "repositories { maven { url 'https://me:⟦hunter2⟧@m.example' } }\n",
      says: url('the package index'),
      fixed: "repositories { maven { url 'https://m.example' } }\n",
    },
    {
      path: 'gradle.properties',
      code: 'nexusUser=me\nnexusPassword=⟦hunter2⟧\nsigning.password = ⟦hunter3⟧\n',
      says: [setting('nexusPassword'), setting('signing.password')],
    },
    {
      path: 'gradle/wrapper/gradle-wrapper.properties',
      code: 'distributionUrl=https\\://me\\:⟦hunter2⟧@m.example/gradle-8.5-bin.zip\nsystemProp.x=1\ngradle.wrapperPassword=⟦hunter2⟧\n',
      says: [url('"distributionUrl"'), setting('gradle.wrapperPassword')],
      fixed: 'distributionUrl=https\\://m.example/gradle-8.5-bin.zip\nsystemProp.x=1\ngradle.wrapperPassword=hunter2\n',
    },
    {
      path: 'gradle/wrapper/gradle-wrapper.properties',
      code: 'distributionUrl=https\\://me\\:⟦a\\:b⟧@m.example/gradle-8.5-bin.zip\n',
      says: url('"distributionUrl"'),
      fixed: 'distributionUrl=https\\://m.example/gradle-8.5-bin.zip\n',
    },
  ],
});
