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

  it('have environments of Hatch', () => {
    const text =
      '[tool.hatch.envs.default]\ndependencies = ["a>=1", "{matrix:x}", "b=={matrix:v}", "c @ {root:uri}"]\nfeatures = ["no"]\n[tool.hatch.envs.lint]\nextra-dependencies = ["d"]\n[tool.hatch.envs.lint.scripts]\ndependencies = "echo"\n';
    assert.deepEqual(shown('pyproject.toml', text), ['a ">=1" dev', 'd "" dev']);
  });

  it('lock extras apart from groups', () => {
    const package_ = (name: string): string =>
      `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.example/simple" }\n\n`;
    const root =
      '[[package]]\nname = "app"\nsource = { virtual = "." }\ndependencies = [\n    { name = "a" },\n]\n\n[package.optional-dependencies]\nx = [\n    { name = "a" },\n    { name = "b" },\n    { name = "c" },\n]\n\n[package.dev-dependencies]\ndev = [\n    { name = "c" },\n    { name = "d" },\n]\n\n';
    assert.deepEqual(shown('uv.lock', `version = 1\n\n${root}${['a', 'b', 'c', 'd', 'e'].map(package_).join('')}`), [
      'a 1.0',
      'b 1.0 optional',
      'c 1.0 optional',
      'd 1.0 dev',
      'e 1.0 T',
    ]);
  });

  it('say more of what `project` asks for in the table of Poetry', () => {
    const text =
      '[project]\nname = "My_App"\ndependencies = ["a (>=1.0)", "b"]\n[project.optional-dependencies]\nall = ["my-app[x]"]\n[tool.poetry.dependencies]\na = { source = "corp" }\nc = "^1"\n';
    assert.deepEqual(shown('pyproject.toml', text), ['a ">=1.0"', 'b ""', 'c "^1"']);
  });

  it('have comments behind requirements of setup.cfg', () => {
    const text =
      '[options]\ninstall_requires =\n    a # one\n    b==1.0  # two\n    c @ https://files.example/c.zip#egg=c\n    # d\n';
    assert.deepEqual(shown('setup.cfg', text), ['a ""', 'b 1.0', 'c - url']);
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

  it('have requirements in attributes of mix.exs', () => {
    const text =
      'defmodule A.MixProject do\n  @version "1.0.0"\n  @b "~> 3.0"\n  @c "1.0"\n  @c "2.0"\n  defp deps do\n    [{:a, @version, only: :dev}, {:b, @b}, {:c, @c}, {:d, git: "https://h.example/d", tag: @version}, {:e, "~> #{@version}"}]\n  end\nend\n';
    assert.deepEqual(shown('mix.exs', text), ['a 1.0.0 dev', 'b "~> 3.0"', 'c -', 'd - git', 'e -']);
  });

  it('have the gems of their own folder, and nothing else of that', () => {
    const gems =
      'PATH\n  remote: .\n  specs:\n    own (0.1.0)\n      a\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.0)\n\nDEPENDENCIES\n  own!\n';
    assert.deepEqual(shown('Gemfile.lock', gems), ['own 0.1.0 path', 'a 1.0']);
    assert.deepEqual(shown('Pipfile', '[packages]\napp = {editable = true, path = "."}\nb = "*"\n'), ['b "*"']);
  });

  it('have comments behind modules of Go, and modules without an address', () => {
    const text =
      'module app\nrequire (\n\ta.example/a v1.0.0 // seen // indirect\n\ta.example/b v1.0.0 // indirect; seen\n\ta.example/c v1.0.0 //indirect // seen\n\town v0.0.0\n)\nreplace own => ./own\n';
    assert.deepEqual(shown('go.mod', text), ['a.example/a v1.0.0', 'a.example/b v1.0.0 T', 'a.example/c v1.0.0 T', 'own v0.0.0']);
  });

  it('share a group and a version in one text, and name a version behind two names', () => {
    const managed = "dependencyManagement {\n  dependencies {\n    dependencySet('g:1.0') { entry 'a' }\n  }\n}\n";
    assert.deepEqual(shown('build.gradle', managed), ['g:a 1.0']);
    const text = 'dependencies {\n  api("g", "a", version = "1.0")\n  api("g", "b", classifier = "x", version = "2.0")\n}\n';
    assert.deepEqual(shown('build.gradle.kts', text), ['g:a 1.0', 'g:b 2.0']);
  });

  it('have keyword lists of dependencies in mix.exs', () => {
    const text =
      'defmodule A.MixProject do\n  def project do\n    [app: :a, deps: deps(), docs: [main: "x", ref: "1.0"]]\n  end\n  defp deps do\n    o = [git: "https://h.example/o", tag: "1.0"]\n    [a: "~> 1.0", b: [git: "https://h.example/b", tag: "1.0"], c: x(d: "1.0")] ++ [{:o, o}]\n  end\n  defp more, do: [no: "1.0"]\nend\n';
    assert.deepEqual(shown('mix.exs', text), ['a "~> 1.0"', 'b - git', 'o -']);
  });

  it('are not what other tools put into a block of dependencies', () => {
    const text =
      'dependencies {\n  intellijPlatform {\n    plugin("no.a:1.0.0")\n    plugin("no.b", "1.0.0")\n    plugins("no.c:1.0", "no.d:2.0")\n  }\n  include(implementation("g:a:1.0"))\n  include("g:b:1.0")\n}\n';
    assert.deepEqual(shown('build.gradle.kts', text), ['g:a 1.0', 'g:b 1.0']);
    assert.deepEqual(shown('build.gradle', "dependencies {\n  implementation fg.deobf('g:a:1.0')\n}\n"), ['g:a 1.0']);
  });

  it('are asked for once in the branches of a gem', () => {
    const text =
      'Gem::Specification.new do |s|\n  if s.respond_to? :x\n    s.add_development_dependency(%q<a>, [">= 1"])\n    s.add_dependency "b", "1.0"\n  else\n    s.add_dependency(%q<a>, [">= 1"])\n    s.add_dependency "b", "2.0"\n  end\nend\n';
    assert.deepEqual(shown('a.gemspec', text), ['a ">= 1" dev', 'b 1.0', 'b 2.0']);
  });

  it('are not found in files with the content of others', () => {
    const json = '{"error": "not found", "items": [1, 2, {"name": "a", "version": "1.0"}]}\n';
    const texts = ['this is not a lockfile\n', json, 'title = "x"\n[owner]\nname = [ "a" ]\n', '- item one\n* item 1.0\n'];
    for (const path of [
      'go.sum',
      'gradle.lockfile',
      'requirements.txt',
      'poetry.lock',
      'Gemfile.lock',
      'yarn.lock',
      'mix.lock',
      'go.mod',
    ])
      for (const text of texts) assert.deepEqual(shown(path, text), [], `${path}: ${text}`);
    assert.deepEqual(shown('requirements.txt', 'a=1.0\nb = 2.0\n'), ['a "=1.0"', 'b "= 2.0"']);
  });

  it('have modules that a script keeps for the others of its build', () => {
    const text =
      "ext {\n  v = '2.7'\n  libraries = [:]\n  deps = [gson: \"g:gson:$v\", inner: [junit: 'g:junit:4.12'], time: 'HH:mm:ss', port: 'tcp:host:8080', used: 'g:used:1']\n  one = 'g:one:1.0'\n}\nlibraries.jsch = 'g:jsch:0.1'\nlibraries += [\n  ant: 'g:ant:1.9',\n]\ndef local = 'g:local:1.0'\ndependencies { implementation deps.used }\n";
    assert.deepEqual(shown('gradle/dependencies.gradle', text), [
      'g:gson 2.7',
      'g:junit 4.12',
      'g:one 1.0',
      'g:jsch 0.1',
      'g:ant 1.9',
      'g:used 1',
    ]);
    assert.deepEqual(shown('deps.gradle.kts', 'extra["a"] = "g:a:1.0"\nval b by extra("g:b:1.0")\nval c = "g:c:1.0"\n'), [
      'g:a 1.0',
      'g:b 1.0',
    ]);
  });

  it('freeze the requirements of a gem', () => {
    const text = 'Gem::Specification.new do |s|\n  s.add_dependency(%q<a>.freeze, ["~> 1.0".freeze, ">= 1.0.1".freeze])\nend\n';
    assert.deepEqual(shown('a.gemspec', text), ['a "~> 1.0, >= 1.0.1"']);
  });
});
