import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dependencyFacts,
  dependencyFormatOf,
  parseDependencies,
  type Dependency,
} from '../../server/src/model/dependencies/index.ts';
import { PROGRAM_FILES } from '../support/program-files.ts';
import { GRADLE_FILES } from '../support/gradle-files.ts';
import { TOML_FILES } from '../support/toml-files.ts';
import { XML_FILES } from '../support/xml-files.ts';

const names = [
  'express',
  'lodash',
  'react',
  'react-dom',
  'axios',
  'typescript',
  '@types/node',
  '@scope/pkg',
  'left-pad',
  'chalk',
  'debug',
  'semver',
];
const pythons = [
  'requests',
  'Flask',
  'django',
  'urllib3',
  'Jinja2',
  'PyYAML',
  'numpy',
  'pandas',
  'boto3',
  'click',
  'attrs',
  'idna',
];
const record = (from: readonly string[], value: (index: number) => string) =>
  Object.fromEntries(from.map((name, index) => [name, value(index)]));

/** Files as package managers write them. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'app', version: '1.0.0', private: true, scripts: { build: 'tsc -b && node "x.js"' }, dependencies: record(names, (index) => `^${index}.2.0`), devDependencies: record(['mocha', 'eslint', 'prettier', 'tsx', 'esbuild', 'vite', 'jest', 'nyc'], () => '~1.0.0'), files: ['dist'] }, null, 2)}\n`,
  'package-lock.json': `${JSON.stringify({ name: 'app', lockfileVersion: 3, requires: true, packages: { '': { dependencies: record(names, () => '^1.0.0') }, ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0', resolved: `https://registry.npmjs.org/${name}/-/x-1.0.0.tgz`, integrity: 'sha512-abc==', dependencies: { ms: '2.0.0' }, engines: { node: '>=4' } }])) } }, null, 2)}\n`,
  'requirements.txt': `# generated\n${pythons.map((name) => `${name}==1.0.0 \\\n    --hash=sha256:abcdef \\\n    --hash=sha256:012345\n    # via x\n`).join('')}`,
  'requirements-dev.txt': `${pythons.map((name) => `${name}>=1.0,<2`).join('\n')}\n`,
  'go.mod': `module example.com/app\n\ngo 1.24.0\n\nrequire (\n${names.map((name) => `\tgithub.com/x/${name.replace('@', '')} v1.2.3`).join('\n')}\n)\n\nrequire (\n${names.map((name) => `\tgolang.org/x/${name.replace('@', '')} v0.1.0 // indirect`).join('\n')}\n)\n`,
  ...TOML_FILES,
  ...PROGRAM_FILES,
  ...GRADLE_FILES,
  ...XML_FILES,
};

const HASH = '0123456789abcdef0123456789abcdef01234567';
const resolution = (): string => `{integrity: sha512-${HASH}==}`;
const inYaml = (name: string): string => (name.startsWith('@') ? `'${name}'` : name);

/** Lockfiles that are not JSON; of pnpm's, one of each shape of keys. */
const LOCKFILES: Readonly<Record<string, string>> = {
  'yarn.lock': `# yarn lockfile v1\n\n\n${names.map((name) => `"${name}@^1.0.0", "${name}@^1.1.0":\n  version "1.2.0"\n  resolved "https://npm.registry.example/${name}/-/x-1.2.0.tgz#${HASH}"\n  integrity sha512-${HASH}\n  dependencies:\n    ms "2.0.0"\n`).join('\n')}`,
  'berry/yarn.lock': `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${names.map((name) => `"${name}@npm:^1.0.0, ${name}@npm:^1.1.0":\n  version: 1.2.0\n  resolution: "${name}@npm:1.2.0"\n  dependencies:\n    ms: "npm:2.0.0"\n  checksum: 10c0/${HASH}\n  languageName: node\n  linkType: hard\n`).join('\n')}\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n${names.map((name) => `    "${name}": "npm:^1.0.0"\n`).join('')}  languageName: unknown\n  linkType: soft\n`,
  'pnpm-lock.yaml': `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n${names.map((name) => `      ${inYaml(name)}:\n        specifier: ^1.0.0\n        version: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  ${inYaml(`${name}@1.2.0`)}:\n    resolution: ${resolution()}\n    engines: {node: '>=6'}\n`).join('\n')}\nsnapshots:\n\n${names.map((name) => `  ${inYaml(`${name}@1.2.0`)}:\n    dependencies:\n      ms: 2.0.0\n`).join('\n')}`,
  '6/pnpm-lock.yaml': `lockfileVersion: '6.0'\n\ndependencies:\n${names.map((name) => `  ${inYaml(name)}:\n    specifier: ^1.0.0\n    version: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  /${name}@1.2.0(react@18.0.0):\n    resolution: ${resolution()}\n    dependencies:\n      ms: 2.0.0\n    dev: false\n`).join('\n')}`,
  '5/pnpm-lock.yaml': `lockfileVersion: 5.4\n\nspecifiers:\n${names.map((name) => `  ${inYaml(name)}: ^1.0.0\n`).join('')}\ndependencies:\n${names.map((name) => `  ${inYaml(name)}: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  /${name}/1.2.0_react@18.0.0:\n    resolution: ${resolution()}\n    dev: false\n`).join('\n')}`,
  'bun.lock': `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "app",\n      "dependencies": {\n${names.map((name) => `        "${name}": "^1.0.0",\n`).join('')}      },\n    },\n  },\n  "packages": {\n${names.map((name) => `    "${name}": ["${name}@1.2.0", "", { "dependencies": { "ms": "2.0.0" }, "bin": { "x": "./x.js" } }, "sha512-${HASH}=="],\n`).join('\n')}  }\n}\n`,
  'pnpm-workspace.yaml': `packages:\n  - packages/*\n\ncatalog:\n${names.map((name) => `  ${inYaml(name)}: ^1.0.0\n`).join('')}\ncatalogs:\n  old:\n${names.map((name) => `    ${inYaml(name)}: ^0.9.0\n`).join('')}\noverrides:\n${names.map((name) => `  ${inYaml(`${name}@1`)}: 1.0.1\n`).join('')}\nminimumReleaseAge: 1440\n`,
};

/** A catalog or framework may lose a character of its name, which all that stands in it bears. */
const keyOf = ({ section, name, requirement, version }: Dependency): string =>
  [section.replace(/^catalogs\..*/, 'catalogs').replace(/^n?e?t?8?\.?0?$/, 'net8.0'), name, requirement, version].join(' ');

describe('dependency files', () => {
  for (const [path, text] of Object.entries({ ...FILES, ...LOCKFILES }))
    it(`${path}: any one character may be deleted`, () => {
      const all = parseDependencies(path, text).dependencies.map(keyOf);
      assert.ok(all.length >= 12);
      for (let at = 0; at < text.length; at++) {
        const broken = text.slice(0, at) + text.slice(at + 1);
        const kept = new Set(parseDependencies(path, broken).dependencies.map(keyOf));
        const lost = all.filter((key) => !kept.has(key));
        // The one that lost its character may itself be another one now.
        assert.ok(
          lost.length - 1 <= all.length * 0.1,
          `${JSON.stringify(broken.slice(Math.max(0, at - 30), at))} lost ${lost.join(', ')}`,
        );
      }
    });

  it('have spans inside their text, whatever it is', () => {
    const path = fc.constantFrom(
      ...Object.keys({ ...FILES, ...LOCKFILES }),
      '.yarnrc.yml',
      'bunfig.toml',
      'npm-shrinkwrap.json',
      'constraints.txt',
      '.npmrc',
      '.pypirc',
      'pip.conf',
      'nuget.config',
      'auth.json',
      'gems.locked',
      'pubspec_overrides.yaml',
      'settings.gradle',
      'settings.gradle.kts',
      'go.env',
      'gradle.properties',
      'gradle-wrapper.properties',
      'verification-metadata.xml',
      'settings.xml',
      '.yarnrc',
      'uv.toml',
      'poetry.toml',
      '.cargo/config.toml',
      'setup.py',
      '.github/dependabot.yml',
      'renovate.json5',
      '.vscode/extensions.json',
      '.devcontainer/devcontainer.json',
    );
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\n',
        '\r\n',
        '\r',
        '\\',
        '#',
        '\0',
        '\uFEFF',
        ' ',
        '(',
        ')',
        '=>',
        '==',
        '@',
        '//',
        '-r ',
        '-e ',
        '<add key="',
        'value="',
        '<!--',
        '  ',
        '    ',
        ': ',
        '\n\n',
        '"""',
        "'",
        ' = ',
        '[[',
        ']]',
        '\n[',
        '.',
        '\n ',
        '\\u00e9',
      ),
      fc.constantFrom(
        '"dependencies"',
        '"packages"',
        '"node_modules/a"',
        '"version"',
        'require',
        'git+https://h/u/r@x',
        'npm:a@1',
        '__proto__',
        '"overrides"',
        'importers:\n  .:\n    dependencies:\n      a:\n        version: 1',
        'packages:\n  a@1:',
        'snapshots:\n',
        '"a@^1", b@npm:1:\n  version "1"\n',
        '"app@workspace:.":\n  resolution: "app@workspace:."\n',
        'catalog:\n  a: 1',
        '[install]\nregistry = ',
        '"workspaces":{"":',
        '"constructor"',
        '[dependencies]\n',
        '[[package]]\nname = "a"\n',
        'version = "1"',
        '[project]\ndependencies = ["a>=1", "b\\u00e9"]',
        '[tool.poetry.dependencies]\n',
        'a = { git = "https://h/r", branch = "b" }',
        'source = { git = "https://h/r?x#y" }',
        '[options]\ninstall_requires =\n  a\n',
        "gem 'a', '~> 1'\n",
        "gem 'a',\n  git: 'x', ref: 'y'",
        'group :a do\n',
        'end\n',
        'if x\n',
        '%w[',
        '<<~A\n',
        '=begin\n',
        'add_dependency "a"',
        'GEM\n  specs:\n    a (1)\n',
        'DEPENDENCIES\n  a!\n',
        '{:a, "~> 1.0"}',
        '{:a, git: "x"',
        '"a": {:hex, :a, "1.0.0"',
        '"require": {"a/b": "^1"}',
        '"packages": [\n    {\n        "name": "a/b",\n',
        'dependencies:\n  a: ^1.0.0\n  b:\n    git: x\n',
        'packages:\n  a:\n    version: "1"\n',
        'dependencies {\n',
        'implementation("a:b:1")',
        "implementation 'a:b:$v'",
        'implementation group: "a", name: "b", version: ',
        'repositories { maven { url = uri("http://h") ; allowInsecureProtocol = true } }',
        'plugins { id("a.b") version "1" }',
        'val v = "1"\n',
        'ext { v = ',
        'constraints { ',
        'library("a", "b:c:1")',
        '\n    ',
        '$',
        '${',
        '/*',
        '*/',
        "'''",
        'a:b:1=c\n',
        'a.b/c v1.0.0 h1:A=\n',
        'distributionUrl=https\\://h/gradle-8-bin.zip',
        '[versions]\nv = "1"\n[libraries]\na = { module = "a:b", version.ref = "v" }\n',
        '<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>',
        '${a}</version></dependency><properties><a>1</a>',
        '<PackageReference Include="a;b" Version="$(V)" />',
        '<PropertyGroup><V>&#x31;</V><TargetFrameworks>a;b',
        '</',
        '<![CDATA[',
        '<plugin><artifactId>x</artifactId>',
        '<repository><url>http://h',
        '    "net8.0": {\n      "a": {\n        "resolved": "1"',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(path, fc.array(piece, { maxLength: 40 }), (name, pieces) => {
        const text = pieces.join('');
        const file = parseDependencies(name, text);
        const spans = [
          ...file.dependencies.flatMap((one) => [
            one.span,
            one.nameSpan,
            one.requirementSpan,
            one.versionSpan,
            one.deletion,
            one.origin?.span,
            one.location?.urlSpan,
            one.location?.refSpan,
          ]),
          ...file.comments.flatMap((one) => [one.span, one.covers]),
          ...file.problems.map((one) => one.span),
          ...file.settings.map((one) => one.valueSpan),
          ...file.registries.map((one) => one.urlSpan),
          ...file.includes.map((one) => one.span),
          ...file.runtimes.map((one) => one.requirementSpan),
          ...(file.variables ?? []).map((one) => one.span),
          ...file.roots.map((one) => one.span),
          ...(file.repositories ?? []).flatMap((one) => [
            one.span,
            one.nameSpan,
            one.list,
            one.urlSpan,
            one.insecure,
            one.deletion,
          ]),
        ];
        for (const span of spans)
          if (span)
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify([name, text, span]));
        const facts = dependencyFacts(file);
        assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
      }),
      { numRuns: 2000 },
    );
  });

  it('are read in linear time, however hostile', () => {
    const n = 30_000;
    const hostile = [
      '['.repeat(n),
      '{"a":'.repeat(n),
      '"'.repeat(n),
      ' '.repeat(n),
      'a' + ' '.repeat(n) + '-',
      '\\\n'.repeat(n),
      '#\n'.repeat(n),
      '('.repeat(n),
      '<a'.repeat(n),
      'a='.repeat(n),
      '"dependencies":{'.repeat(n / 10),
      '@'.repeat(n),
      'require (\n'.repeat(n / 10),
      '.'.repeat(n),
      `${'a'.repeat(n)}!`,
      `{"dependencies":{"a":"${'1'.repeat(n)}"}}`,
      `{"dependencies":{"a":"${'>1 '.repeat(n)}"}}`,
      `a${'>=1,'.repeat(n)}`,
      '"a@1", '.repeat(n / 10),
      'a@1:\n'.repeat(n),
      'packages:\n' + '  a@1:\n'.repeat(n),
      `importers:\n${'  .:\n    dependencies:\n'.repeat(n / 10)}`,
      `{"packages":{${'"a/'.repeat(n)}":["a@1"]}}`,
      `[install]\n${'{a='.repeat(n)}`,
      `a = ${'['.repeat(n)}`,
      `a = ${'{a='.repeat(n)}`,
      `a = [${'1,'.repeat(n)}`,
      `a = [${'x,'.repeat(n)}`,
      `a = { ${'x = 1, '.repeat(n / 4)}}`,
      `[project]\ndependencies = [${'"a", '.repeat(n / 4)}]`,
      `a = """\n${'b = """\n'.repeat(n / 4)}`,
      `a${'.a'.repeat(n)} = 1`,
      'a.a = 1\n'.repeat(n / 4),
      '[a]\n'.repeat(n / 4),
      '[[package]]\nname = "a"\n'.repeat(n / 10),
      'a = "\\'.repeat(n / 4),
      'a\n'.repeat(n),
      '{'.repeat(n),
      'a {\n'.repeat(n / 4),
      'dependencies {'.repeat(n / 10),
      '/*'.repeat(n),
      '\n/*'.repeat(n),
      '"""a'.repeat(n),
      "'''\n".repeat(n / 2),
      '$/'.repeat(n),
      '"${'.repeat(n / 2),
      `"${'${'.repeat(n)}"`,
      `implementation "${'a:'.repeat(n)}"`,
      'def a = "$a"\n'.repeat(n / 10),
      `a = ${'b + '.repeat(n / 4)}c`,
      `a${'.a'.repeat(n)}`,
      `dependencies { implementation(${"'a:b:1', ".repeat(n / 10)}) }`,
      `dependencies {\n${"implementation 'a:b:1'\n".repeat(n / 10)}}`,
      `repositories {\n${'maven { url "h" }\n'.repeat(n / 10)}}`,
      'a:b:1=c\n'.repeat(n / 4),
      'a \\\n'.repeat(n / 4),
      'a='.repeat(n) + '\\'.repeat(n),
      '<a>'.repeat(n),
      '<a b="'.repeat(n),
      '<!--'.repeat(n),
      '<project><properties>' + '<a>${a}</a>'.repeat(n / 10),
      '<project><properties>' +
        '<a>${b}${b}</a><b>${a}${a}</b>'.repeat(n / 20) +
        '</properties><dependency><artifactId>${a}'.repeat(2),
      '<dependency>'.repeat(n / 10),
      `<PackageReference Include="${'a;'.repeat(n)}" />`,
      '<PropertyGroup>' + '<a Condition="x">1</a>'.repeat(n / 10),
      '  "a": {\n'.repeat(n / 4),
    ];
    for (const text of hostile)
      for (const path of [
        ...Object.keys({ ...FILES, ...LOCKFILES }).filter((name) => !(name in PROGRAM_FILES)),
        '.yarnrc.yml',
        'bunfig.toml',
        '.npmrc',
        'pip.conf',
        'nuget.config',
        'settings.gradle',
        'settings.gradle.kts',
        'go.env',
        'gradle.properties',
        'gradle-wrapper.properties',
        'verification-metadata.xml',
        'settings.xml',
        '.yarnrc',
        'setup.py',
        'renovate.json5',
      ]) {
        assert.ok(dependencyFormatOf(path));
        parseDependencies(path, text);
      }
  });

  it('that are programs are read in linear time, however hostile', () => {
    const n = 30_000;
    const hostile = [
      '['.repeat(n),
      '"'.repeat(n),
      ' '.repeat(n),
      'a' + ' '.repeat(n) + '-',
      '\\\n'.repeat(n),
      '#\n'.repeat(n),
      '('.repeat(n),
      'a='.repeat(n),
      '.'.repeat(n),
      'a\n'.repeat(n),
      "gem 'a',\n".repeat(n / 10),
      'group :a do\n'.repeat(n / 10),
      'if a\n'.repeat(n / 4),
      'case a\n'.repeat(n / 10) + 'when a\n'.repeat(n / 10),
      '<<A\n'.repeat(n / 4),
      '=begin\n'.repeat(n / 4),
      '%w['.repeat(n / 4),
      "gem 'a', ".repeat(n / 4),
      `gem 'a', ${'['.repeat(n)}`,
      `gem 'a', ${'b: {'.repeat(n)}`,
      'GEM\n' + '    a (1)\n'.repeat(n / 4) + '      a\n'.repeat(n / 4),
      `PATH\n${'  remote: a\n    b (1)\n'.repeat(n / 10)}`,
      '{:a, '.repeat(n / 4),
      `{:a, [${'b: ['.repeat(n / 4)}`,
      '"""\n'.repeat(n / 4),
      `"a": {:hex, :a, "1", ${'{:b, "1", ['.repeat(n / 10)}`,
      `{\n    "packages": [\n${'        },{\n'.repeat(n / 4)}`,
      `{\n    "packages": [\n            ${'"name": "a", '.repeat(n / 4)}`,
      `{\n    "packages": [\n${'            "name\n'.repeat(n / 4)}`,
      `dependencies:\n${'  a:\n'.repeat(n / 10)}`,
    ];
    for (const text of hostile) for (const path of Object.keys(PROGRAM_FILES)) parseDependencies(path, text);
  });
});
