import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';
import { unmark } from '../support/marked-text.ts';

const RULES = [
  toy('dockerfile/curl', 'curl', undefined, {
    aliases: [
      'hadolint:DL3001',
      'buildkit:JSONArgsRecommended',
      'checkov:CKV_DOCKER_9',
      'trivy:DS-0013',
      'semgrep:curl-found',
      'kics:curl',
    ],
  }),
  toy('dockerfile/wget', 'wget', undefined, { aliases: ['hadolint:DL3002', 'trivy:DS-0014'] }),
  kubernetesToy('kubernetes/privileged', 'privileged: true', {
    aliases: [
      'kube-linter:privileged-container',
      'checkov:CKV_K8S_16',
      'polaris:runAsPrivileged',
      'kube-score:Container Security Context',
      'trivy:KSV-0017',
    ],
  }),
  kubernetesToy('kubernetes/host', 'hostNetwork: true'),
];

const TODAY = '2026-11-23';

function report(path: string, text: string) {
  const workspace = new Workspace({ today: TODAY, rules: RULES });
  workspace.set(path, text);
  return workspace.report(path);
}

/** Rules that still speak. */
const rulesIn = (path: string, text: string): readonly string[] => report(path, text).findings.map(({ rule }) => rule);

const FROM = 'FROM alpine:3.22\n';

describe('suppression: our own comments', () => {
  const quiet: Readonly<Record<string, string>> = {
    'the line above': '# larboard-ignore dockerfile/curl: why\nRUN curl x\n',
    'the short name': '# larboard-ignore curl: why\nRUN curl x\n',
    'a family': '# larboard-ignore dockerfile/*: why\nRUN curl x\n',
    'every rule': '# larboard-ignore *: why\nRUN curl x\n',
    "a peer's id": '# larboard-ignore hadolint:DL3001: why\nRUN curl x\n',
    'two rules': '# larboard-ignore curl, wget: why\nRUN curl x && wget y\n',
    'two rules by white space': '# larboard-ignore curl wget: why\nRUN curl x && wget y\n',
    'two comments above': '# larboard-ignore curl: why\n# larboard-ignore wget: why\nRUN curl x && wget y\n',
    'a comment between': '# larboard-ignore curl: why\n# another comment\n\nRUN curl x\n',
    'an instruction over lines': '# larboard-ignore curl: why\nRUN a && \\\n    curl x\n',
    'the whole file': '# larboard-ignore-file curl: why\nRUN curl x\nRUN curl y\n',
    'until a day to come': '# larboard-ignore curl: why until 2026-11-23\nRUN curl x\n',
    'until in brackets': '# larboard-ignore curl: why [until 2027-01-01].\nRUN curl x\n',
    'no white space behind the hash': '#larboard-ignore curl: why\nRUN curl x\n',
    'line breaks of Windows': '# larboard-ignore curl: why\r\nRUN curl x\r\n',
  };
  for (const [title, text] of Object.entries(quiet))
    it(`keeps quiet: ${title}`, () => assert.deepEqual(rulesIn('Dockerfile', FROM + text), []));

  it('covers one instruction and no more', () => {
    const { findings } = report('Dockerfile', `${FROM}# larboard-ignore curl: why\nRUN curl x\nRUN curl y\n`);
    assert.equal(findings.length, 1);
  });

  it('tells what was suppressed, with reason and last day', () => {
    const { suppressed } = report('Dockerfile', `${FROM}# larboard-ignore curl: the reason until 2027-01-01\nRUN curl x\n`);
    assert.deepEqual(
      suppressed.map(({ finding, suppression }) => [finding.rule, suppression.reason, suppression.until]),
      [['dockerfile/curl', 'the reason', '2027-01-01']],
    );
  });

  const mistakes: readonly (readonly [marked: string, rule: string, message: string | RegExp])[] = [
    [
      '# larboard-ignore ⟦crul⟧: why\nRUN x\n',
      'suppression-invalid',
      /There is no rule "crul".*Did you mean "dockerfile\/curl"\?/,
    ],
    [
      '# larboard-ignore ⟦no-such-rule-at-all⟧: why\nRUN x\n',
      'suppression-invalid',
      /There is no rule "no-such-rule-at-all", so/,
    ],
    ['⟦# larboard-ignore: why⟧\nRUN x\n', 'suppression-invalid', /names no rule/],
    ['⟦# larboard-ignore curl⟧\nRUN curl x\n', 'suppression-without-reason', /gives no reason/],
    ['⟦# larboard-ignore curl: why⟧\nRUN x\n', 'suppression-unused', 'No finding of dockerfile/curl is here to suppress.'],
    ['⟦# larboard-ignore *: why⟧\nRUN x\n', 'suppression-unused', 'No finding of any rule is here to suppress.'],
  ];
  for (const [marked, rule, message] of mistakes) {
    it(`is checked itself: ${JSON.stringify(marked)}`, () => {
      const { text, spans } = unmark(FROM + marked);
      const { findings } = report('Dockerfile', text);
      assert.deepEqual(
        findings.map((finding) => [finding.rule, finding.span]),
        spans.map((span) => [`larboard/${rule}`, span]),
      );
      if (typeof message === 'string') assert.equal(findings[0]?.message, message);
      else assert.match(findings[0]?.message ?? '', message);
    });
  }

  it('holds until its last day, and then says so and shows the finding again', () => {
    const rules = rulesIn('Dockerfile', `${FROM}# larboard-ignore curl: why until 2026-11-22\nRUN curl x\n`);
    assert.deepEqual(rules, ['larboard/suppression-expired', 'dockerfile/curl']);
  });

  it('removes an unused one with its line, and only the comment behind code', () => {
    const workspace = new Workspace({ today: TODAY, rules: RULES });
    const fixed = (path: string, text: string): string => {
      workspace.set(path, text);
      const [finding] = workspace.report(path).findings;
      const [fix] = finding ? workspace.provenFixes(finding) : [];
      assert.equal(fix?.title, 'Remove the suppression');
      return applyEdits(text, fix.edits);
    };
    assert.equal(fixed('Dockerfile', `${FROM}RUN a\n  # larboard-ignore curl: why\nRUN x\n`), `${FROM}RUN a\nRUN x\n`);
    assert.equal(
      fixed('a.yaml', 'apiVersion: v1\nkind: Pod # larboard-ignore privileged: why\nspec: {}\n'),
      'apiVersion: v1\nkind: Pod\nspec: {}\n',
    );
  });
});

describe("suppression: peers' comments", () => {
  const dockerfile: Readonly<Record<string, readonly [text: string, left: readonly string[]]>> = {
    'hadolint ignore': ['# hadolint ignore=DL3001\nRUN curl x\nRUN wget y\n', ['dockerfile/wget']],
    'hadolint ignore, several': ['# hadolint ignore=DL3001, DL3002\nRUN curl x && wget y\n', []],
    'hadolint global ignore': ['# hadolint global ignore=DL3001\nRUN curl x\nRUN curl y\n', []],
    checkov: ['#checkov:skip=CKV_DOCKER_9:the reason\nRUN curl x\n', []],
    'trivy, long id': ['#trivy:ignore:AVD-DS-0013\nRUN curl x\nRUN wget y\n', ['dockerfile/wget']],
    'trivy, short id': ['# trivy:ignore:DS013\nRUN curl x\n', []],
    'trivy, before its expiry': ['# trivy:ignore:DS-0013:exp:2026-11-23\nRUN curl x\n', []],
    'trivy, after its expiry': ['# trivy:ignore:DS-0013:exp:2026-11-22\nRUN curl x\n', ['dockerfile/curl']],
    'kics line': ['# kics-scan ignore-line\nRUN curl x && wget y\n', []],
    'kics file, but not at its start': ['# kics-scan ignore\nRUN curl x\nRUN wget y\n', ['dockerfile/curl', 'dockerfile/wget']],
    'semgrep, all': ['# nosemgrep\nRUN curl x && wget y\n', []],
    'semgrep, by dotted id': ['# nosemgrep: dockerfile.security.curl-found\nRUN curl x\nRUN wget x\n', ['dockerfile/wget']],
    "another tool's id": ['# hadolint ignore=DL9999\nRUN curl x\n', ['dockerfile/curl']],
    'prose that only mentions one': ['# see hadolint ignore=DL3001\nRUN curl x\n', ['dockerfile/curl']],
  };
  for (const [title, [text, left]] of Object.entries(dockerfile))
    it(title, () => assert.deepEqual(rulesIn('Dockerfile', FROM + text), left));

  it('buildkit: the directive at the top', () => {
    assert.deepEqual(rulesIn('Dockerfile', `# check=skip=JSONArgsRecommended;error=true\n${FROM}RUN curl x\n`), []);
    assert.deepEqual(rulesIn('Dockerfile', `# check=error=true;skip=all\n${FROM}RUN curl x && wget y\n`), []);
  });

  it('is not judged: unused and without a reason are fine', () => {
    assert.deepEqual(rulesIn('Dockerfile', `${FROM}# hadolint ignore=DL3001\nRUN x\n`), []);
  });
});

describe('suppression: annotations', () => {
  const pod = (annotations: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n${annotations}spec:\n  hostNetwork: true\n  containers:\n    - name: a\n      image: a:1\n      securityContext:\n        privileged: true\n`;
  const bare =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\nspec:\n  containers:\n    - name: a\n      image: a:1\n      securityContext:\n        privileged: true\n';
  const cases: Readonly<Record<string, readonly [annotations: string, left: readonly string[]]>> = {
    ours: ['    larboard.dev/ignore: "kubernetes/privileged: the CNI"\n', ['kubernetes/host']],
    'ours, two': ['    larboard.dev/ignore: "privileged: why; host: why"\n', []],
    'ours, as a block': ['    larboard.dev/ignore: |\n      privileged: why;\n      host: why\n', []],
    'kube-linter': ['    ignore-check.kube-linter.io/privileged-container: "why"\n', ['kubernetes/host']],
    'kube-linter, all': ['    kube-linter.io/ignore-all: "why"\n', []],
    'ours, of a container': ['    larboard.dev/ignore.a: "privileged: why"\n', ['kubernetes/host']],
    'ours, of another container': [
      '    larboard.dev/ignore.b: "*: why"\n',
      ['larboard/suppression-invalid', 'kubernetes/host', 'kubernetes/privileged'],
    ],
    'ours, of a container: nothing else': [
      '    larboard.dev/ignore.a: "privileged: why; host: why"\n',
      ['larboard/suppression-unused', 'kubernetes/host'],
    ],
    checkov: ['    checkov.io/skip1: CKV_K8S_16=why\n', ['kubernetes/host']],
    'checkov, without a number and several': ['    checkov.io/skip: CKV_K8S_16,CKV_K8S_1 = why\n', ['kubernetes/host']],
    'checkov, its older name': ['    bridgecrew.io/skip2: CKV_K8S_16\n', ['kubernetes/host']],
    'polaris, camel case': ['    polaris.fairwinds.com/runAsPrivileged-exempt: "true"\n', ['kubernetes/host']],
    'polaris, kebab case': ['    polaris.fairwinds.com/run-as-privileged-exempt: "true"\n', ['kubernetes/host']],
    'polaris, all': ['    polaris.fairwinds.com/exempt: "true"\n', []],
    'polaris, switched off': ['    polaris.fairwinds.com/exempt: "false"\n', ['kubernetes/host', 'kubernetes/privileged']],
    'kube-score': ['    kube-score/ignore: container-security-context,other\n', ['kubernetes/host']],
    'no suppression': ['    example.com/ignore: privileged\n', ['kubernetes/host', 'kubernetes/privileged']],
  };
  for (const [title, [annotations, left]] of Object.entries(cases))
    it(title, () => assert.deepEqual(rulesIn('a.yaml', pod(annotations)), left));

  it('covers its own resource only', () => {
    const rules = rulesIn('a.yaml', `${pod('    kube-linter.io/ignore-all: "why"\n')}---\n${bare}`);
    assert.deepEqual(rules, ['kubernetes/privileged']);
  });

  it('of a pod template speaks of its resource', () => {
    const deployment = (annotation: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  selector: {}\n  template:\n    metadata:\n      annotations:\n        ${annotation}\n    spec:\n      hostNetwork: true\n      containers:\n        - name: a\n          image: a:1\n          securityContext: { privileged: true }\n        - name: b\n          image: a:1\n          securityContext: { privileged: true }\n`;
    const cases: Readonly<Record<string, readonly string[]>> = {
      'larboard.dev/ignore: "privileged: why"': ['kubernetes/host'],
      'larboard.dev/ignore.b: "privileged: why"': ['kubernetes/host', 'kubernetes/privileged'],
      'checkov.io/skip1: CKV_K8S_16=why': ['kubernetes/host'],
      'kube-linter.io/ignore-all: why': [],
      'polaris.fairwinds.com/exempt: "true"': [],
    };
    for (const [annotation, left] of Object.entries(cases))
      assert.deepEqual(rulesIn('a.yaml', deployment(annotation)), left, annotation);
  });

  it('of a container that is not there says so', () => {
    const { findings } = report('a.yaml', pod('    larboard.dev/ignore.web: "host: why"\n'));
    assert.equal(findings[0]?.message, 'There is no container "web" here, so this suppression has no effect.');
  });

  it('of a container that a template may write says nothing', () => {
    const text = pod('    larboard.dev/ignore.web: "host: why"\n');
    for (const other of [
      text.replace('- name: a\n', '- name: {{ .Chart.Name }}\n'),
      text.replace('kind: Pod', 'kind: Prometheus'),
    ])
      assert.deepEqual(rulesIn('a.yaml', other), ['kubernetes/host', 'kubernetes/privileged']);
  });

  it('ours is checked where it stands', () => {
    const { text, spans } = unmark(pod('    larboard.dev/ignore: "⟦privilegd⟧: why; host: why"\n'));
    const { findings } = report('a.yaml', text);
    const mistake = findings.find(({ rule }) => rule === 'larboard/suppression-invalid');
    assert.deepEqual(mistake?.span, spans[0]);
  });
});
