import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { actionsAt } from '../../server/src/service/actions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { unmark } from '../support/marked-text.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';

const RULES = [
  toy('dockerfile/curl', 'curl', undefined, { aliases: ['hadolint:DL3001', 'buildkit:JSONArgsRecommended', 'trivy:DS-0013'] }),
  toy('dockerfile/wget', 'wget'),
  toy('dockerfile/nc', 'nc', undefined, { profiles: [], aliases: ['hadolint:DL3005'] }),
  kubernetesToy('kubernetes/host', 'hostNetwork: true'),
];
const POLICY = 'dockerfile/suppression-not-allowed';

function workspaceWith(config: string, path: string, text: string): Workspace {
  const workspace = new Workspace({ today: '2026-11-23', rules: RULES });
  workspace.set('.larboard.yaml', config);
  workspace.set(path, text);
  return workspace;
}

describe('suppression: what the configuration locks', () => {
  const LOCKED = 'rules: { dockerfile/curl: { locked: true } }\n';
  const cases: Readonly<Record<string, readonly [config: string, marked: string, rules: readonly string[]]>> = {
    'ours above': [LOCKED, '⟦# larboard-ignore curl: why⟧\nRUN ⟦curl⟧ x\n', ['larboard/suppression-invalid', 'dockerfile/curl']],
    'ours for the file': [
      LOCKED,
      '⟦# larboard-ignore-file *: why⟧\nRUN ⟦curl⟧ x; wget y\n',
      ['larboard/suppression-invalid', 'dockerfile/curl'],
    ],
    'a peer’s': [
      LOCKED,
      '⟦# hadolint global ignore=DL3001⟧\nRUN ⟦curl⟧ x\n',
      ['larboard/suppression-invalid', 'dockerfile/curl'],
    ],
    'behind the command': [
      LOCKED,
      'RUN ⟦curl⟧ x ⟦# larboard-ignore curl: why⟧\n',
      ['dockerfile/curl', 'larboard/suppression-invalid'],
    ],
    'a peer’s without anything to suppress': [LOCKED, '# hadolint ignore=DL3001\nRUN x\n', []],
    'another rule': [LOCKED, '# larboard-ignore wget: why\nRUN wget y\n', []],
    'unless the lock allows it': [
      'rules: { dockerfile/curl: { locked: true, suppressible: true } }\n',
      '# larboard-ignore curl: why\nRUN curl x\n',
      [],
    ],
  };
  for (const [title, [config, marked, rules]] of Object.entries(cases)) {
    it(title, () => {
      const { text, spans } = unmark(`FROM a:1\n${marked}`);
      const { findings } = workspaceWith(config, 'Dockerfile', text).report('Dockerfile');
      assert.deepEqual(
        findings.map(({ rule, span }) => [rule, span]),
        rules.map((rule, index) => [rule, spans[index]]),
      );
    });
  }

  it('says so', () => {
    const [finding] = workspaceWith(LOCKED, 'Dockerfile', 'FROM a:1\n# hadolint ignore=DL3001\nRUN curl x\n').report(
      'Dockerfile',
    ).findings;
    assert.equal(finding?.message, 'The configuration locks dockerfile/curl, so this suppression has no effect.');
  });

  it('a configuration below cannot open the lock', () => {
    const workspace = workspaceWith(LOCKED, 'a/Dockerfile', 'FROM a:1\n# larboard-ignore curl: why\nRUN curl x\n');
    workspace.set('a/.larboard.yaml', 'rules: { dockerfile/curl: { suppressible: true } }\n');
    assert.equal(workspace.report('a/Dockerfile').findings.length, 2);
    assert.match(workspace.configProblems('a/.larboard.yaml')[0]?.message ?? '', /is locked by .larboard.yaml/);
  });

  it('offers no suppression where none would hold', () => {
    const text = 'FROM a:1\nRUN curl x; wget y\n';
    const kinds = (word: string): readonly string[] => {
      const start = text.indexOf(word);
      return actionsAt(workspaceWith(LOCKED, 'Dockerfile', text), 'Dockerfile', { start, end: start }).map(({ kind }) => kind);
    };
    assert.deepEqual(kinds('curl'), ['explain']);
    assert.deepEqual(kinds('wget'), ['suppress', 'explain']);
  });
});

describe(`${POLICY}: what it says`, () => {
  const ON = `rules: { ${POLICY}: on }\n`;
  const USED = /^The policy does not allow suppression comments\. Solve/;
  const REASON = /and this one gives no reason\./;
  const FOREIGN = /keeps nothing quiet here\. Delete it, unless \w+ itself still needs it\.$/;
  const UNUSED = /^This suppression comment keeps nothing quiet\. Delete it\.$/;

  const caught: readonly (readonly [marked: string, says: RegExp, fixed?: string])[] = [
    ['FROM a:1\n⟦# larboard-ignore curl: why⟧\nRUN curl x\n', USED],
    ['FROM a:1\n⟦# larboard-ignore curl⟧\nRUN curl x\n', REASON],
    ['FROM a:1\n⟦# larboard-ignore curl: why⟧\nRUN x\n', UNUSED, 'FROM a:1\nRUN x\n'],
    ['FROM a:1\nRUN x \\\n  ⟦# larboard-ignore curl: why⟧\n  && y\n', UNUSED, 'FROM a:1\nRUN x \\\n  && y\n'],
    ['FROM a:1\nRUN x ⟦# larboard-ignore curl: why⟧\n', UNUSED, 'FROM a:1\nRUN x\n'],
    ['FROM a:1\r\n⟦# hadolint ignore=DL3001⟧\r\nRUN x\r\n', FOREIGN, 'FROM a:1\r\nRUN x\r\n'],
    ['FROM a:1\n⟦# hadolint ignore=DL3001⟧\nRUN curl x\n', REASON],
    ['FROM a:1\n⟦# hadolint ignore=DL3001 # why⟧\nRUN curl x\n', USED],
    // What we do not check may be needed.
    ['FROM a:1\n⟦# hadolint ignore=SC2086⟧\nRUN x\n', REASON],
    ['FROM a:1\n⟦# hadolint ignore=DL3001,SC2086⟧\nRUN x\n', REASON],
    ['FROM a:1\n⟦# hadolint ignore=DL3005 # why⟧\nRUN x\n', USED],
    ['⟦# check=skip=JSONArgsRecommended⟧\nFROM a:1\nRUN x\n', FOREIGN, 'FROM a:1\nRUN x\n'],
    // It says more than that.
    ['⟦# check=skip=JSONArgsRecommended;error=true⟧\nFROM a:1\nRUN x\n', FOREIGN],
    // One comment for two tools.
    ['FROM a:1\n⟦# hadolint ignore=DL3001 # trivy:ignore:DS-0013⟧\nRUN curl x\n', REASON],
    ['FROM a:1\n⟦# hadolint ignore=DL3001 # trivy:ignore:DS-0013⟧\nRUN x\n', FOREIGN, 'FROM a:1\nRUN x\n'],
    // The comment below would become a directive.
    ['⟦# hadolint global ignore=DL3001⟧\n# escape=`\nFROM a:1\nRUN x\n', FOREIGN],
    ['FROM a:1\n⟦# trivy:ignore:DS-0013:exp:2026-01-01⟧\nRUN x\n', REASON],
  ];
  for (const [marked, says, fixed] of caught) {
    it(JSON.stringify(marked), () => {
      const { text, spans } = unmark(marked);
      const workspace = workspaceWith(ON, 'Dockerfile', text);
      const findings = workspace.report('Dockerfile').findings.filter(({ rule }) => rule === POLICY);
      const [first] = findings;
      assert.ok(first && findings.every(({ span }) => span.start === spans[0]?.start && span.end === spans[0].end));
      assert.match(first.message, says);
      assert.equal(first.severity, 'medium');
      const [fix] = workspace.provenFixes(first);
      assert.equal(fix && applyEdits(text, fix.edits), fixed);
      const applicability = says === FOREIGN ? 'suggested' : 'safe';
      assert.equal(fix?.applicability, fixed === undefined ? undefined : applicability);
      assert.equal(workspace.fixAll('Dockerfile').text, applicability === 'safe' ? (fixed ?? text) : text);
    });
  }

  const clean: Readonly<Record<string, readonly [config: string, path: string, text: string]>> = {
    'off by default': ['', 'Dockerfile', 'FROM a:1\n# hadolint ignore=DL3001\nRUN curl x\n'],
    'no suppression': [ON, 'Dockerfile', 'FROM a:1\n# hadolint shell=/bin/bash\n# a comment\nRUN x # and another one\n'],
    'a setting of BuildKit': [ON, 'Dockerfile', '# check=error=true\nFROM a:1\n'],
    'other files': [ON, 'a.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  # larboard-ignore host: why\n  hostNetwork: true\n'],
    'words about one': [ON, 'Dockerfile', 'FROM a:1\n# hadolint would say DL3001 here\nRUN x\n'],
  };
  for (const [title, [config, path, text]] of Object.entries(clean))
    it(`is quiet: ${title}`, () => assert.deepEqual(workspaceWith(config, path, text).report(path).findings, []));

  it('cannot be suppressed by a comment', () => {
    const text = 'FROM a:1\n# larboard-ignore-file suppression-not-allowed: why\nRUN x\n';
    const { findings } = workspaceWith(ON, 'Dockerfile', text).report('Dockerfile');
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [POLICY],
    );
  });

  it('goes by hadolint’s name, too', () => {
    const { findings } = workspaceWith(
      'rules: { hadolint:DL1001: low }\n',
      'Dockerfile',
      'FROM a:1\n# hadolint ignore=SC1\nRUN x\n',
    ).report('Dockerfile');
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [[POLICY, 'low']],
    );
  });
});
