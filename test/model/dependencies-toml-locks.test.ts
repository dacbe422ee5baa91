import assert from 'node:assert/strict';
import { lockOf, shown } from '../support/dependencies.ts';
import { LOCKFILES } from '../support/lockfile-cases.ts';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';

const factsIn = (path: string, text: string): string[] =>
  parseDependencies(path, text).dependencies.map(
    ({ name, integrity = [], requires = [] }) => `${name}: ${integrity.join(' ')} | ${requires.join(' ')}`,
  );

describe('lockfiles of Cargo and Python', () => {
  for (const [title, one] of Object.entries(LOCKFILES)) {
    it(`${title} is read`, () => {
      assert.deepEqual(shown(one.path, one.text), one.shown);
      assert.deepEqual(factsIn(one.path, one.text), one.facts);
      const { roots, dependencies, role } = parseDependencies(one.path, one.text);
      assert.equal(role, 'lockfile');
      assert.deepEqual(
        roots.map(({ path, name, resolved, linked }) => [path, name, [...resolved.keys()].join(' '), [...linked].join(' ')]),
        one.roots,
      );
      for (const { rawName, nameSpan, version, versionSpan, span } of dependencies) {
        assert.equal(one.text.slice(nameSpan.start, nameSpan.end), rawName);
        if (versionSpan) assert.equal(one.text.slice(versionSpan.start, versionSpan.end), version);
        assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
        if (!one.path.endsWith('Pipfile.lock')) assert.match(one.text.slice(span.start, span.end), /^\[\[packages?\]\]\n[^]*\S$/);
      }
    });

    it(`${title} is the same with a byte order mark and other line breaks`, () => {
      const text = `\uFEFF${one.text.replaceAll('\n', '\r\n')}`;
      assert.deepEqual(shown(one.path, text), one.shown);
      assert.deepEqual(factsIn(one.path, text), one.facts);
    });
  }

  describe('belong to manifests', () => {
    const lockOfApp = (name: string) => LOCKFILES[name]?.text ?? '';
    const cargo = lockOfApp('Cargo.lock version 4');
    const uv = lockOfApp('uv.lock');
    const cases: readonly (readonly [what: string, files: Record<string, string>, path: string, locked: string | undefined])[] = [
      ['beside', { 'Cargo.toml': '[package]\nname = "app"', 'Cargo.lock': cargo }, 'Cargo.toml', 'log serde tree | local rand'],
      [
        'of a member, by its name',
        { 'crates/local/Cargo.toml': '[package]\nname = "local"', 'Cargo.lock': cargo },
        'crates/local/Cargo.toml',
        'log | ',
      ],
      [
        'but not of a package that it does not know',
        { 'examples/x/Cargo.toml': '[package]\nname = "x"', 'Cargo.lock': cargo },
        'examples/x/Cargo.toml',
        undefined,
      ],
      [
        'of a virtual workspace',
        { 'Cargo.toml': '[workspace]\nmembers = ["*"]', 'Cargo.lock': cargo },
        'Cargo.toml',
        'log serde tree | local rand',
      ],
      [
        'of a member, by its folder',
        { 'packages/lib/pyproject.toml': '', 'uv.lock': uv },
        'packages/lib/pyproject.toml',
        'flask jinja2 pytest tree | app lib',
      ],
      ['but not of another folder', { 'examples/pyproject.toml': '', 'uv.lock': uv }, 'examples/pyproject.toml', undefined],
      [
        'and those of Poetry only of their own folder',
        { 'a/pyproject.toml': '', 'poetry.lock': lockOfApp('poetry.lock') },
        'a/pyproject.toml',
        undefined,
      ],
      ['beside a Pipfile', { Pipfile: '', 'Pipfile.lock': lockOfApp('Pipfile.lock') }, 'Pipfile', 'flask pytest tree | here'],
    ];
    for (const [what, files, path, locked] of cases)
      it(what, () => {
        const lock = lockOf(files, path);
        assert.equal(
          lock && `${[...lock.locked.keys()].toSorted().join(' ')} | ${[...lock.linked].toSorted().join(' ')}`,
          locked,
        );
      });
  });
});
