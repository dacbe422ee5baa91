import assert from 'node:assert/strict';
import { shown, without } from '../support/dependencies.ts';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';

const CARGO = `cargo-features = []
[package]
name = "app"
rust-version = "1.80"

[workspace]
members = ["crates/*", "tools"]

[workspace.dependencies]
serde = { version = "1.0.200", features = ["derive"] }
local = { path = "crates/local" }

[dependencies]
serde.workspace = true
log = "0.4" # logging
rand_old = { package = "rand", version = "=0.7.3" }
git_branch = { git = "https://git.example/a/b", branch = "main" }
git_rev = { git = "https://git.example/a/b.git", rev = "0123456789abcdef0123456789abcdef01234567" }
git_none = { git = "ssh://git@git.example/a/b.git" }
private = { version = "1", registry = "mine" }
opt = { version = "2", optional = true }

[dependencies.tokio]
version = "1.38"
features = [
  "full",
]

[dev-dependencies]
tempfile = "3"

[build-dependencies]
cc = "1"

[target.'cfg(windows)'.dependencies]
winapi = "0.3"

[target.x86_64-unknown-linux-gnu.dev-dependencies]
nix = "0.29"

[patch.crates-io]
log = { git = "https://git.example/log", tag = "v1" }

[replace]
"foo:0.1.0" = { path = "../foo" }
`;

const PYPROJECT = `[build-system]
requires = ["hatchling"]

[project]
name = "My_App"
requires-python = ">=3.10"
dependencies = [
  "requests[socks]>=2.31,<3", # http
  "Flask_Login ~= 0.6 ; python_version < '3.12'",
  "pkg @ git+https://git.example/a/b.git@v1",
  "esc; sys_platform == \\"win32\\"",
  "torch==2.3.0",
  "not a requirement",
]

[project.optional-dependencies]
test = ["pytest>=8", "my-app[extra]"]

[dependency-groups]
dev = ["ruff==0.5.0", {include-group = "lint"}]
lint = ["mypy"]

[tool.uv]
dev-dependencies = ["black"]
constraint-dependencies = ["urllib3<2"]
override-dependencies = ["idna==3.7"]

[tool.uv.sources]
torch = { index = "pytorch" }
requests = { git = "https://git.example/r.git", branch = "main" }
mypy = { workspace = true }

[[tool.uv.index]]
name = "pytorch"
url = "https://pytorch.example/simple"

[tool.uv.workspace]
members = ["packages/*"]

[tool.pdm.dev-dependencies]
doc = ["sphinx>7"]

[tool.poetry.dependencies]
python = "^3.10"
httpx = "^0.27"
exact = "1.2.3"
rich = {version = ">=13", extras = ["x"], optional = true}
multi = [
  {version = "<2", python = "<3.9"},
  {version = "^2", python = ">=3.9"},
]
src = {git = "https://git.example/s.git", tag = "v1"}
here = {path = "../here", develop = true}
wheel = {url = "https://files.example/w.whl"}

[tool.poetry.group.dev.dependencies]
coverage = "*"

[tool.poetry.group.docs]
optional = true
[tool.poetry.group.docs.dependencies]
mkdocs = "^1"

[[tool.poetry.source]]
name = "mine"
url = "https://user:secret@pypi.example/simple"
`;

const PIPFILE = `[[source]]
url = "https://pypi.example/simple"
name = "pypi"

[packages]
requests = "*"
Flask = {version = "==2.0.0", extras = ["async"], markers = "python_version < '3.9'"}
git = {git = "https://git.example/a.git", ref = "main"}
here = {path = ".", editable = true}
[packages.table]
version = "~=1.0"

[dev-packages]
pytest = ">=8"

[docs]
sphinx = "*"

[scripts]
test = "pytest"

[requires]
python_version = "3.12"
`;

const SETUP = `[metadata]
name = app

[options]
python_requires = >=3.8
install_requires =
    # about requests
    requests>=2 ; python_version < "3.9"
    attrs
setup_requires = setuptools_scm

[options.extras_require]
test =
    pytest>=8
other = black==1.0

[flake8]
requests = 1
`;

describe('manifests in TOML and beside them', () => {
  it('Cargo.toml is read with all of its sections', () => {
    assert.deepEqual(shown('Cargo.toml', CARGO), [
      'workspace.dependencies serde "1.0.200"',
      'workspace.dependencies path local file crates/local',
      'dependencies catalog serde',
      'dependencies log "0.4"',
      'dependencies alias rand_old→rand \'rand_old\' "=0.7.3" =0.7.3',
      'dependencies git git_branch https https://git.example/a/b @main',
      'dependencies git git_rev https https://git.example/a/b.git @0123456789abcdef0123456789abcdef01234567!',
      'dependencies git git_none ssh ssh://git@git.example/a/b.git',
      'dependencies private "1"',
      'dependencies optional opt "2"',
      'dependencies tokio "1.38"',
      'dev-dependencies dev tempfile "3"',
      'build-dependencies cc "1"',
      'target.cfg(windows).dependencies winapi "0.3" if cfg(windows)',
      'target.x86_64-unknown-linux-gnu.dev-dependencies dev nix "0.29" if x86_64-unknown-linux-gnu',
      'patch.crates-io replacement git log https https://git.example/log @v1',
      'replace replacement path foo file ../foo',
    ]);
    assert.deepEqual(shown('Cargo.toml', `\uFEFF${CARGO.replaceAll('\n', '\r\n')}`), shown('Cargo.toml', CARGO));
  });

  it('pyproject.toml is read with all of its sections', () => {
    assert.deepEqual(shown('pyproject.toml', PYPROJECT), [
      'build-system.requires hatchling ""',
      'project.dependencies git requests ">=2.31,<3"',
      "project.dependencies Flask_Login→flask-login 'Flask_Login' \"~= 0.6\" if python_version < '3.12'",
      'project.dependencies git pkg https git+https://git.example/a/b.git @v1',
      'project.dependencies esc \'esc; sys_platform == \\"win32\\"\' "" if sys_platform == "win32"',
      'project.dependencies torch "==2.3.0" =2.3.0',
      'project.optional-dependencies.test optional pytest ">=8"',
      'project.optional-dependencies.test optional workspace my-app ""',
      'dependency-groups.dev dev ruff "==0.5.0" =0.5.0',
      'dependency-groups.lint dev workspace mypy ""',
      'tool.uv.dev-dependencies dev black ""',
      'tool.uv.constraint-dependencies constraint urllib3 "<2"',
      'tool.uv.override-dependencies override idna "==3.7" =3.7',
      'tool.uv.sources replacement git requests https https://git.example/r.git @main',
      'tool.pdm.dev-dependencies.doc dev sphinx ">7"',
      'tool.poetry.dependencies httpx "^0.27"',
      'tool.poetry.dependencies exact "1.2.3" =1.2.3',
      'tool.poetry.dependencies optional rich ">=13"',
      'tool.poetry.dependencies multi "<2" if python <3.9',
      'tool.poetry.dependencies multi "^2" if python >=3.9',
      'tool.poetry.dependencies git src https https://git.example/s.git @v1',
      'tool.poetry.dependencies path here file ../here',
      'tool.poetry.dependencies url wheel https https://files.example/w.whl',
      'tool.poetry.group.dev.dependencies dev coverage "*"',
      'tool.poetry.group.docs.dependencies dev+optional mkdocs "^1"',
    ]);
    assert.deepEqual(shown('pyproject.toml', `\uFEFF${PYPROJECT.replaceAll('\n', '\r\n')}`), shown('pyproject.toml', PYPROJECT));
  });

  it('Pipfile is read with all of its sections', () => {
    assert.deepEqual(shown('Pipfile', PIPFILE), [
      'packages requests "*"',
      "packages Flask→flask 'Flask' \"==2.0.0\" =2.0.0 if python_version < '3.9'",
      'packages git git https https://git.example/a.git @main',
      'packages path here file .',
      'packages table "~=1.0"',
      'dev-packages dev pytest ">=8"',
      'docs dev sphinx "*"',
    ]);
    assert.deepEqual(shown('Pipfile', `\uFEFF${PIPFILE.replaceAll('\n', '\r\n')}`), shown('Pipfile', PIPFILE));
  });

  it('setup.cfg is read with all of its sections', () => {
    assert.deepEqual(shown('setup.cfg', SETUP), [
      'options.install_requires requests ">=2" if python_version < "3.9"',
      'options.install_requires attrs ""',
      'options.setup_requires setuptools_scm→setuptools-scm \'setuptools_scm\' ""',
      'options.extras_require.test optional pytest ">=8"',
      'options.extras_require.other optional black "==1.0" =1.0',
    ]);
    assert.deepEqual(shown('setup.cfg', `\uFEFF${SETUP.replaceAll('\n', '\r\n')}`), shown('setup.cfg', SETUP));
  });

  it('tell names, runtimes, workspaces and registries', () => {
    const cases = [
      ['Cargo.toml', CARGO],
      ['pyproject.toml', PYPROJECT],
      ['Pipfile', PIPFILE],
      ['setup.cfg', SETUP],
    ] as const;
    assert.deepEqual(
      cases.map(([path, text]) => {
        const { name, runtimes, workspaces, registries, problems } = parseDependencies(path, text);
        for (const { url, urlSpan } of registries) assert.equal(text.slice(urlSpan.start, urlSpan.end), url);
        for (const { requirement, requirementSpan: span } of runtimes)
          assert.equal(text.slice(span.start, span.end), requirement);
        assert.deepEqual(problems, []);
        return [name, runtimes.map((one) => `${one.name} ${one.requirement}`), workspaces, registries.map(({ url }) => url)];
      }),
      [
        ['app', ['rust 1.80'], ['crates/*', 'tools'], []],
        [
          'My_App',
          ['python >=3.10', 'python ^3.10'],
          ['packages/*'],
          ['https://user:secret@pypi.example/simple', 'https://pytorch.example/simple'],
        ],
        [undefined, ['python 3.12'], [], ['https://pypi.example/simple']],
        ['app', ['python >=3.8'], [], []],
      ],
    );
  });

  const deletions: readonly (readonly [path: string, text: string, name: string, after: string])[] = [
    ['Cargo.toml', '[dependencies]\na = "1" # why\nb = "2"\n', 'a', '[dependencies]\nb = "2"\n'],
    ['Cargo.toml', '[dependencies]\r\na = "1"\r\nb = "2"', 'b', '[dependencies]\r\na = "1"'],
    ['Cargo.toml', '[dependencies.a]\nversion = "1"\nfeatures = [\n "x",\n]\n\n[features]\n', 'a', '\n[features]\n'],
    ['Cargo.toml', '[dependencies]\na.version = "1"\na.features = []\nb = "2"\n', 'a', '[dependencies]\nb = "2"\n'],
    ['Cargo.toml', 'dependencies = { a = "1", b = "2" }\n', 'a', 'dependencies = { b = "2" }\n'],
    ['Cargo.toml', 'dependencies = { a = "1", b = "2" }\n', 'b', 'dependencies = { a = "1" }\n'],
    ['pyproject.toml', '[project]\ndependencies = ["a", "b>=1"]\n', 'a', '[project]\ndependencies = ["b>=1"]\n'],
    ['pyproject.toml', '[project]\ndependencies = ["a", "b>=1"]\n', 'b', '[project]\ndependencies = ["a"]\n'],
    ['pyproject.toml', '[project]\ndependencies = ["a"]\n', 'a', '[project]\ndependencies = []\n'],
    [
      'pyproject.toml',
      '[project]\ndependencies = [\n  "a",\n  "b", # why\n  "c"\n]\n',
      'b',
      '[project]\ndependencies = [\n  "a",\n  "c"\n]\n',
    ],
    ['pyproject.toml', '[project]\ndependencies = [\n  "a",\n  "b"\n]\n', 'b', '[project]\ndependencies = [\n  "a",\n]\n'],
    ['setup.cfg', '[options]\ninstall_requires =\n  a\n  b\n', 'a', '[options]\ninstall_requires =\n  b\n'],
  ];
  for (const [path, text, name, after] of deletions)
    it(`${path}: deleting ${name} leaves ${JSON.stringify(after)}`, () => {
      assert.equal(without(path, text, name), after);
    });

  it('comments cover the entry below or beside them', () => {
    const text = '[project]\n# one\nname = "x"\ndependencies = [\n  # two\n  "a",\n  "b", # three\n]\n';
    assert.deepEqual(
      parseDependencies('pyproject.toml', text).comments.map((one) => [one.text, text.slice(one.covers.start, one.covers.end)]),
      [
        ['one', 'name = "x"'],
        ['two', '  "a",'],
        ['three', '  "b", # three'],
      ],
    );
  });

  it('pins are known', () => {
    const cases = [
      ['=1.2.3', '1.2.3'],
      ['= 1.2.3-rc.1', '1.2.3-rc.1'],
      ['=1.2', undefined],
      ['1.2.3', undefined],
      ['>=1, =1.2.3', undefined],
    ] as const;
    for (const [requirement, version] of cases)
      assert.equal(
        parseDependencies('Cargo.toml', `[dependencies]\na = "${requirement}"`).dependencies[0]?.version,
        version,
        requirement,
      );
  });
});
