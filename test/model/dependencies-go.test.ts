import assert from 'node:assert/strict';
import { dependencyFormatOf, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { shown } from '../support/dependencies.ts';

describe('go.work', () => {
  it('reads folders, replacements and versions of the tool', () => {
    const text =
      'go 1.24.0\ntoolchain go1.24.1\nuse (\n\t./app // main\n\t.\n)\nuse "./lib/"\nreplace a.b/c => ../c\ngodebug default=go1.21\n';
    const file = parseDependencies('go.work', text);
    assert.deepEqual(
      [file.workspaces, file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`), file.problems],
      [['app', '', 'lib'], ['go 1.24.0', 'toolchain go1.24.1'], []],
    );
    assert.deepEqual(shown('go.work', text), ['replace replacement path a.b/c→../c']);
  });
});

describe('go.mod', () => {
  it('reads tools, settings and what is retracted', () => {
    const text =
      'module a.b/c\nretract (\n\tv1.0.0 // bad\n\t[v1.1.0, v1.2.0]\n)\ntool (\n\ta.b/t\n)\ngodebug (\n\tpanicnil=1\n)\nignore ./node_modules\n';
    const file = parseDependencies('go.mod', text);
    assert.deepEqual(
      file.settings.map(({ section, key, value, valueSpan }) => {
        assert.equal(text.slice(valueSpan.start, valueSpan.end), value);
        return [section, key, value];
      }),
      [
        ['tool', '', 'a.b/t'],
        ['godebug', 'panicnil', '1'],
        ['ignore', '', './node_modules'],
      ],
    );
    assert.deepEqual(
      file.dependencies.map(({ use, name, requirement }) => [use, name, requirement]),
      [
        ['retraction', 'a.b/c', 'v1.0.0'],
        ['retraction', 'a.b/c', '[v1.1.0, v1.2.0]'],
      ],
    );
    assert.deepEqual(file.problems, []);
  });
});

describe('go.sum', () => {
  it('tells hashes of modules from those of their go.mod files', () => {
    const text = 'a.b/c v1.0.0 h1:A=\r\na.b/c v1.0.0/go.mod h1:B=\r\na.b/d v0.1.0/go.mod h1:C=\r\nbroken line\r\n';
    const file = parseDependencies('go.sum', text);
    assert.deepEqual(shown('go.sum', text), ['- transitive a.b/c =v1.0.0']);
    assert.deepEqual(file.dependencies[0]?.integrity, ['h1:A=']);
    assert.deepEqual([...(file.roots[0]?.resolved.keys() ?? [])], ['a.b/c@v1.0.0', 'a.b/c@v1.0.0/go.mod', 'a.b/d@v0.1.0/go.mod']);
  });
});

describe('formats of Gradle and Go', () => {
  it('are told from the path', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['app/build.gradle.kts', 'build.gradle'],
      ['gradle/publish.gradle', 'build.gradle'],
      ['core/core.gradle.kts', 'build.gradle'],
      ['settings.gradle', 'settings.gradle'],
      ['gradle/libs.versions.toml', 'libs.versions.toml'],
      ['gradle/test-libs.versions.toml', 'libs.versions.toml'],
      ['buildscript-gradle.lockfile', 'gradle.lockfile'],
      ['gradle/dependency-locks/api.lockfile', 'gradle.lockfile'],
      ['other.lockfile', undefined],
      ['gradle.properties', 'gradle.properties'],
      ['application.properties', undefined],
      ['.mvn/wrapper/maven-wrapper.properties', 'maven-wrapper.properties'],
      ['gradle/verification-metadata.xml', 'verification-metadata.xml'],
      ['go.work.sum', 'go.sum'],
      ['home/.config/go/env', 'go.env'],
      ['go/env', undefined],
      ['Build.kts', undefined],
      ['versions.toml', undefined],
    ];
    for (const [path, format] of cases) assert.equal(dependencyFormatOf(path), format, path);
  });
});
