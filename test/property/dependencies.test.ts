import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dependencyFacts,
  parseDependencies,
  readDependencies,
  type Dependency,
} from '../../server/src/model/dependencies/index.ts';
import { JSON_LAYOUTS, OTHER_LAYOUTS } from '../support/broken-files.ts';
import { FILES, LOCKFILES, SETTINGS_NAMES } from '../support/dependency-files.ts';

/** A catalog or framework may lose a character of its name, which all that stands in it bears. */
const keyOf = ({ section, name, requirement, version }: Dependency): string =>
  [section.replace(/^catalogs\..*/, 'catalogs').replace(/^n?e?t?8?\.?0?$/, 'net8.0'), name, requirement, version].join(' ');

/** The dependencies as the library shows them. */
const shown = (path: string, text: string): string[] =>
  readDependencies(path, text).map(({ rawName, requirement = '', version = '' }) => `${rawName} ${requirement} ${version}`);

/** What is in `all` oftener than in `others`. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

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

  for (const [path, text] of Object.entries({ ...JSON_LAYOUTS, ...OTHER_LAYOUTS }))
    it(`${path}: any one character may be deleted, whatever the layout`, () => {
      const all = shown(path, text);
      assert.ok(all.length >= 3);
      // The one that lost its character may itself be another one now.
      const admitted = Math.max(1, Math.floor(all.length * 0.1));
      for (let at = 0; at < text.length; at++) {
        const found = shown(path, text.slice(0, at) + text.slice(at + 1));
        const lost = without(all, found);
        const invented = without(found, all);
        const place = `${JSON.stringify(text.slice(Math.max(0, at - 30), at))} without ${JSON.stringify(text[at])}`;
        assert.ok(lost.length <= admitted, `${place} lost ${lost.join(', ')}`);
        assert.ok(invented.length <= admitted, `${place} invented ${invented.join(', ')}`);
      }
    });

  it('may have one character too many', () => {
    const files = Object.entries({ ...JSON_LAYOUTS, ...OTHER_LAYOUTS });
    let [kept, same, all] = [0, 0, 0];
    for (const [path, text] of files) {
      const before = shown(path, text);
      for (let at = 0; at < text.length; at += 3) {
        const stray = ',"}]:x\n'[at % 7] ?? '';
        all += before.length;
        const lost = without(before, shown(path, text.slice(0, at) + stray + text.slice(at))).length;
        same += before.length - lost;
        // The one that it stands in may itself be another one now.
        kept += before.length - Math.max(0, lost - 1);
      }
    }
    assert.ok(kept >= all * 0.97, `${String(kept)} of ${String(all)}`);
    assert.ok(same >= all * 0.925, `${String(same)} of ${String(all)}`);
  });

  it('have spans inside their text, whatever it is', () => {
    const path = fc.constantFrom(
      ...Object.keys({ ...FILES, ...LOCKFILES }),
      ...SETTINGS_NAMES,
      'npm-shrinkwrap.json',
      'constraints.txt',
      '.pypirc',
      'auth.json',
      'gems.locked',
      'pubspec_overrides.yaml',
      'uv.toml',
      'poetry.toml',
      '.cargo/config.toml',
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
});
