import assert from 'node:assert/strict';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { rootsOf, shown } from '../support/dependencies.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('bun.lock', () => {
  const text = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "app",
      "dependencies": {
        "@s/a": "^1.0.0",
        "al": "npm:real@^4",
        "g": "github:u/g",
        "react": "catalog:",
      },
      "devDependencies": {
        "d": "^1.0.0",
      },
    },
    "packages/w": {
      "name": "@o/w",
      "version": "1.0.0",
      "dependencies": {
        "@s/a": "^2.0.0",
        "app": "workspace:*",
      },
    },
  },
  "catalog": {
    "react": "^18.0.0",
  },
  "catalogs": {
    "old": {
      "react": "^17.0.0",
    },
  },
  "packages": {
    "@o/w": ["@o/w@workspace:packages/w"],

    "@s/a": ["@s/a@1.2.3", "", { "dependencies": { "t": "1" }, "peerDependencies": { "p": "*", "react": "*" }, "optionalPeers": ["p"] }, "sha512-aa=="],

    "al": ["real@4.0.0", "", {}, "sha512-rr=="],

    "app": ["app@workspace:"],

    "d": ["d@1.0.0", "", { "dependencies": { "t": "2" } }, "sha512-dd=="],

    "g": ["g@github:u/g#${SHA}", {}, "u-g-0123456"],

    "react": ["react@18.3.1", "", {}, "sha512-18=="],

    "t": ["t@1.0.0", "", {}, "sha512-t1=="],

    "@o/w/@s/a": ["@s/a@2.0.0", "", {}, "sha512-a2=="],

    "d/t": ["t@2.0.0", "", {}, "sha512-t2=="],
  }
}
`;

  it('lists what is installed, without the packages of the repository', () => {
    assert.deepEqual(shown('bun.lock', text), [
      'packages @s/a =1.2.3',
      "packages alias al→real 'al' =4.0.0",
      'packages dev d =1.0.0',
      `packages git g https github:u/g @${SHA}!`,
      'packages react =18.3.1',
      'packages transitive t =1.0.0',
      'packages @s/a =2.0.0',
      'packages transitive dev t =2.0.0',
    ]);
    const { dependencies, problems } = parseDependencies('bun.lock', text);
    const [a] = dependencies;
    assert.deepEqual([a?.integrity, a?.requires, a?.path], [['sha512-aa=='], ['t', 'react'], '@s/a']);
    assert.equal(text.slice(a?.versionSpan?.start, a?.versionSpan?.end), '1.2.3');
    assert.deepEqual(problems, []);
  });

  it('knows the manifests and the catalogs', () => {
    assert.deepEqual(rootsOf('bun.lock', text), [
      [
        '',
        'dependencies @s/a "^1.0.0", dependencies al "^4", dependencies g, dependencies react "", devDependencies d "^1.0.0"',
        '@s/a 1.2.3, al 4.0.0, g -, react 18.3.1, d 1.0.0',
        '',
      ],
      ['packages/w', 'dependencies @s/a "^2.0.0", dependencies app "*"', '@s/a 2.0.0', 'app'],
      ['', 'no manifest known', 'catalog react 18.3.1', ''],
    ]);
  });
});

describe('settings of npm clients', () => {
  const settings = (path: string, text: string): string[] =>
    parseDependencies(path, text).settings.map(({ section, key, value, valueSpan }) => {
      assert.equal(text.slice(valueSpan.start, valueSpan.end), value);
      return `${section}/${key}=${value}`;
    });
  const registries = (path: string, text: string): string[] => parseDependencies(path, text).registries.map(({ url }) => url);

  it('reads .yarnrc.yml', () => {
    const text = `# c
enableScripts: false
npmRegistryServer: "https://npm.registry.example"
npmScopes:
  corp:
    npmAuthToken: '\${NPM_TOKEN}'
    npmRegistryServer: https://corp.registry.example
plugins:
  - path: .yarn/plugins/x.cjs
    spec: x
`;
    assert.deepEqual(settings('.yarnrc.yml', text), [
      '/enableScripts=false',
      '/npmRegistryServer=https://npm.registry.example',
      'npmScopes.corp/npmAuthToken=${NPM_TOKEN}',
      'npmScopes.corp/npmRegistryServer=https://corp.registry.example',
      'plugins[0]/path=.yarn/plugins/x.cjs',
      'plugins[0]/spec=x',
    ]);
    assert.deepEqual(registries('.yarnrc.yml', text), ['https://npm.registry.example', 'https://corp.registry.example']);
  });

  it('leaves out what is YAML only after placeholders are filled in', () => {
    assert.deepEqual(settings('.yarnrc.yml', 'npmScopes: { corp: { npmAuthToken: ${NPM_TOKEN} } }\nenableScripts: false\n'), [
      '/enableScripts=false',
    ]);
  });

  it('reads the install tables of bunfig.toml', () => {
    const text = `# c
preload = ["./x.ts"]
[install]
exact = true # always
minimumReleaseAge = 259200
registry = { url = "https://npm.registry.example", token = "$npm_token" }

[install.scopes]
corp = "https://u:p@corp.registry.example"
"@other" = { token = 'abc', url = 'https://other.registry.example' }

[test]
root = "./tests"
`;
    assert.deepEqual(settings('bunfig.toml', text), [
      'install/exact=true',
      'install/minimumReleaseAge=259200',
      'install.registry/url=https://npm.registry.example',
      'install.registry/token=$npm_token',
      'install.scopes/corp=https://u:p@corp.registry.example',
      'install.scopes.@other/token=abc',
      'install.scopes.@other/url=https://other.registry.example',
    ]);
    assert.deepEqual(registries('.bunfig.toml', text), [
      'https://npm.registry.example',
      'https://u:p@corp.registry.example',
      'https://other.registry.example',
    ]);
  });
});
