import { credentialsInManifest } from '../../../server/src/rules/dependencies/credentials-in-manifest.ts';
import { testRule } from '../../support/rule-tester.ts';

const url = (name: string): string =>
  `The URL of ${name} contains a password or token. Revoke it and keep the new one out of the file.`;
const setting = (name: string): string =>
  `"${name}" contains a password or token. Revoke it and keep the new one out of the file.`;
const TOKEN = ['gh', 'p_', 'a1b2c3d4e5f6g7h8i9j0a1b2c3d4e5f6g7h8'].join('');
const REMOVE = 'Remove the credentials from the URL';

testRule(credentialsInManifest, {
  clean: [
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
    { path: 'Pipfile', code: '[[source]]\nurl = "https://${USER}:${PASSWORD}@h/simple"\n' },
    {
      path: '.github/dependabot.yml',
      code: 'registries:\n  a:\n    username: u\n    password: ${{secrets.PW}}\n    url: https://h.example\n',
    },
    { path: 'renovate.json', code: '{"hostRules":[{"encrypted":{"token":"abc"},"password":"{{ secrets.PW }}"}]}' },
    { path: '.cargo/config.toml', code: '[env]\ntoken = "abc"\n[registry]\nglobal-credential-providers = ["cargo:token"]\n' },
    '{"scripts":{"_authToken":"abc"}}',
  ],
  caught: [
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
  ],
});
