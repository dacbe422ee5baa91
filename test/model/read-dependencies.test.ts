import assert from 'node:assert/strict';
import { readDependencies } from '../../server/src/index.ts';
import { shownDependencies as shown } from '../support/shown-dependencies.ts';

describe('readDependencies', () => {
  it('fills in versions of dependencyManagement and leaves out what runs the build', () => {
    const artifact = (element: string, id: string, version: string, more = ''): string =>
      `<${element}><groupId>g</groupId><artifactId>${id}</artifactId>${version && `<version>${version}</version>`}${more}</${element}>`;
    const text = `<project>
  ${artifact('parent', 'parent', '3')}
  <artifactId>app</artifactId>
  <properties><a.version>1.0</a.version></properties>
  <dependencyManagement><dependencies>${artifact('dependency', 'managed', '${a.version}')}</dependencies></dependencyManagement>
  <dependencies>${artifact('dependency', 'managed', '')}${artifact('dependency', 'own', '${project.version}')}${artifact('dependency', 'unknown', '')}</dependencies>
  <build><plugins>${artifact('plugin', 'plugin', '2', `<dependencies>${artifact('dependency', 'inner', '1')}</dependencies>`)}</plugins></build>
  <profiles><profile><id>build</id><dependencies>${artifact('dependency', 'profiled', '1', '<scope>test</scope>')}</dependencies></profile></profiles>
</project>`;
    assert.deepEqual(shown('pom.xml', text), [
      'g:managed 1.0',
      'g:managed 1.0',
      'g:own 3 workspace',
      'g:unknown -',
      'g:profiled 1 test',
    ]);
    assert.deepEqual(
      readDependencies('pom.xml', text).map(({ use }) => use),
      ['constraint', 'declared', 'declared', 'declared', 'declared'],
    );
  });

  it('leaves out the plugins of Gradle', () => {
    assert.deepEqual(shown('build.gradle', "plugins { id 'a.b' version '1' }\ndependencies {\n  implementation 'g:a:1.0'\n}\n"), [
      'g:a 1.0',
    ]);
    assert.deepEqual(shown('gradle/libs.versions.toml', '[libraries]\na = "g:a:1.0"\n[plugins]\np = "a.b:1"\n'), ['g:a 1.0']);
  });

  it('takes names that a function of a build is given for no module', () => {
    const text =
      'dependencies {\n  api(all()) { includeJars("oro", "jdom", "log4j", rootProject = rootProject) }\n  api("junit", "junit", "4.12")\n  api("a.b", "c")\n}\n';
    assert.deepEqual(shown('build.gradle.kts', text), ['junit:junit 4.12', 'a.b:c -']);
  });

  it('reads verification metadata of Gradle', () => {
    const text =
      '<verification-metadata><configuration><verify-metadata>true</verify-metadata></configuration><components>\n<component group="g" name="a" version="1.0"><artifact name="a-1.0.jar"/></component>\n</components></verification-metadata>';
    assert.deepEqual(shown('gradle/verification-metadata.xml', text), ['g:a 1.0 T']);
    const [found] = readDependencies('gradle/verification-metadata.xml', text);
    assert.equal(text.slice(found?.start, found?.end).startsWith('<component group="g"'), true);
  });

  it('shows a locked package once for each version', () => {
    const entry = (type: string, resolved: string): unknown => ({ type, resolved });
    const text = JSON.stringify(
      {
        version: 1,
        dependencies: {
          'net6.0': { 'My.A': entry('Transitive', '1.0.0'), B: entry('Direct', '2.0.0'), own: { type: 'Project' } },
          net48: { 'My.A': entry('Direct', '1.0.0'), B: entry('Direct', '2.1.0') },
        },
      },
      null,
      '\t',
    );
    assert.deepEqual(shown('packages.lock.json', text), ['My.A 1.0.0', 'B 2.0.0', 'B 2.1.0']);
    const lock = JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', dependencies: { a: '1' }, devDependencies: { b: '1' } },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/b': { version: '1.0.0', dev: true },
        'node_modules/a/node_modules/b': { version: '1.0.0' },
        'node_modules/w': { resolved: 'w', link: true },
        w: { version: '0.0.1' },
      },
    });
    assert.deepEqual(shown('package-lock.json', lock), ['a 1.0.0', 'b 1.0.0']);
  });

  it('knows files by their paths, those of Windows too', () => {
    assert.deepEqual(shown('C:\\work\\package.json', '{"dependencies":{"a":"1.0.0"}}'), ['a 1.0.0']);
    assert.deepEqual(shown('requirements/edx/base.txt', 'a==1\n'), ['a 1']);
    for (const path of ['notes.txt', 'tsconfig.json', 'poetry.lock.bak']) assert.deepEqual(shown(path, 'a==1\n'), []);
  });

  it('joins the requirements of a gem, and knows no version of a folder that Yarn linked', () => {
    assert.deepEqual(shown('Gemfile', "gem 'rails', '~> 7.0', '>= 7.0.4'\n"), ['rails "~> 7.0, >= 7.0.4"']);
    const lock =
      '__metadata:\n  version: 8\n\n"p@portal:../p::locator=app%40workspace%3A.":\n  version: 0.0.0-use.local\n  resolution: "p@portal:../p::locator=app%40workspace%3A."\n  languageName: node\n  linkType: soft\n';
    assert.deepEqual(shown('yarn.lock', lock), ['p - T path']);
  });

  it('leaves out constraints of uv, and shows constraints files', () => {
    assert.deepEqual(
      shown('pyproject.toml', '[project]\ndependencies = ["a==1"]\n[tool.uv]\nconstraint-dependencies = ["b<2"]\n'),
      ['a 1'],
    );
    assert.deepEqual(shown('constraints.txt', 'b==2\n'), ['b 2']);
  });
});

describe('lockfiles that were not written as usual', () => {
  it('have literal strings, and strings of several lines', () => {
    assert.deepEqual(
      shown('Cargo.lock', "[[package]]\nname = 'a'\nversion = '1.0.0'\nsource = 'registry+https://index.example'\n"),
      ['a 1.0.0 T'],
    );
    const poetry =
      '[[package]]\nname = "a"\nversion = "1.0"\ndescription = """\n[[package]]\nname = "no"\nversion = "6"\n"""\noptional = false\n\n[package.dependencies.c]\nversion = ">=1"\n\n[[package]]\nname = "c"\nversion = "2.0"\n';
    assert.deepEqual(shown('poetry.lock', poetry), ['a 1.0', 'c 2.0 T']);
    // A lost quote spoils no more than its package.
    assert.deepEqual(shown('poetry.lock', poetry.replace('"""\noptional', '""\noptional')).at(-1), 'c 2.0 T');
  });

  it('have lists on one line, entries without versions, several entries on a line', () => {
    const pdm =
      '[[package]]\nname = "a"\nversion = "1"\ndependencies = ["B<2,>=1", "c; sys_platform == \\"win32\\""]\n\n[[package]]\nname = "b"\nversion = "1.5"\n\n[[package]]\nname = "c"\nversion = "3"\n';
    assert.deepEqual(shown('pdm.lock', pdm), ['a 1', 'b 1.5 T', 'c 3 T']);
    assert.deepEqual(shown('Pipfile.lock', '{"_meta":{},"default":{"a":{"version":"*"},"b":{"version":"===1.0"}}}'), [
      'a -',
      'b 1.0',
    ]);
    assert.deepEqual(
      shown('mix.lock', '%{"a": {:hex, :a, "1.0.0", "h", [:mix], []}, "b": {:git, "https://h.example/b.git", "0123"}}\n'),
      ['a 1.0.0', 'b - git'],
    );
  });

  it('are read around a lost character where all stands on one line', () => {
    assert.deepEqual(shown('package.json', '{"name":"r,"dependencies":{"a":"1.0.0,"b":"2.0.0","c":"3.0.0"}}'), [
      'a 1.0.0',
      'b 2.0.0',
      'c 3.0.0',
    ]);
    assert.deepEqual(shown('package.json', '{"name":"r","dependencies: {"a":"1.0.0","b":"2.0.0"}}'), ['a 1.0.0', 'b 2.0.0']);
    assert.deepEqual(
      shown(
        'package-lock.json',
        '{\n  "lockfileVersion": 1,\n  "depedencies": {\n    "a": {\n      "version": "1.0.0"\n    }\n  }\n}\n',
      ),
      ['a 1.0.0'],
    );
    assert.deepEqual(
      shown(
        'pom.xml',
        '<projectxmlns="x"><version>2</version><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>${project.version}</version></dependency></dependencies></project>',
      ),
      ['g:a 2'],
    );
  });
});
