import assert from 'node:assert/strict';
import { render } from '../../server/src/engine/analyze.ts';
import { RuleNames } from '../../server/src/engine/rule-names.ts';
import type { AnyRule } from '../../server/src/engine/rule.ts';
import { bySeverity, isAtLeast, SEVERITIES } from '../../server/src/engine/severity.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';

const TEXT = 'FROM a:1\nRUN aa\nRUN bb\n';

function reportOf(rules: readonly AnyRule[], text = TEXT) {
  const workspace = new Workspace({ today: '2026-11-23', rules });
  workspace.set('Dockerfile', text);
  return workspace.report('Dockerfile');
}

describe('analysis', () => {
  const failing = (check: AnyRule['check']): AnyRule => ({ ...toy('dockerfile/fails', 'x'), check });
  const broken: Readonly<Record<string, AnyRule['check']>> = {
    'throws at once': () => {
      throw new Error('broken');
    },
    'throws half-way': function* () {
      yield { message: 'found', data: { word: 'x' }, span: { start: 0, end: 1 } };
      throw new Error('broken');
    },
    'throws no error': () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- That is what is tested.
      throw 'broken';
    },
    'reports outside the text': () => [{ message: 'found', span: { start: 0, end: 999 } }],
    'reports backwards': () => [{ message: 'found', span: { start: 2, end: 1 } }],
    'reports between code units': () => [{ message: 'found', span: { start: 0.5, end: 1 } }],
  };
  for (const [title, check] of Object.entries(broken)) {
    it(`a rule that ${title} fails alone and is named`, () => {
      const { findings, failures } = reportOf([toy('dockerfile/a', 'aa'), failing(check), toy('dockerfile/b', 'bb')]);
      assert.deepEqual(
        findings.filter(({ rule }) => rule !== 'dockerfile/fails').map(({ rule }) => rule),
        ['dockerfile/a', 'dockerfile/b'],
      );
      assert.deepEqual(
        failures.map(({ rule, path }) => [rule, path]),
        [['dockerfile/fails', 'Dockerfile']],
      );
      assert.notEqual(failures[0]?.error, '');
    });
  }

  it('runs rules only on their kind of file', () => {
    assert.deepEqual(reportOf([kubernetesToy('kubernetes/a', 'aa')]).findings, []);
  });

  it('orders findings by place, then by rule', () => {
    const rules = [toy('dockerfile/z', 'aa'), toy('dockerfile/b', 'bb'), toy('dockerfile/a', 'aa')];
    assert.deepEqual(
      reportOf(rules).findings.map(({ rule }) => rule),
      ['dockerfile/a', 'dockerfile/z', 'dockerfile/b'],
    );
  });

  it('fills placeholders and leaves unknown ones to be seen', () => {
    assert.equal(render('{a} and {b}.', { a: '{b}' }), '{b} and {b}.');
    assert.equal(render('{constructor}', undefined), '{constructor}');
  });

  it('shortens what the file puts into a message, and takes out what a terminal would obey', () => {
    assert.equal(render('{a}.', { a: 'x'.repeat(299) + '😀' }), `${'x'.repeat(299)}….`);
    assert.equal(render('{a}.', { a: 'x\u001B[31m\n' }), 'x\uFFFD[31m\uFFFD.');
  });

  it('orders severities', () => {
    assert.ok(isAtLeast('critical', 'high') && isAtLeast('high', 'high') && !isAtLeast('medium', 'high'));
    assert.deepEqual([...SEVERITIES].reverse().sort(bySeverity), SEVERITIES);
  });
});

describe('fingerprints', () => {
  const prints = (text: string): readonly string[] =>
    reportOf([toy('dockerfile/a', 'aa')], text).findings.map(({ fingerprint }) => fingerprint);

  it('stay when lines move or are indented', () => {
    assert.deepEqual(prints('FROM a:1\nRUN aa\n'), prints('# new\nFROM a:1\n\n\nRUN aa\n'));
    assert.deepEqual(prints('FROM a:1\nRUN aa\n'), prints('FROM a:1\r\nRUN aa\r\n'));
  });

  it('differ between equal lines', () => {
    assert.equal(new Set(prints('FROM a:1\nRUN aa\nRUN aa\nRUN aa aa\n')).size, 4);
  });

  it('differ between files', () => {
    const workspace = new Workspace({ today: '2026-11-23', rules: [toy('dockerfile/a', 'aa')] });
    for (const path of ['a/Dockerfile', 'b/Dockerfile']) workspace.set(path, 'FROM a:1\nRUN aa\n');
    const [a, b] = ['a/Dockerfile', 'b/Dockerfile'].map((path) => workspace.report(path).findings[0]?.fingerprint);
    assert.notEqual(a, b);
  });
});

describe('workspace', () => {
  it('gives the same report while nothing changed, and a new one when it did', () => {
    const workspace = new Workspace({ today: '2026-11-23', rules: [toy('dockerfile/a', 'aa')] });
    workspace.set('Dockerfile', TEXT);
    const first = workspace.report('Dockerfile');
    workspace.set('Dockerfile', TEXT, 2);
    workspace.set('other/Dockerfile', TEXT);
    assert.equal(workspace.report('Dockerfile'), first);
    workspace.set('Dockerfile', `${TEXT}RUN aa\n`);
    assert.equal(workspace.report('Dockerfile').findings.length, 2);
    workspace.delete('Dockerfile');
    assert.deepEqual(workspace.report('Dockerfile').findings, []);
  });

  it('keeps quiet about files that are none of ours', () => {
    const workspace = new Workspace({ today: '2026-11-23', rules: [toy('dockerfile/a', 'aa')] });
    workspace.set('notes.txt', 'aa');
    workspace.set('values.yaml', 'aa: 1\n');
    assert.deepEqual(
      [...workspace.paths()].flatMap((path) => workspace.report(path).findings),
      [],
    );
  });
});

describe('rule names', () => {
  const names = new RuleNames([
    toy('dockerfile/curl', 'x', undefined, {
      aliases: ['hadolint:DL3001', 'trivy:DS-0002', 'trivy:KSV-0017', 'semgrep:dockerfile.missing-user'],
    }),
    kubernetesToy('kubernetes/curl', 'x', { aliases: ['hadolint:DL3001'] }),
    kubernetesToy('kubernetes/host-network', 'x', { aliases: ['trivy:KCV-0001'] }),
  ]);
  const selected: Readonly<Record<string, readonly string[]>> = {
    'dockerfile/curl': ['dockerfile/curl'],
    curl: ['dockerfile/curl', 'kubernetes/curl'],
    'kubernetes/*': ['kubernetes/curl', 'kubernetes/host-network'],
    'hadolint:DL3001': ['dockerfile/curl', 'kubernetes/curl'],
    'hadolint:dl3001': ['dockerfile/curl', 'kubernetes/curl'],
    'trivy:AVD-DS-0002': ['dockerfile/curl'],
    'trivy:DS002': ['dockerfile/curl'],
    'trivy:ksv017': ['dockerfile/curl'],
    'trivy:AVD-KCV-0001': ['kubernetes/host-network'],
    'trivy:KCV001': ['kubernetes/host-network'],
    'semgrep:missing-user': ['dockerfile/curl'],
    'hadolint:DL3002': [],
    constructor: [],
    '': [],
  };
  for (const [selector, ids] of Object.entries(selected))
    it(`"${selector}" selects ${ids.length}`, () => assert.deepEqual(names.select(selector), ids));
  it('knows what was meant', () => {
    assert.equal(names.nearest('kubernetes/hostnetwork'), 'kubernetes/host-network');
    assert.equal(names.nearest('host-netwrk'), 'kubernetes/host-network');
    assert.equal(names.nearest('something-else-entirely'), undefined);
    assert.equal(names.nearest(''), undefined);
  });
});
