import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import type { AnyRule } from '../../server/src/engine/rule.ts';
import type { Fix } from '../../server/src/engine/fix.ts';
import { maliciousPackage } from '../../server/src/rules/dependencies/malicious-package.ts';
import { vulnerableDependency } from '../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { vulnerableTransitiveDependency } from '../../server/src/rules/dependencies/vulnerable-transitive-dependency.ts';
import { fixFiles } from '../../server/src/service/fix-files.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { advisories } from '../support/advisories.ts';
import { replaceBy, toy } from '../support/toy-rules.ts';

type Texts = Readonly<Record<string, string>>;

const FROM = 'FROM alpine:3.22\n';

const PARENT = (version: string): string => `<project>
  <groupId>x.example</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
  <modules><module>a</module><module>b</module></modules>
  <properties><lib.version>${version}</lib.version></properties>
</project>
`;

const CHILD = (name: string, artifact: string, more = ''): string => `<project>
  <parent><groupId>x.example</groupId><artifactId>parent</artifactId><version>1</version></parent>
  <artifactId>${name}</artifactId>
  <dependencies>
    <dependency><groupId>lib.example</groupId><artifactId>${artifact}</artifactId><version>\${lib.version}</version></dependency>${more}
  </dependencies>
</project>
`;

const DIRECT = (version: string): string =>
  `\n    <dependency><groupId>lib.example</groupId><artifactId>direct</artifactId><version>${version}</version></dependency>`;

const ADVISORIES = advisories(
  { id: 'GHSA-1', name: 'lib.example:core', ecosystem: 'Maven', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-2', name: 'lib.example:web', ecosystem: 'Maven', ranges: [['0', '1.4.0']] },
  { id: 'GHSA-3', name: 'lib.example:direct', ecosystem: 'Maven', ranges: [['0', '1.9.0']] },
  { id: 'GHSA-4', name: 'lib.example:major', ecosystem: 'Maven', ranges: [['0', '2.0.0']] },
  ...(['npm', 'NuGet', 'crates.io', 'PyPI'] as const).map((ecosystem) => ({
    id: `MAL-${ecosystem}`,
    name: 'evil',
    ecosystem,
    kind: 'malicious' as const,
    ranges: [['0']] as [string][],
  })),
  { id: 'MAL-Maven', name: 'evil:evil', ecosystem: 'Maven', kind: 'malicious', ranges: [['0']] },
  ...Array.from({ length: 40 }, (_, index) => ({
    id: `GHSA-x${index}`,
    name: `deep-${index}`,
    ranges: [['0', '1.1.0']] as [string, string][],
  })),
);

function workspaceOf(
  texts: Texts,
  rules: readonly AnyRule[] = [vulnerableDependency, vulnerableTransitiveDependency],
): Workspace {
  const workspace = new Workspace({ today: '2026-11-23', rules, advisories: ADVISORIES });
  for (const [path, text] of Object.entries(texts)) workspace.set(path, text);
  return workspace;
}

function fixed(workspace: Workspace, mayChange: (path: string) => boolean = () => true, fix: 'safe' | 'suggested' = 'suggested') {
  const run = () => fixFiles(workspace, [...workspace.paths()], fix === 'safe' ? ['safe'] : ['safe', 'suggested'], mayChange);
  const { files, applied, left } = run();
  assert.equal(applied > 0, files.length > 0);
  for (const { path, before, after, edits } of files) assert.equal(applyEdits(before, edits), after, path);
  assert.deepEqual(run().files, [], 'a second run changes nothing');
  return {
    texts: Object.fromEntries(files.map(({ path, after }) => [path, after])),
    applied,
    left: left.map(({ finding, reason }) => `${finding.path}: ${reason}`),
  };
}

/** A rule whose fix changes another file. */
const elsewhere = (fix: Partial<Fix>): AnyRule =>
  toy('dockerfile/a', 'aa', ({ start, end }) => [
    { title: 'Mend', applicability: 'suggested', edits: [{ span: { start, end }, newText: 'b' }], ...fix },
  ]);

const edit = (path: string, text: string, old: string, newText: string) => {
  const start = text.indexOf(old);
  return { path, edits: [{ span: { start, end: start + old.length }, newText }] } as const;
};

describe('fixes of several files', () => {
  it('edit the file where the version is written', () => {
    const { texts, applied, left } = fixed(workspaceOf({ 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'core') }));
    assert.deepEqual([texts, applied, left], [{ 'pom.xml': PARENT('1.2.0') }, 1, []]);
  });

  it('are one where several modules ask for the same, and wait where they want another thing', () => {
    const texts = { 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'core'), 'b/pom.xml': CHILD('b', 'core') };
    assert.deepEqual(fixed(workspaceOf(texts)), { texts: { 'pom.xml': PARENT('1.2.0') }, applied: 1, left: [] });
    const other = workspaceOf({ ...texts, 'b/pom.xml': CHILD('b', 'web') });
    assert.deepEqual(fixed(other).texts, { 'pom.xml': PARENT('1.4.0') });
  });

  it('change both files', () => {
    const workspace = workspaceOf({ 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'core', DIRECT('1.0.0')) });
    assert.deepEqual(fixed(workspace), {
      texts: { 'pom.xml': PARENT('1.2.0'), 'a/pom.xml': CHILD('a', 'core', DIRECT('1.9.0')) },
      applied: 2,
      left: [],
    });
  });

  it('leave alone what was not asked for, and say so', () => {
    const workspace = workspaceOf({ 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'core', DIRECT('1.0.0')) });
    const { texts, left } = fixed(workspace, (path) => path !== 'pom.xml');
    assert.deepEqual(Object.keys(texts), ['a/pom.xml']);
    assert.deepEqual(left, ['a/pom.xml: other file out of reach']);
  });

  it('leave a new major version, a new file and a question to a person', () => {
    const major = workspaceOf({ 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'major') });
    assert.deepEqual(fixed(major), { texts: {}, applied: 0, left: ['a/pom.xml: breaking'] });
    const create = workspaceOf({ Dockerfile: `${FROM}RUN aa\n` }, [elsewhere({ others: [{ path: 'x', create: 'y' }] })]);
    assert.deepEqual(fixed(create).left, ['Dockerfile: creates a file']);
    const deferred = { kind: 'image-digest', image: 'docker.io/library/alpine:3.22', at: FROM.length - 1 } as const;
    const asking = toy('dockerfile/a', ':3.22\n', () => [{ title: 'Pin', applicability: 'suggested', edits: [], deferred }]);
    assert.deepEqual(fixed(workspaceOf({ Dockerfile: FROM }, [asking])).left, ['Dockerfile: asks a registry']);
  });

  it('leaves a package in place that others ask for by a catalog or a managed version', () => {
    const cases = {
      'pnpm-workspace.yaml': 'catalog:\n  evil: 1.0.0\n',
      'gradle/libs.versions.toml': '[libraries]\nevil = "evil:evil:1.0.0"\n',
      'Directory.Packages.props': '<Project><ItemGroup><PackageVersion Include="evil" Version="1.0.0" /></ItemGroup></Project>\n',
      'Cargo.toml': '[workspace.dependencies]\nevil = "1"\n',
    };
    for (const [path, text] of Object.entries(cases))
      assert.deepEqual(fixed(workspaceOf({ [path]: text }, [maliciousPackage])).left, [`${path}: breaking`]);
    const { texts } = fixed(workspaceOf({ 'requirements.txt': 'evil==1.0\ngood==1.0\n' }, [maliciousPackage]));
    assert.deepEqual(texts, { 'requirements.txt': 'good==1.0\n' });
  });

  it('apply only the kinds that are allowed', () => {
    const workspace = workspaceOf({ 'pom.xml': PARENT('1.0.0'), 'a/pom.xml': CHILD('a', 'core') });
    assert.deepEqual(fixed(workspace, undefined, 'safe'), { texts: {}, applied: 0, left: [] });
  });

  it('insert one after the other at one place, however many there are', () => {
    const names = Array.from({ length: 40 }, (_, index) => `deep-${index}`);
    const nodes = names.map((name) => `  ${name}@1.0.0:\n    resolution: {integrity: sha512-AAAA}\n`).join('');
    const workspace = workspaceOf({
      'package.json': '{"name":"root","private":true}',
      'pnpm-workspace.yaml': 'packages:\n  - a\n',
      'a/package.json': '{"name":"a","dependencies":{"top":"^1.0.0"}}',
      'pnpm-lock.yaml': `lockfileVersion: '9.0'
importers:
  .: {}
  a:
    dependencies:
      top:
        specifier: ^1.0.0
        version: 1.0.0
packages:
  top@1.0.0:
    resolution: {integrity: sha512-AAAA}
${nodes}snapshots:
  top@1.0.0:
    dependencies:
${names.map((name) => `      ${name}: 1.0.0\n`).join('')}${names.map((name) => `  ${name}@1.0.0: {}\n`).join('')}`,
    });
    const { texts, applied } = fixed(workspace);
    assert.deepEqual(Object.keys(texts), ['package.json']);
    assert.equal(applied, 40);
    assert.equal(texts['package.json']?.match(/deep-\d+/g)?.length, 40);
  });

  it('are not applied where they break the other file, or do not mend', () => {
    const other = '{"name":"x"}';
    const texts = { Dockerfile: `${FROM}RUN aa\n`, 'package.json': other };
    const breaks = workspaceOf(texts, [elsewhere({ others: [edit('package.json', other, '"x"}', '')] })]);
    assert.deepEqual(fixed(breaks), { texts: {}, applied: 0, left: [] });
    const idle = workspaceOf(texts, [elsewhere({ edits: [], others: [edit('package.json', other, 'x', 'y')] })]);
    assert.deepEqual(fixed(idle), { texts: {}, applied: 0, left: [] });
    const good = workspaceOf(texts, [elsewhere({ others: [edit('package.json', other, 'x', 'y')] })]);
    assert.deepEqual(fixed(good).texts, { Dockerfile: `${FROM}RUN b\n`, 'package.json': '{"name":"y"}' });
  });

  it('end although they undo each other', () => {
    const workspace = workspaceOf({ Dockerfile: `${FROM}RUN aa bb\n` }, [
      toy('dockerfile/a', 'aa', replaceBy('bb'), { severity: 'high' }),
      toy('dockerfile/b', 'bb', replaceBy('aa'), { severity: 'high' }),
    ]);
    assert.deepEqual(fixed(workspace).texts, {});
  });
});
