import assert from 'node:assert/strict';
import { deniedLicense } from '../../server/src/rules/dependencies/denied-license.ts';
import { lockfileIgnored } from '../../server/src/rules/dependencies/lockfile-ignored.ts';
import { lockfileUnexpectedHost } from '../../server/src/rules/dependencies/lockfile-unexpected-host.ts';
import { privateScopeWithoutRegistry } from '../../server/src/rules/dependencies/private-scope-without-registry.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const LOCK =
  '{"packages":{"node_modules/a":{"version":"1.0.0","resolved":"https://r.example/a.tgz","license":"ISC"},"node_modules/@s/b":{"version":"1.0.0","resolved":"https://s.example/@s/b/-/b-1.0.0.tgz","license":"MIT"}}}';

/** The rules that speak about a file. */
function speaking(files: Readonly<Record<string, string>>, path = 'package-lock.json'): readonly string[] {
  const rules = [deniedLicense, lockfileIgnored, lockfileUnexpectedHost, privateScopeWithoutRegistry];
  const workspace = new Workspace({ today: '2026-11-23', rules });
  for (const [name, text] of Object.entries(files)) workspace.set(name, text);
  return workspace.report(path).findings.map(({ rule }) => rule.slice('dependencies/'.length));
}

describe('rules about lockfiles in a workspace', () => {
  it('hear what the configuration allows', () => {
    const config = 'dependencies:\n  allowedHosts: [r.example, "*.example"]\n  allowedLicenses: [MIT]\n';
    assert.deepEqual(speaking({ 'package-lock.json': LOCK, '.larboard.yaml': config }), ['denied-license']);
    assert.deepEqual(speaking({ 'package-lock.json': LOCK, '.larboard.yaml': 'dependencies: { deniedLicenses: [MIT] }\n' }), [
      'lockfile-unexpected-host',
      'private-scope-without-registry',
      'denied-license',
    ]);
  });

  it('tell one cause once, unless everything is wanted', () => {
    const files = { 'package-lock.json': LOCK };
    assert.deepEqual(speaking(files), ['lockfile-unexpected-host', 'private-scope-without-registry']);
    assert.deepEqual(speaking({ ...files, '.larboard.yaml': 'profile: all\n' }), [
      'lockfile-unexpected-host',
      'lockfile-unexpected-host',
      'private-scope-without-registry',
    ]);
  });

  it('judge ignore files, whose comments can accept a finding', () => {
    const files = { 'package.json': '{"dependencies":{"a":"^1"}}', '.gitignore': 'package-lock.json\n' };
    assert.deepEqual(speaking(files, '.gitignore'), ['lockfile-ignored']);
    const accepted =
      '# larboard-ignore dependencies/lockfile-ignored: it is written anew by the release job\npackage-lock.json\n';
    assert.deepEqual(speaking({ ...files, '.gitignore': accepted }, '.gitignore'), []);
  });
});
