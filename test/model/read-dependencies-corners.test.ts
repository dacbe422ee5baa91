import assert from 'node:assert/strict';
import { readDependencies } from '../../server/src/index.ts';
import { shownDependencies as shown } from '../support/shown-dependencies.ts';

describe('readDependencies, lockfiles of npm, Yarn, pnpm and Bun', () => {
  it('show what is installed under two names once', () => {
    const lock = JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { al: 'npm:real@1', real: '1' } },
        'node_modules/al': { name: 'real', version: '1.0.0' },
        'node_modules/real': { version: '1.0.0' },
        'node_modules/empty': { version: '' },
      },
    });
    assert.deepEqual(shown('package-lock.json', lock), ['real 1.0.0 alias', 'empty - T']);
  });

  it('know the version of an archive that npm 5 wrote instead of it', () => {
    const url = 'https://registry.example/@s/acorn-jsx/-/acorn-jsx-3.0.1-rc.1.tgz';
    const text = `{"lockfileVersion":1,"dependencies":{"@s/acorn-jsx":{"version":"${url}"},"t":{"version":"https://files.example/t-1.0.0.tgz"}}}`;
    assert.deepEqual(shown('package-lock.json', text), ['@s/acorn-jsx 3.0.1-rc.1', 't - url']);
  });

  it('have keys too long for one line', () => {
    const yarn =
      '__metadata:\n  version: 8\n\n? "a@npm:1, a@npm:^1.0.0, a@npm:~1.0.0"\n:\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  languageName: node\n  linkType: hard\n\n"b@npm:2":\n  version: 2.0.0\n  resolution: "b@npm:2.0.0"\n';
    assert.deepEqual(shown('yarn.lock', yarn), ['a 1.0.0 T', 'b 2.0.0 T']);
    const pnpm =
      "lockfileVersion: '6.0'\n\npackages:\n\n  ? /@s/long@1.0.0(@a/b@1.0.0)(c@2.0.0)\n  : resolution: {integrity: sha512-a}\n    dependencies:\n      c: 2.0.0\n    dev: true\n\n  /c@2.0.0:\n    resolution: {integrity: sha512-a}\n    dev: false\n";
    assert.deepEqual(shown('pnpm-lock.yaml', pnpm), ['@s/long 1.0.0 T dev', 'c 2.0.0 T']);
  });

  it('write peers behind a slash in version 5.0 of pnpm', () => {
    const text =
      'lockfileVersion: 5\npackages:\n  /c/1.0.0/d@1.0.0:\n    dev: true\n  /e/2.0.0/@s/f@1.0.0+g@2.0.0:\n    dev: false\n  /h/3.0.0_@s+f@1.0.0:\n    dev: false\n';
    assert.deepEqual(shown('pnpm-lock.yaml', text), ['c 1.0.0 T dev', 'e 2.0.0 T', 'h 3.0.0 T']);
  });

  it('are laid out otherwise than Bun does it', () => {
    const minified =
      '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{"a":["a@1.0.0","",{"dependencies":{"b":"2"}},"sha512-a"],"a/b":["b@2.0.0","",{},"sha512-a"]}}';
    assert.deepEqual(shown('bun.lock', minified), ['a 1.0.0', 'b 2.0.0 T']);
    const spread =
      '{\n\t"lockfileVersion": 1,\n\t"packages": {\n\t\t"a": [\n\t\t\t"a@1.0.0",\n\t\t\t"",\n\t\t\t{},\n\t\t],\n\t\t"b": ["b@1.0.0", "", {}, "sha512-a"],\n\t\t"r": ["r@root:", {}],\n\t},\n}\n';
    assert.deepEqual(shown('bun.lock', spread), ['a 1.0.0 T', 'b 1.0.0 T']);
  });

  it('leave catalogs to their manifests, that of Yarn too', () => {
    const text = 'nodeLinker: node-modules\ncatalog:\n  react: ^18.2.0\ncatalogs:\n  old:\n    vue: npm:2.0.0\n';
    assert.deepEqual(shown('.yarnrc.yml', text), ['react "^18.2.0"', 'vue 2.0.0']);
  });
});

describe('readDependencies, files of Python', () => {
  it('know a wheel by the name of its file', () => {
    const text =
      './downloads/numpy-1.9.2-cp34-none-win32.whl\nhttp://files.example/wxPython_Phoenix-3.0.3.dev1820+49a8884-cp34-none-win_amd64.whl\nb @ https://files.example/b-2.0%2Bcu118-1-py3-none-any.whl#sha256=aa ; python_version > "3"\nwheels/c-1.0-py3-none-any.whl\n./d-1.0.tar.gz\nhttps://files.example/e-1.0.zip#egg=e\n';
    assert.deepEqual(shown('requirements.txt', text), [
      'numpy 1.9.2 path',
      'wxpython-phoenix 3.0.3.dev1820+49a8884 url',
      'b 2.0+cu118 url',
      'c 1.0 path',
      'e - url',
    ]);
  });

  it('have what only other tools than the usual ones write', () => {
    assert.deepEqual(
      shown(
        'pyproject.toml',
        '[tool.rye]\ndev-dependencies = ["a>=8"]\n[tool.flit.metadata]\nrequires = ["b==1"]\n[tool.flit.metadata.requires-extra]\ntest = ["c"]\n[tool.pdm.dev-dependencies]\nx = ["-e file:///${PROJECT_ROOT}/sub#egg=sub"]\n',
      ),
      ['a ">=8" dev', 'b 1', 'c "" optional', 'sub - path dev'],
    );
    assert.deepEqual(
      shown('pylock.toml', "[[packages]]\nname='a'\nvcs={type='git',url='https://h.example/a',commit-id='0123'}\n"),
      ['a - git'],
    );
    const poetry =
      '[[package]]\nname = "a"\nversion = "1.0"\ndescription = \'\'\'\nname = "no"\nversion = "6"\n\'\'\'\noptional = false\n';
    assert.deepEqual(shown('poetry.lock', poetry), ['a 1.0']);
  });

  it('say more of what `project` asks for in the table of Poetry', () => {
    const text =
      '[project]\nname = "My_App"\ndependencies = ["a (>=1.0)", "b"]\n[project.optional-dependencies]\nall = ["my-app[x]"]\n[tool.poetry.dependencies]\na = { source = "corp" }\nc = "^1"\n';
    assert.deepEqual(shown('pyproject.toml', text), ['a ">=1.0"', 'b ""', 'c "^1"']);
  });

  it('list requirements on one line of setup.cfg', () => {
    const text =
      '[options]\nsetup_requires = setuptools_scm; wheel>=0.3\ninstall_requires = a==1.0; python_version < "3"; b\ntests_require =\n    c; extra == "x"\n';
    assert.deepEqual(shown('setup.cfg', text), ['setuptools-scm ""', 'wheel ">=0.3"', 'a 1.0', 'b ""', 'c "" dev']);
  });
});

describe('readDependencies, other files', () => {
  it('leave out halves of names, and what runs the build', () => {
    const text =
      '<project><dependencies><dependency><artifactId>a</artifactId></dependency><dependency><groupId>g</groupId></dependency><dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies></project>';
    assert.deepEqual(shown('pom.xml', text), ['g:b -']);
    const extension =
      '<extensions><extension><groupId>g</groupId><artifactId>a</artifactId><version>1</version></extension></extensions>';
    assert.deepEqual(shown('.mvn/extensions.xml', extension), []);
  });

  it('leave out what comes with an SDK', () => {
    const text = 'dependencies:\n  flutter:\n    sdk: flutter\n  a: ^1.0.0\n  b:\n    path: ../b\n';
    assert.deepEqual(shown('pubspec.yaml', text), ['a "^1.0.0"', 'b - path']);
    const lock =
      'packages:\n  sky_engine:\n    dependency: transitive\n    description: flutter\n    source: sdk\n    version: "0.0.99"\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      url: "https://pub.example"\n    source: hosted\n    version: "1.0.0"\n';
    assert.deepEqual(shown('pubspec.lock', lock), ['a 1.0.0']);
  });

  it('have blanks around lines', () => {
    const text = '# comment\n  g:a:1.0=compileClasspath  \r\n\tg:b:1.1=testCompileClasspath\n';
    assert.deepEqual(shown('gradle.lockfile', text), ['g:a 1.0', 'g:b 1.1 test']);
    const [first] = readDependencies('gradle.lockfile', text);
    assert.equal(text.slice(first?.start, first?.end), 'g:a:1.0=compileClasspath');
  });

  it('have packages of Composer on the lines of their lists', () => {
    const text =
      '{\n  "packages": [\n    {\n      "name": "a/a",\n      "version": "1.0.0",\n      "dist": {"type": "path", "url": "../a"}\n    },\n    {"name": "b/b", "version": "v2.0.0"}\n  ],\n  "packages-dev": []\n}\n';
    assert.deepEqual(shown('composer.lock', text), ['a/a 1.0.0 path', 'b/b v2.0.0']);
    assert.deepEqual(shown('composer.lock', text.replace('[]', '[{"name": "c/c", "version": "3"}]')), [
      'a/a 1.0.0 path',
      'b/b v2.0.0',
      'c/c 3 dev',
    ]);
  });

  it('freeze the requirements of a gem', () => {
    const text = 'Gem::Specification.new do |s|\n  s.add_dependency(%q<a>.freeze, ["~> 1.0".freeze, ">= 1.0.1".freeze])\nend\n';
    assert.deepEqual(shown('a.gemspec', text), ['a "~> 1.0, >= 1.0.1"']);
  });
});
