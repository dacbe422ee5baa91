import assert from 'node:assert/strict';
import { readDependencies } from '../../server/src/index.ts';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { shownDependencies } from '../support/shown-dependencies.ts';

const shown = (text: string): string[] => shownDependencies('setup.py', text);

describe('the requirements of setup.py', () => {
  it('are literal lists of `setup`, in every group', () => {
    const text = `import setuptools
setuptools.setup(
    name="app",
    python_requires=">=3.8",
    install_requires=[
        "requests[socks]>=2.0",  # why
        'e (>=1.0)', 'Django==4.2; python_version>"3"',
        "b @ git+https://h.example/b.git",
        # "no",
    ],
    setup_requires=("wheel",),
    tests_require=['pytest'],
    extras_require={"cli": ["click<9"], ":sys_platform == 'win32'": ["colorama"], "one": "d==1"},
    entry_points={"console_scripts": ["app=app:main"]},
)
`;
    assert.deepEqual(shown(text), [
      'requests ">=2.0"',
      'e ">=1.0"',
      'django 4.2',
      'b - git',
      'wheel ""',
      'pytest "" dev',
      'click "<9" optional',
      'colorama "" optional',
      'd 1 optional',
    ]);
    const [first] = readDependencies('setup.py', text);
    assert.equal(text.slice(first?.start, first?.end), 'requests[socks]>=2.0');
  });

  it('are variables, and what is added to them', () => {
    const text = `BASE = ["a==1.0"]
NUMPY = "numpy>=1"
requires: list[str] = BASE + [NUMPY, *MORE]
requires.append("enum34")
requires += ['e']
extras_require = {
    "x": ["c"],
}
extras_require["all"] = ["d"]
setup(
    install_requires=requires,
    extras_require=extras_require,
    tests_require=extras_require["x"],
)
`;
    assert.deepEqual(shown(text), ['a 1.0', 'numpy ">=1"', 'enum34 ""', 'e ""', 'c "" optional', 'd "" optional']);
    assert.deepEqual(shown("setup(install_requires=(A if X else ['b']) + C)\nA = ['a']\nC = list(('c',))\n"), [
      'b ""',
      'a ""',
      'c ""',
    ]);
  });

  it('are joined, in one text, or in a table of arguments', () => {
    assert.deepEqual(shown("setup(install_requires=['a>=1,'\n  '<2', u'b==1.0', 'f==1' if X else 'g==1'])"), [
      'a ">=1,<2"',
      'b 1.0',
      'f 1',
      'g 1',
    ]);
    assert.deepEqual(shown('setup(install_requires="""\na==1.0\n# no\n  b>=2\n""", version="3")'), ['a 1.0', 'b ">=2"']);
    assert.deepEqual(
      shown("kw = dict(install_requires=['a'])\nkw['setup_requires'] = ['b']\nkw2 = {'tests_require': ['c']}\nsetup(**kw)\n"),
      ['a ""', 'b ""', 'c "" dev'],
    );
  });

  it('are not known where they are computed', () => {
    for (const value of [
      "open('requirements.txt').read().splitlines()",
      "[line for line in open('r.txt')]",
      '["d==%s" % V]',
      '[f"e=={V}"]',
      '["f=={}".format(V)]',
      "parse('requirements.txt')",
      "requires['x']",
    ])
      assert.deepEqual(shown(`setup(install_requires=${value}, name='x', keywords=['k'])`), [], value);
    assert.deepEqual(shown("if key == 'tests_require':\n    x = 'abc'\nprint('install_requires', 'y')\n"), []);
  });

  it('are read where a quote, comma or equals sign is lost', () => {
    for (const text of [
      "setup(name='x, install_requires=['a==1', 'bb'], extras_require={'c': ['dd', 'ee']})",
      "setup(name='x', install_requires=[a==1', 'bb'], extras_require={'c': ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1, 'bb'], extras_require={'c': ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1' 'bb'], extras_require={'c': ['dd' 'ee']})",
      "setup(name='x', install_requires=['a==1', bb'], extras_require={'c': ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1', 'bb'], extras_require{'c': ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1', 'bb'], extras_require={c': ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1', 'bb'], extras_require={'c: ['dd', 'ee']})",
      "setup(name='x', install_requires=['a==1', 'bb'], extras_require={'c': ['dd, 'ee']})",
    ]) {
      const found = parseDependencies('setup.py', text).dependencies;
      assert.deepEqual(
        found.map(({ rawName }) => rawName),
        ['a', 'bb', 'dd', 'ee'],
        text,
      );
      for (const { rawName, nameSpan } of found) assert.equal(text.slice(nameSpan.start, nameSpan.end), rawName);
    }
    assert.deepEqual(shown(`setup(install_requires=['some-' 'name', 'b>=1;' 'python_version<"3"', 'c==1.0' 'rc1'])`), [
      'some-name ""',
      'b ">=1"',
      'c 1.0rc1',
    ]);
  });

  it('are read around what is broken, in linear time', () => {
    assert.deepEqual(shown("setup(\n  install_requires='a==1', 'b==2'],\n  name='x',\n)"), ['a 1', 'b 2']);
    assert.deepEqual(shown("setup(\n  instal_requires=['a==1],\n    'b==2'],\n  tests_require=['c'])"), [
      'a 1',
      'b 2',
      'c "" dev',
    ]);
    assert.deepEqual(
      shown('install_requires = v0\n' + Array.from({ length: 20_000 }, (_, at) => `v${at} = v${at + 1}\n`).join('')),
      [],
    );
    const hostile = 'install_requires=[install_requires = x\n'.repeat(20_000);
    const start = process.cpuUsage();
    shown(hostile);
    assert.ok(process.cpuUsage(start).user < 10_000_000);
  });
});
