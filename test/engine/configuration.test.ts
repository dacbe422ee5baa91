import assert from 'node:assert/strict';
import { requiredLabels } from '../../server/src/rules/kubernetes/required-labels.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { unmark } from '../support/marked-text.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';

const RULES = [
  toy('dockerfile/curl', 'curl', undefined, { aliases: ['hadolint:DL3001'] }),
  toy('dockerfile/wget', 'wget', undefined, { profiles: ['strict'] }),
  toy('dockerfile/nc', 'nc', undefined, { profiles: [], severity: 'high' }),
];
const TEXT = 'FROM a:1\nRUN curl x; wget y; nc z\n';

type Files = Readonly<Record<string, string>>;

function workspaceWith(
  files: Files,
  options: { settings?: unknown; commandLine?: unknown; configPath?: string } = {},
): Workspace {
  const workspace = new Workspace({ today: '2026-11-23', rules: RULES, ...options });
  for (const [path, text] of Object.entries(files)) workspace.set(path, text);
  return workspace;
}

/** `name severity` of each finding in a file. */
const shown = (workspace: Workspace, path: string): readonly string[] =>
  workspace.report(path).findings.map(({ rule, severity }) => `${rule.slice('dockerfile/'.length)} ${severity}`);

describe('configuration: what it turns on', () => {
  const cases: Readonly<Record<string, readonly [config: string, shown: readonly string[]]>> = {
    'nothing said': ['', ['curl medium']],
    'comments only': ['# later\n', ['curl medium']],
    'profile strict': ['profile: strict\n', ['wget medium']],
    'profile all': ['profile: all\n', ['curl medium', 'wget medium', 'nc high']],
    'a rule off': ['rules:\n  dockerfile/curl: off\n', []],
    'off as a boolean': ['rules: { dockerfile/curl: false }\n', []],
    'a rule on': ['rules: { dockerfile/nc: on }\n', ['curl medium', 'nc high']],
    'a severity': ['rules: { dockerfile/wget: critical }\n', ['curl medium', 'wget critical']],
    'settings of a rule': ['rules: { dockerfile/curl: { severity: low } }\n', ['curl low']],
    "a peer's id": ['rules: { "hadolint:DL3001": off }\n', []],
    'a family': ['rules: { "dockerfile/*": off }\n', []],
    'a family, then one of it': ['rules:\n  dockerfile/*: off\n  dockerfile/nc: on\n', ['nc high']],
    'a locked rule is on': ['rules: { dockerfile/nc: { locked: true } }\n', ['curl medium', 'nc high']],
    'minimum severity': ['profile: all\nminimumSeverity: high\n', ['nc high']],
    'a suppression': ['suppressions: [{ rule: dockerfile/curl, reason: why }]\n', []],
    'a suppression with a path': ['suppressions: [{ rule: curl, path: "other/**", reason: why }]\n', ['curl medium']],
    'a suppression that ended': ['suppressions: [{ rule: curl, reason: why, until: 2026-11-22 }]\n', ['curl medium']],
    'a suppression on its last day': ['suppressions: [{ rule: curl, reason: why, until: 2026-11-23 }]\n', []],
    excluded: ['exclude: ["**/Dockerfile"]\n', []],
    'half of it wrong': ['profil: x\nrules: { dockerfile/curl: off }\n', []],
  };
  for (const [title, [config, expected]] of Object.entries(cases)) {
    it(title, () =>
      assert.deepEqual(shown(workspaceWith({ '.larboard.yaml': config, Dockerfile: TEXT }), 'Dockerfile'), expected),
    );
  }

  it('is read anew when it changes, and forgotten when it goes', () => {
    const workspace = workspaceWith({ Dockerfile: TEXT });
    const before = workspace.revision;
    workspace.set('.larboard.yaml', 'rules: { dockerfile/curl: off }\n');
    assert.deepEqual(shown(workspace, 'Dockerfile'), []);
    assert.ok(workspace.revision > before);
    workspace.delete('.larboard.yaml');
    assert.deepEqual(shown(workspace, 'Dockerfile'), ['curl medium']);
  });
});

describe('configuration: what is accepted of a resource', () => {
  const MANIFEST =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec:\n  hostPID: true\n  containers:\n    - { name: app, image: privileged }\n    - { name: log, image: privileged }\n';
  const rules = [kubernetesToy('kubernetes/pid', 'hostPID'), kubernetesToy('kubernetes/privileged', 'privileged')];
  const cases: Readonly<Record<string, number>> = {
    'rule: "kubernetes/*"': 0,
    'rule: "kubernetes/*", resource: web': 0,
    'rule: "kubernetes/*", resource: w*b': 0,
    'rule: "kubernetes/*", resource: we': 3,
    'rule: "kubernetes/*", resource: web, namespace: shop': 0,
    'rule: "kubernetes/*", resource: web, namespace: other': 3,
    'rule: "kubernetes/*", container: app': 2,
    'rule: "kubernetes/*", container: "*"': 1,
    'rule: "kubernetes/*", resource: other, container: app': 3,
    'rule: kubernetes/pid, container: app': 3,
  };
  for (const [entry, left] of Object.entries(cases))
    it(entry, () => {
      const workspace = new Workspace({ today: '2026-11-23', rules });
      workspace.set('.larboard.yaml', `suppressions: [{ ${entry}, reason: why }]\n`);
      workspace.set('a.yaml', MANIFEST);
      assert.equal(workspace.report('a.yaml').findings.length, left);
    });

  it('is nothing in other files', () => {
    const config = 'suppressions: [{ rule: curl, resource: "*", reason: why }]\n';
    assert.deepEqual(shown(workspaceWith({ '.larboard.yaml': config, Dockerfile: TEXT }), 'Dockerfile'), ['curl medium']);
  });
});

describe('configuration: files in a tree', () => {
  it('the nearest wins, key by key', () => {
    const workspace = workspaceWith({
      '.larboard.yaml': 'profile: all\nrules: { dockerfile/curl: low, dockerfile/nc: off }\n',
      'a/.larboard.yml': 'rules: { dockerfile/curl: info }\n',
      Dockerfile: TEXT,
      'a/b/Dockerfile': TEXT,
    });
    assert.deepEqual(shown(workspace, 'Dockerfile'), ['curl low', 'wget medium']);
    assert.deepEqual(shown(workspace, 'a/b/Dockerfile'), ['curl info', 'wget medium']);
  });

  it('excludes relative to its own folder', () => {
    const workspace = workspaceWith({
      'a/.larboard.yaml': 'exclude: [/gen]\n',
      'a/gen/Dockerfile': TEXT,
      'gen/Dockerfile': TEXT,
    });
    assert.deepEqual([workspace.excludes('a/gen/Dockerfile'), workspace.excludes('gen/Dockerfile')], [true, false]);
  });

  it('extends files, the last one wins, and its own keys win over all', () => {
    const workspace = workspaceWith({
      'base/a.yaml': 'profile: all\nrules: { dockerfile/curl: low }\n',
      'base/b.yaml': 'extends: a.yaml\nrules: { dockerfile/curl: info, dockerfile/wget: off }\n',
      '.larboard.yaml': 'extends: [base/a.yaml, ./base/b.yaml]\nrules: { dockerfile/wget: low }\n',
      Dockerfile: TEXT,
    });
    assert.deepEqual(workspace.configProblems('.larboard.yaml'), []);
    assert.deepEqual(shown(workspace, 'Dockerfile'), ['curl info', 'wget low', 'nc high']);
  });

  it('notices a change in what it extends', () => {
    const workspace = workspaceWith({
      'base.yaml': 'profile: all\n',
      '.larboard.yaml': 'extends: base.yaml\n',
      Dockerfile: TEXT,
    });
    assert.equal(shown(workspace, 'Dockerfile').length, 3);
    workspace.set('base.yaml', 'rules: { dockerfile/curl: off }\n');
    assert.deepEqual(shown(workspace, 'Dockerfile'), []);
  });

  it('settings are weaker than files, the command line is stronger', () => {
    const file = { '.larboard.yaml': 'rules: { dockerfile/curl: low }\n', Dockerfile: TEXT };
    const rules = (level: string) => ({ rules: { 'dockerfile/curl': level } });
    assert.deepEqual(shown(workspaceWith(file, { settings: rules('off') }), 'Dockerfile'), ['curl low']);
    assert.deepEqual(shown(workspaceWith({ Dockerfile: TEXT }, { settings: rules('info') }), 'Dockerfile'), ['curl info']);
    assert.deepEqual(shown(workspaceWith(file, { commandLine: { profile: 'all', ...rules('info') } }), 'Dockerfile'), [
      'curl info',
      'wget medium',
      'nc high',
    ]);
  });

  it('one named file replaces those in the tree', () => {
    const files = { '.larboard.yaml': 'rules: { dockerfile/curl: off }\n', 'ci/strict.yaml': 'profile: all\n', Dockerfile: TEXT };
    assert.equal(shown(workspaceWith(files, { configPath: 'ci/strict.yaml' }), 'Dockerfile').length, 3);
  });
});

describe('configuration: locks', () => {
  const locked = 'rules:\n  dockerfile/curl: { severity: medium, locked: true }\n';
  const attempts: Readonly<Record<string, readonly [config: string, isMistake: boolean, shown: readonly string[]]>> = {
    'turn it off': ['rules: { ⟦dockerfile/curl⟧: off }\n', true, ['curl medium']],
    'make it milder': ['rules: { ⟦dockerfile/curl⟧: low }\n', true, ['curl medium']],
    'unlock it': ['rules: { ⟦dockerfile/curl⟧: { locked: false } }\n', true, ['curl medium']],
    'turn it off through its family': ['rules: { "⟦dockerfile/*⟧": off }\n', true, ['curl medium']],
    'make it worse': ['rules: { dockerfile/curl: high }\n', false, ['curl high']],
  };
  for (const [title, [config, isMistake, expected]] of Object.entries(attempts)) {
    it(title, () => {
      const { text, spans } = unmark(config);
      const workspace = workspaceWith({ 'base.yaml': locked, '.larboard.yaml': `extends: base.yaml\n${text}`, Dockerfile: TEXT });
      const problems = workspace.configProblems('.larboard.yaml');
      assert.equal(problems.length > 0, isMistake);
      for (const { message, span } of problems) {
        assert.match(message, /"dockerfile\/curl" is locked by base\.yaml and cannot be weakened here\./);
        const shift = 'extends: base.yaml\n'.length;
        const key = spans[0] ?? { start: 0, end: 0 };
        // A quoted key is shown with or without its quotes; either carries the meaning.
        assert.ok(
          span.start <= key.start + shift && key.end + shift <= span.end && span.end - span.start <= key.end - key.start + 2,
        );
      }
      assert.deepEqual(shown(workspace, 'Dockerfile'), expected);
    });
  }

  it('holds against a nearer file too', () => {
    const workspace = workspaceWith({
      '.larboard.yaml': locked,
      'a/.larboard.yaml': 'rules: { dockerfile/curl: off }\n',
      'a/Dockerfile': TEXT,
    });
    assert.deepEqual(shown(workspace, 'a/Dockerfile'), ['curl medium']);
    assert.match(workspace.configProblems('a/.larboard.yaml')[0]?.message ?? '', /is locked by \.larboard\.yaml/);
    assert.deepEqual(workspace.configProblems('.larboard.yaml'), []);
  });
});

describe('configuration: mistakes', () => {
  const mistakes: readonly (readonly [marked: string, message: string | RegExp])[] = [
    ['⟦profil⟧: strict\n', 'The configuration has no setting "profil". Did you mean "profile"?'],
    ['profile: ⟦strikt⟧\n', /"profile" must be one of recommended, .*, but it is .*strikt.*\. Did you mean "strict"\?/],
    ['minimumSeverity: ⟦3⟧\n', /"minimumSeverity" must be one of/],
    ['exclude: ⟦vendor⟧\n', /"exclude" must be a list/],
    ['kubernetes: { version: ⟦latest⟧ }\n', /"kubernetes\.version" must be "auto" or a Kubernetes version/],
    ['kubernetes: { requiredLabels: { team: ⟦number⟧ } }\n', /"kubernetes\.requiredLabels\.team" must be one of text, url/],
    ['kubernetes: { requiredAnnotations: ⟦owner⟧ }\n', /"kubernetes\.requiredAnnotations" must be a mapping/],
    ['kubernetes: ⟦1.34⟧\n', /"kubernetes" must be a mapping/],
    ['rules: { ⟦dockerfile/crul⟧: off }\n', 'There is no rule "dockerfile/crul". Did you mean "dockerfile/curl"?'],
    ['rules: { dockerfile/curl: ⟦sometimes⟧ }\n', /"rules\.dockerfile\/curl" must be one of off, on, critical/],
    ['rules: { dockerfile/curl: { severity: ⟦awful⟧ } }\n', /severity" must be one of/],
    ['suppressions: [⟦{ rule: curl }⟧]\n', /"suppressions\[0\]" needs the setting "reason"/],
    ['suppressions: [{ rule: ⟦crul⟧, reason: why }]\n', /There is no rule "crul"\. Did you mean/],
    ['suppressions: [{ rule: curl, reason: why, until: ⟦tomorrow⟧ }]\n', /must be a date such as/],
    ['⟦just text⟧\n', /The configuration must be a mapping/],
    ['extends: ⟦missing.yaml⟧\n', '"extends" names "missing.yaml", but there is no such file.'],
    ['extends: ⟦../outside.yaml⟧\n', '"extends" names "../outside.yaml", which lies outside the workspace.'],
    ['extends: ⟦.larboard.yaml⟧\n', '"extends" names ".larboard.yaml", which extends this file again.'],
    ['profile: strict\n⟦profile⟧: all\n', /"profile" is set twice|[Dd]uplicate|twice/],
  ];
  for (const [marked, message] of mistakes) {
    it(JSON.stringify(marked), () => {
      const { text, spans } = unmark(marked);
      for (const variant of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
        const shift = variant.startsWith('\uFEFF') ? 1 : 0;
        const workspace = workspaceWith({ '.larboard.yaml': variant });
        const { findings } = workspace.report('.larboard.yaml');
        assert.deepEqual(
          findings.map(({ rule, span }) => [rule, variant.slice(span.start, span.end).trim()]),
          spans.map(({ start, end }) => ['larboard/config-invalid', text.slice(start, end)]),
        );
        const [extra] = [(variant.match(/\r\n/g)?.length ?? 0) > 1 ? undefined : shift];
        if (extra !== undefined) assert.equal(findings[0]?.span.start, (spans[0]?.start ?? 0) + extra);
        if (typeof message === 'string') assert.equal(findings[0]?.message, message);
        else assert.match(findings[0]?.message ?? '', message);
      }
    });
  }

  const hostile: Readonly<Record<string, string>> = {
    'broken YAML': 'rules: [\n  a: }\n',
    'a lone carriage return': 'profile: strict\rrules: x\r',
    NUL: 'profile: \0\n',
    'an alias bomb': `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`}, *${n === 0 ? 'a' : `b${n - 1}`}]\n`).join('')}`,
    'deep nesting': '['.repeat(20_000),
    'many documents': '---\n'.repeat(2000),
    'a cycle through another file': 'extends: other.yaml\n',
  };
  for (const [title, text] of Object.entries(hostile)) {
    it(`is total: ${title}`, () => {
      const workspace = workspaceWith({ '.larboard.yaml': text, 'other.yaml': 'extends: .larboard.yaml\n', Dockerfile: TEXT });
      for (const { span } of workspace.report('.larboard.yaml').findings)
        assert.ok(span.start <= span.end && span.end <= text.length);
      assert.ok(workspace.report('Dockerfile').failures.length === 0);
    });
  }
});

describe('configuration: labels that resources must have', () => {
  const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels: { mail: nobody }\n';
  const messagesWith = (config: string): readonly string[] => {
    const workspace = new Workspace({ today: '2026-11-23', rules: [requiredLabels] });
    workspace.set('.larboard.yaml', `profile: all\n${config}`);
    workspace.set('a.yaml', MAP);
    return workspace.report('a.yaml').findings.map(({ message }) => message);
  };

  it('are what the configuration names', () => {
    assert.deepEqual(messagesWith(''), []);
    assert.deepEqual(
      messagesWith('kubernetes: { requiredLabels: { team: text, mail: email }, requiredAnnotations: { docs: url } }\n'),
      [
        'ConfigMap `web` has no label `team`, which the configuration asks for.',
        'ConfigMap `web` has no annotation `docs`, which the configuration asks for.',
        'The label `mail` must be an e-mail address.',
      ],
    );
  });
});
