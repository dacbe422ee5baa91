import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/service/workspace.ts';
import { vulnerableDependency } from '../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { advisories } from '../support/advisories.ts';

const ID = 'GHSA-aaaa-bbbb-cccc';
const known = advisories(
  { id: ID, aliases: ['CVE-2024-1111', 'SNYK-JS-A-123'], name: 'a', ranges: [['0', '1.2.3']] },
  { id: 'RUSTSEC-2024-0001', name: 'a', ecosystem: 'crates.io', ranges: [['0', '1.2.3']] },
);
const MANIFEST = '{ "dependencies": { "a": "1.0.0" } }';

function workspaceWith(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace({
    today: '2026-11-28',
    rules: [vulnerableDependency],
    advisories: { ...known, knows: (id) => !id.startsWith('CVE-1999') },
  });
  for (const [path, text] of Object.entries({ 'package.json': MANIFEST, ...files })) workspace.set(path, text);
  return workspace;
}

const said = (workspace: Workspace, path: string): readonly string[] => workspace.report(path).findings.map(({ rule }) => rule);
const reasons = (workspace: Workspace, path = 'package.json'): readonly string[] =>
  workspace.report(path).suppressed.map(({ suppression }) => suppression.reason);

describe('accepted advisories', () => {
  const accepted: Readonly<Record<string, readonly [path: string, text: string, reason: string]>> = {
    'our own, by an alias': [
      '.larboard.yaml',
      'suppressions:\n  - { rule: cve-2024-1111, reason: not reached }\n',
      'not reached',
    ],
    'our own, by the package': [
      '.larboard.yaml',
      'suppressions:\n  - { rule: "dependencies/*", package: "a", version: "1.*", reason: built only }\n',
      'built only',
    ],
    'OSV-Scanner, by id': [
      'osv-scanner.toml',
      `[[IgnoredVulns]]\nid = "${ID}"\nignoreUntil = 2027-01-01T00:00:00Z\nreason = "not reached"\n`,
      'not reached',
    ],
    'OSV-Scanner, by package': [
      'osv-scanner.toml',
      '[[PackageOverrides]]\nname = "a"\necosystem = "npm"\nignore = true\nreason = "ours"\n',
      'ours',
    ],
    Snyk: [
      '.snyk',
      "version: v1.25.0\nignore:\n  SNYK-JS-A-123:\n    - '*':\n        reason: no fix\n        expires: 2027-01-01T00:00:00.000Z\n",
      'no fix',
    ],
    'Snyk, by path': ['.snyk', "ignore:\n  SNYK-JS-A-123:\n    - 'x > a@1.0.0':\n        reason: deep\n", 'deep'],
    'trivy, by line': ['.trivyignore', '# not reached\nCVE-2024-1111 exp:2027-01-01\n', 'not reached'],
    'trivy, by purl': [
      '.trivyignore.yaml',
      'vulnerabilities:\n  - id: CVE-2024-1111\n    purls: ["pkg:npm/a@1.0.0"]\n    statement: no network\n',
      'no network',
    ],
    'audit-ci': ['audit-ci.jsonc', `{\n  // why\n  "allowlist": ["${ID}|x>a"],\n}\n`, 'accepted in audit-ci’s configuration'],
    'audit-ci, with notes': [
      'audit-ci.json',
      `{"allowlist":[{"${ID}":{"active":true,"notes":"soon","expiry":"2027-01-01"}}]}`,
      'soon',
    ],
    'audit-ci, with notes to a path': ['audit-ci.json', `{"allowlist":[{"${ID}|x>a":{"active":true,"notes":"soon"}}]}`, 'soon'],
    'audit-ci, with notes to a package': ['audit-ci.json', '{"allowlist":[{"a":{"notes":"soon"}}]}', 'soon'],
    'better-npm-audit': ['.nsprc', `{"${ID}":{"active":true,"notes":"soon"}}`, 'soon'],
    Yarn: ['.yarnrc.yml', `npmAuditIgnoreAdvisories:\n  - ${ID}\n`, 'accepted in Yarn’s configuration'],
    'Yarn, by package': ['.yarnrc.yml', 'npmAuditExcludePackages:\n  - "a*"\n', 'accepted in Yarn’s configuration'],
    pnpm: [
      'pnpm-workspace.yaml',
      `packages: ["*"]\nauditConfig:\n  ignoreGhsas:\n    - ${ID}\n`,
      'accepted in pnpm’s configuration',
    ],
    'pnpm, since 11': ['pnpm-workspace.yaml', `audit:\n  ignore:\n    - ${ID}\n`, 'accepted in pnpm’s configuration'],
    'npm-audit-resolver': [
      'audit-resolve.json',
      `{"decisions":{"${ID}|x>a":{"decision":"ignore","madeAt":1767225600000,"expiresAt":1798761600000}},"version":1}`,
      'accepted in npm-audit-resolver’s configuration',
    ],
    Grype: [
      '.grype.yaml',
      'ignore:\n  - vulnerability: CVE-2024-1111\n    package:\n      name: a\n',
      'accepted in Grype’s configuration',
    ],
  };
  for (const [what, [path, text, reason]] of Object.entries(accepted))
    it(`${what} keeps quiet what it names, and is not needless`, () => {
      const workspace = workspaceWith({ [path]: text });
      assert.deepEqual(said(workspace, 'package.json'), []);
      assert.deepEqual(reasons(workspace), [reason]);
      assert.deepEqual(said(workspace, path), []);
    });

  it('of another advisory, package, version, path or a day that is over, nothing is kept quiet', () => {
    const others: readonly (readonly [string, string])[] = [
      ['.trivyignore', 'CVE-2024-2222\n'],
      ['osv-scanner.toml', `[[IgnoredVulns]]\nid = "${ID}"\nignoreUntil = 2026-01-01\n`],
      ['osv-scanner.toml', '[[PackageOverrides]]\nname = "b"\nignore = true\n'],
      ['osv-scanner.toml', '[[PackageOverrides]]\nname = "a"\nversion = "2.0.0"\nignore = true\n'],
      ['osv-scanner.toml', '[[PackageOverrides]]\necosystem = "npm"\nignore = true\n'],
      ['.snyk', 'ignore:\n  SNYK-JS-A-123:\n    - "x > b": {}\n'],
      ['.nsprc', `{"${ID}":{"active":false}}`],
      ['.trivyignore.yaml', 'vulnerabilities:\n  - id: CVE-2024-1111\n    paths: ["other/package.json"]\n'],
      ['audit-ci.json', '{"allowlist":["1234"]}'],
      ['audit-ci.json', `{"allowlist":[{"${ID}|x>b":{"active":true}},{"a":{"active":false}}]}`],
      ['audit-resolve.json', `{"decisions":{"${ID}|a":{"decision":"fix","madeAt":1767225600000}}}`],
      ['audit-resolve.json', `{"decisions":{"${ID}|a":{"decision":"ignore","expiresAt":1767225600000}}}`],
      ['audit-resolve.json', `{"decisions":{"${ID}|a>b":{"decision":"ignore"},"1234|a":{"decision":"ignore"}}}`],
      ['.nsprc', `{"${ID}":{"active":true,"expiry":1767225600000}}`],
    ];
    for (const [path, text] of others) {
      const workspace = workspaceWith({ [path]: text });
      assert.deepEqual(said(workspace, 'package.json'), ['dependencies/vulnerable-dependency'], text);
    }
  });

  it('cargo-audit, cargo-deny and Composer are read where they lie', () => {
    const rust = { 'Cargo.toml': '[dependencies]\na = "=1.0.0"\n' };
    for (const [path, text] of [
      ['.cargo/audit.toml', '[advisories]\nignore = ["RUSTSEC-2024-0001"]\n'],
      ['deny.toml', '[advisories]\nignore = [{ id = "RUSTSEC-2024-0001", reason = "dev only" }]\n'],
    ] as const) {
      assert.deepEqual(said(workspaceWith(rust), 'Cargo.toml'), ['dependencies/vulnerable-dependency']);
      assert.deepEqual(said(workspaceWith({ ...rust, [path]: text }), 'Cargo.toml'), [], path);
    }
  });

  it('the manifest itself can accept', () => {
    const texts = [
      MANIFEST.replace('{', `{ "pnpm": { "auditConfig": { "ignoreCves": ["CVE-2024-1111"] } },`),
      MANIFEST.replace('{', '{ "exhortignore": ["a"],'),
    ];
    for (const text of texts) assert.deepEqual(said(workspaceWith({ 'package.json': text }), 'package.json'), [], text);
    const rust = { 'Cargo.toml': '[dependencies]\na = "=1.0.0" # exhortignore\n' };
    assert.deepEqual(said(workspaceWith(rust), 'Cargo.toml'), []);
    const own = { 'Cargo.toml': '[dependencies]\n# larboard-ignore RUSTSEC-2024-0001: not reached\na = "=1.0.0"\n' };
    assert.deepEqual(said(workspaceWith(own), 'Cargo.toml'), []);
    assert.deepEqual(reasons(workspaceWith(own), 'Cargo.toml'), ['not reached']);
  });

  it('one that nothing needs, or whose day is over, is told in its file', () => {
    const files = {
      '.trivyignore': 'CVE-2024-9999\nCVE-2024-1111 exp:2026-01-01\nCVE-1999-0001\nDS-0002\n',
      'osv-scanner.toml': '[[IgnoredVulns]]\nid = "GHSA-xxxx-xxxx-xxxx"\n',
      '.larboard.yaml': 'suppressions:\n  - { rule: CVE-2024-9999, reason: none }\n',
    };
    const workspace = workspaceWith(files);
    assert.deepEqual(
      workspace
        .report('.trivyignore')
        .findings.map(({ rule, span }) => [rule, files['.trivyignore'].slice(span.start, span.end)]),
      [
        ['larboard/suppression-unused', 'CVE-2024-9999'],
        ['larboard/suppression-expired', 'CVE-2024-1111'],
      ],
    );
    assert.deepEqual(said(workspace, 'osv-scanner.toml'), ['larboard/suppression-unused']);
    assert.match(workspace.report('osv-scanner.toml').findings[0]?.message ?? '', /GHSA-xxxx-xxxx-xxxx/);
    assert.deepEqual(said(workspace, '.larboard.yaml'), ['larboard/suppression-unused']);
  });

  it('NuGet is read in projects and in what they take in', () => {
    const item = '<ItemGroup><NuGetAuditSuppress Include="https://github.com/advisories/ghsa-aaaa-bbbb-cccc" /></ItemGroup>';
    const project = (more: string): string =>
      `<Project>${more}<ItemGroup><PackageReference Include="a" Version="1.0.0" /></ItemGroup></Project>`;
    const data = advisories({ id: ID, name: 'a', ecosystem: 'NuGet', ranges: [['0', '1.2.3']] });
    for (const [files, expected] of [
      [{ 'a.csproj': project('') }, 1],
      [{ 'a.csproj': project(item) }, 0],
      [{ 'a.csproj': project(item.replace('bbbb', 'dddd')) }, 1],
      [{ 'a.csproj': project(''), 'Directory.Build.props': `<Project>${item}</Project>` }, 0],
      [{ 'src/a.csproj': project(''), 'Directory.Packages.props': `<Project>${item}</Project>` }, 0],
      // The nearer one says nothing of it and may import the other.
      [
        {
          'src/a.csproj': project(''),
          'src/Directory.Build.props': '<Project/>',
          'Directory.Build.props': `<Project>${item}</Project>`,
        },
        0,
      ],
      [{ 'a.csproj': project(''), 'other/Directory.Build.props': `<Project>${item}</Project>` }, 1],
    ] as const) {
      const workspace = new Workspace({ today: '2026-11-28', rules: [vulnerableDependency], advisories: data });
      for (const [path, text] of Object.entries(files)) workspace.set(path, text);
      const findings = Object.keys(files).flatMap((path) => workspace.report(path).findings);
      assert.equal(findings.length, expected, JSON.stringify(files));
    }
  });

  it('typing in a package.json that accepts nothing asks no other file again', () => {
    const workspace = workspaceWith({ 'b/package.json': MANIFEST });
    const before = workspace.report('b/package.json');
    workspace.set('package.json', MANIFEST.replace('1.0.0', '1.2.0'));
    assert.equal(workspace.report('b/package.json').findings.length, 1);
    workspace.set('package.json', MANIFEST.replace('{', '{ "exhortignore": ["a"],'));
    assert.deepEqual(said(workspace, 'b/package.json'), []);
    assert.equal(before.findings.length, 1);
  });
});
