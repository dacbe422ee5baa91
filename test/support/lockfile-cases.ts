/** A lockfile and what is in it. */
export interface LockfileCase {
  readonly path: string;
  readonly text: string;
  readonly shown: readonly string[];
  /** Hashes, and the names that a package asks for. */
  readonly facts: readonly string[];
  /** Folder, name, names that are resolved, names that are left open. */
  readonly roots: readonly (readonly [path: string, name: string | undefined, resolved: string, linked: string])[];
}

/** One lockfile of every format and of old versions, by its title. */
export const LOCKFILES: Readonly<Record<string, LockfileCase>> = {
  'Cargo.lock version 4': {
    path: 'Cargo.lock',
    text: `# generated
version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = [
 "local",
 "rand 0.7.3",
 "rand 0.8.5",
 "serde",
 "tree",
]

[[package]]
name = "local"
version = "0.2.0"
dependencies = [
 "log",
]

[[package]]
name = "log"
version = "0.4.21"
source = "registry+https://index.example/index"
checksum = "aa11"

[[package]]
name = "rand"
version = "0.7.3"
source = "registry+https://index.example/index"
checksum = "bb22"

[[package]]
name = "rand"
version = "0.8.5"
source = "sparse+https://index.example/"
checksum = "cc33"

[[package]]
name = "serde"
version = "1.0.200"
source = "registry+https://index.example/index"
checksum = "dd44"
dependencies = [
 "serde_derive",
]

[[package]]
name = "serde_derive"
version = "1.0.200"
source = "registry+https://index.example/index"
checksum = "ee55"

[[package]]
name = "tree"
version = "0.3.0"
source = "git+https://git.example/tree.git?branch=main#0123456789abcdef0123456789abcdef01234567"
`,
    shown: [
      'package log =0.4.21',
      'package rand =0.7.3',
      'package rand =0.8.5',
      'package serde =1.0.200',
      'package transitive serde_derive =1.0.200',
      'package git tree =0.3.0 https git+https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
    ],
    facts: ['log: aa11 | ', 'rand: bb22 | ', 'rand: cc33 | ', 'serde: dd44 | serde_derive', 'serde_derive: ee55 | ', 'tree:  | '],
    roots: [
      ['', 'app', 'serde tree', 'local rand'],
      ['', 'local', 'log', ''],
    ],
  },
  'Cargo.lock version 1': {
    path: 'Cargo.lock',
    text: `[[package]]
name = "app"
version = "0.1.0"
dependencies = [
 "log 0.4.21 (registry+https://index.example/index)",
]

[[package]]
name = "log"
version = "0.4.21"
source = "registry+https://index.example/index"

[metadata]
"checksum log 0.4.21 (registry+https://index.example/index)" = "aa11"
`,
    shown: ['package log =0.4.21'],
    facts: ['log: aa11 | '],
    roots: [['', 'app', 'log', '']],
  },
  'poetry.lock': {
    path: 'poetry.lock',
    text: `# generated

[[package]]
name = "Flask"
version = "2.0.0"
description = "A framework."
optional = false
python-versions = ">=3.8"
groups = ["main", "dev"]
files = [
    {file = "flask.whl", hash = "sha256:aa"},
    {file = "flask.tar.gz", hash = "sha256:bb"},
]

[package.dependencies]
Jinja2 = ">=3"
"zope.interface" = {version = ">=5", markers = "os_name == 'nt'"}

[package.extras]
async = ["asgiref (>=3.2)"]

[[package]]
name = "jinja2"
version = "3.1.0"
optional = true
python-versions = "*"
groups = ["main"]
files = []

[[package]]
name = "pytest"
version = "8.0.0"
optional = false
python-versions = "*"
groups = ["dev"]
files = []

[[package]]
name = "tree"
version = "0.1.0"
optional = false
python-versions = "*"
groups = ["main"]
files = []
develop = false

[package.source]
type = "git"
url = "https://git.example/tree.git"
reference = "main"
resolved_reference = "0123456789abcdef0123456789abcdef01234567"

[metadata]
lock-version = "2.1"
python-versions = "^3.8"
content-hash = "00"
`,
    shown: [
      "package Flask→flask 'Flask' =2.0.0",
      'package transitive optional jinja2 =3.1.0',
      'package dev pytest =8.0.0',
      'package git tree =0.1.0 https https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
    ],
    facts: ['flask: sha256:aa sha256:bb | jinja2 zope-interface', 'jinja2:  | ', 'pytest:  | ', 'tree:  | '],
    roots: [['', undefined, 'flask jinja2 pytest tree', '']],
  },
  'poetry.lock version 1': {
    path: 'poetry.lock',
    text: `[[package]]
name = "attrs"
version = "21.0"
category = "dev"
optional = false
python-versions = "*"

[metadata]
lock-version = "1.1"

[metadata.files]
attrs = [
    {file = "attrs.whl", hash = "sha256:aa"},
]
`,
    shown: ['package dev attrs =21.0'],
    facts: ['attrs: sha256:aa | '],
    roots: [['', undefined, 'attrs', '']],
  },
  'uv.lock': {
    path: 'uv.lock',
    text: `version = 1
requires-python = ">=3.12"

[manifest]
members = ["app", "lib"]

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "flask", extra = ["async"] },
    { name = "lib" },
]

[package.dev-dependencies]
dev = [
    { name = "pytest" },
]

[package.metadata]
requires-dist = [{ name = "flask", specifier = ">=2" }]

[[package]]
name = "flask"
version = "2.0.0"
source = { registry = "https://pypi.example/simple" }
dependencies = [
    { name = "jinja2", marker = "os_name == 'nt'" },
]
sdist = { url = "https://files.example/flask.tar.gz", hash = "sha256:aa", size = 1 }
wheels = [
    { url = "https://files.example/flask.whl", hash = "sha256:bb", size = 1 },
]

[[package]]
name = "jinja2"
version = "3.1.0"
source = { registry = "https://pypi.example/simple" }

[[package]]
name = "lib"
version = "0.1.0"
source = { editable = "packages/lib" }
dependencies = [
    { name = "tree" },
]

[[package]]
name = "pytest"
version = "8.0.0"
source = { registry = "https://pypi.example/simple" }

[[package]]
name = "tree"
version = "0.1.0"
source = { git = "https://git.example/tree.git?rev=main#0123456789abcdef0123456789abcdef01234567" }
`,
    shown: [
      'package flask =2.0.0',
      'package transitive jinja2 =3.1.0',
      'package dev pytest =8.0.0',
      'package git tree =0.1.0 https https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
    ],
    facts: ['flask: sha256:aa sha256:bb | jinja2', 'jinja2:  | ', 'pytest:  | ', 'tree:  | '],
    roots: [
      ['', 'app', 'flask jinja2 pytest tree', 'app lib'],
      ['packages/lib', 'lib', 'flask jinja2 pytest tree', 'app lib'],
    ],
  },
  'pdm.lock': {
    path: 'pdm.lock',
    text: `[metadata]
groups = ["default", "dev"]
lock_version = "4.5.0"

[[package]]
name = "flask"
version = "2.0.0"
requires_python = ">=3.8"
summary = "A framework."
groups = ["default"]
marker = "python_version >= \\"3.8\\""
dependencies = [
    "Jinja2>=3",
]
files = [
    {file = "flask.whl", hash = "sha256:aa"},
]

[[package]]
name = "flask"
version = "2.0.0"
extras = ["async"]
summary = "A framework."
groups = ["default"]
dependencies = [
    "asgiref>=3",
    "flask==2.0.0",
]

[[package]]
name = "jinja2"
version = "3.1.0"
groups = ["default"]

[[package]]
name = "tree"
version = "0.1.0"
git = "https://git.example/tree.git"
ref = "main"
revision = "0123456789abcdef0123456789abcdef01234567"
groups = ["dev"]

[[package]]
name = "here"
version = "0.1.0"
path = "./here"
groups = ["default"]
`,
    shown: [
      'package flask =2.0.0 if python_version >= "3.8"',
      'package transitive jinja2 =3.1.0',
      'package dev git tree =0.1.0 https https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
      'package path here =0.1.0 file ./here',
    ],
    facts: ['flask: sha256:aa | jinja2', 'jinja2:  | ', 'tree:  | ', 'here:  | '],
    roots: [['', undefined, 'flask jinja2 tree', 'here']],
  },
  'pylock.toml': {
    path: 'pylock.toml',
    text: `lock-version = "1.0"
created-by = "a-tool"

[[packages]]
name = "flask"
version = "2.0.0"
marker = "os_name == 'nt'"
dependencies = [{ name = "jinja2" }]
sdist = { name = "flask.tar.gz", url = "https://files.example/flask.tar.gz", hashes = { sha256 = "aa" } }

[[packages.wheels]]
name = "flask.whl"
url = "https://files.example/flask.whl"

[packages.wheels.hashes]
sha256 = "bb"

[[packages]]
name = "jinja2"
version = "3.1.0"

[[packages]]
name = "tree"
vcs = { type = "git", url = "https://git.example/tree.git", requested-revision = "main", commit-id = "0123456789abcdef0123456789abcdef01234567" }

[[packages]]
name = "wheel"

[packages.archive]
url = "https://files.example/w.whl"
`,
    shown: [
      "packages flask =2.0.0 if os_name == 'nt'",
      'packages transitive jinja2 =3.1.0',
      'packages git tree https https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
      'packages url wheel https https://files.example/w.whl',
    ],
    facts: ['flask: sha256:aa sha256:bb | jinja2', 'jinja2:  | ', 'tree:  | ', 'wheel:  | '],
    roots: [['', undefined, 'flask jinja2 tree wheel', '']],
  },
  'Pipfile.lock': {
    path: 'Pipfile.lock',
    text: `{
    "_meta": {"sources": [{"name": "pypi", "url": "https://pypi.example/simple"}]},
    "default": {
        "flask": {"hashes": ["sha256:aa", "sha256:bb"], "index": "pypi", "markers": "os_name == 'nt'", "version": "==2.0.0"},
        "tree": {"git": "https://git.example/tree.git", "ref": "0123456789abcdef0123456789abcdef01234567"},
        "here": {"editable": true, "path": "."}
    },
    "develop": {
        "pytest": {"version": "==8.0.0"}
    }
}
`,
    shown: [
      "default flask =2.0.0 if os_name == 'nt'",
      'default git tree https https://git.example/tree.git @0123456789abcdef0123456789abcdef01234567!',
      'default path here file .',
      'develop dev pytest =8.0.0',
    ],
    facts: ['flask: sha256:aa sha256:bb | ', 'tree:  | ', 'here:  | ', 'pytest:  | '],
    roots: [['', undefined, 'flask tree pytest', 'here']],
  },
};
