import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/service/workspace.ts';
import { dockerfileRule } from '../../server/src/engine/rule.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';

/** Shows what rules see of the configuration. */
const seen = dockerfileRule(
  {
    id: 'dockerfile/seen',
    title: 'What rules see',
    why: 'For tests.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: { seen: '{what}' },
    aliases: [],
    references: [],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ env }) {
    const labels = [...env.labels].map(([label, kind]) => `${label}=${kind}`);
    const what = JSON.stringify([env.allowedRegistries, labels, env.strictLabels]);
    yield { message: 'seen', data: { what }, span: { start: 0, end: 4 } };
  },
);

const RULES = [
  toy('dockerfile/curl', 'curl', undefined, { aliases: ['hadolint:DL3001', 'trivy:DS-0013', 'checkov:CKV_DOCKER_9'] }),
  toy('dockerfile/wget', 'wget', undefined, { aliases: ['hadolint:DL3001', 'hadolint:DL3002', 'trivy:DS-0014'] }),
  toy('dockerfile/nc', 'nc', undefined, { profiles: [], severity: 'high', aliases: ['hadolint:DL3003'] }),
  kubernetesToy('kubernetes/host', 'hostNetwork: true', {
    aliases: [
      'trivy:KSV-0009',
      'checkov:CKV_K8S_19',
      'kube-linter:host-network',
      'polaris:hostNetworkSet',
      'kics:shared_host_network_namespace',
    ],
  }),
  kubernetesToy('kubernetes/pid', 'hostPID: true', {
    profiles: [],
    aliases: ['checkov:CKV_K8S_17', 'kube-linter:host-pid', 'polaris:hostPIDSet', 'kics:shared_host_pid_namespace'],
  }),
  seen,
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

const shown = (workspace: Workspace, path = 'Dockerfile'): readonly string[] =>
  workspace.report(path).findings.map(({ rule, severity }) => `${rule.slice(rule.indexOf('/') + 1)} ${severity}`);

const BOTH = ['curl medium', 'wget medium'];

describe('peer configuration: when a run fails', () => {
  const thresholds: Readonly<Record<string, readonly [files: Files, dockerfile: string | undefined, kubernetes?: string]>> = {
    'not said': [{ '.hadolint.yaml': 'ignored: []\n' }, undefined],
    error: [{ '.hadolint.yaml': 'failure-threshold: error\n' }, 'high'],
    warning: [{ '.hadolint.yaml': 'failure-threshold: warning\n' }, 'medium'],
    info: [{ '.hadolint.yaml': 'failure-threshold: info\n' }, 'low'],
    style: [{ '.hadolint.yaml': 'failure-threshold: style\n' }, 'info'],
    ignore: [{ '.hadolint.yaml': 'failure-threshold: ignore\n' }, 'info'],
    none: [{ '.hadolint.yaml': 'failure-threshold: none\n' }, 'never'],
    'no-fail wins': [{ '.hadolint.yaml': 'failure-threshold: style\nno-fail: true\n' }, 'never'],
    'no-fail: false says nothing': [{ '.hadolint.yaml': 'no-fail: false\n' }, undefined],
    'a level that hadolint has not': [{ '.hadolint.yaml': 'failure-threshold: fatal\n' }, undefined],
    'our own configuration speaks of everything': [{ '.larboard.yaml': 'failOn: low\n' }, 'low', 'low'],
    'our own configuration wins': [
      { '.hadolint.yaml': 'no-fail: true\n', '.larboard.yaml': 'failOn: medium\n' },
      'medium',
      'medium',
    ],
  };
  for (const [title, [files, dockerfile, kubernetes]] of Object.entries(thresholds)) {
    it(title, () => {
      const workspace = workspaceWith(files);
      assert.deepEqual(
        [workspace.failOn('Dockerfile', 'dockerfile/curl'), workspace.failOn('app.yaml', 'kubernetes/host')],
        [dockerfile, kubernetes],
      );
    });
  }

  it('the nearest file counts', () => {
    const workspace = workspaceWith({ '.hadolint.yaml': 'no-fail: true\n', 'a/.hadolint.yaml': 'failure-threshold: error\n' });
    assert.equal(workspace.failOn('a/Dockerfile', 'dockerfile/curl'), 'high');
    assert.equal(workspace.failOn('b/Dockerfile', 'dockerfile/curl'), 'never');
  });
});

describe('peer configuration: .hadolint.yaml', () => {
  const cases: Readonly<Record<string, readonly [config: string, shown: readonly string[]]>> = {
    empty: ['', BOTH],
    'ignored: all of our rules that the id means': ['ignored:\n  - DL3001\n', []],
    'ignored: one of them': ['ignored: [DL3002]\n', ['curl medium']],
    'ignored: a single text': ['ignored: DL3002\n', ['curl medium']],
    'ignored: none of ours': ['ignored: [SC2086, DL9999]\n', BOTH],
    'override: error': ['override: { error: [DL3002] }\n', ['curl medium', 'wget high']],
    'override: info': ['override:\n  info:\n    - DL3002\n', ['curl medium', 'wget low']],
    'override: style': ['override: { style: [DL3002] }\n', ['curl medium', 'wget info']],
    'override: turns on what is off': ['override: { warning: [DL3003] }\n', [...BOTH, 'nc medium']],
    'ignored wins over an override': ['ignored: [DL3002]\noverride: { error: [DL3002] }\n', ['curl medium']],
    'what is not our business': ['failure-threshold: error\nno-fail: true\nformat: json\nwhatever: [1]\n', BOTH],
    'not a mapping': ['- DL3001\n', BOTH],
    'of the wrong kinds': [
      'ignored: { a: b }\noverride: [DL3001]\ntrustedRegistries: { a: b }\nlabel-schema: x\nstrict-labels: 3\n',
      BOTH,
    ],
    'half-typed': ['ignored: [DL3002\noverride: {', ['curl medium']],
  };
  for (const [title, [config, expected]] of Object.entries(cases)) {
    it(title, () => {
      for (const name of ['.hadolint.yaml', '.hadolint.yml'])
        assert.deepEqual(shown(workspaceWith({ [name]: config, Dockerfile: TEXT })), expected, name);
    });
  }

  it('is not a configuration by its name without the dot', () => {
    assert.deepEqual(shown(workspaceWith({ 'hadolint.yaml': 'ignored: [DL3001]\n', Dockerfile: TEXT })), BOTH);
  });

  it('has no findings of its own', () => {
    const workspace = workspaceWith({ '.hadolint.yaml': 'ignored: [DL9999]\nnonsense: true\n', '.larboard.yaml': '' });
    assert.deepEqual(workspace.report('.hadolint.yaml').findings, []);
  });

  it('tells registries and labels', () => {
    const config =
      'trustedRegistries:\n  - docker.io\n  - "*.gcr.io"\nlabel-schema:\n  author: text\n  old: rawtext\n  version: semver\n  odd: nonsense\nstrict-labels: true\n';
    const workspace = workspaceWith(
      { '.hadolint.yaml': config, Dockerfile: 'FROM a:1\n' },
      { settings: { rules: { 'dockerfile/seen': 'on' } } },
    );
    const expected = [['docker.io', '*.gcr.io'], ['author=text', 'old=text', 'version=semver'], true];
    assert.equal(workspace.report('Dockerfile').findings[0]?.message, JSON.stringify(expected));
  });

  it('tells one registry', () => {
    const settings = { rules: { 'dockerfile/seen': 'on' } };
    const workspace = workspaceWith(
      { '.hadolint.yaml': 'trustedRegistries: docker.io\n', Dockerfile: 'FROM a:1\n' },
      { settings },
    );
    assert.equal(workspace.report('Dockerfile').findings[0]?.message, JSON.stringify([['docker.io'], [], false]));
  });

  it('can switch hadolint’s comments off, and no others', () => {
    const text = 'FROM a:1\n# hadolint global ignore=DL3001\n# trivy:ignore:DS-0014\nRUN curl x; wget y\n';
    assert.deepEqual(shown(workspaceWith({ Dockerfile: text })), []);
    assert.deepEqual(shown(workspaceWith({ '.hadolint.yaml': 'disable-ignore-pragma: true\n', Dockerfile: text })), [
      'curl medium',
    ]);
  });
});

describe('peer configuration: where it stands', () => {
  const OFF = 'ignored: [DL3002]\n';

  it('the nearest file counts, alone', () => {
    const workspace = workspaceWith({
      '.hadolint.yaml': 'ignored: [DL3001]\n',
      'a/.hadolint.yml': OFF,
      'a/b/Dockerfile': TEXT,
      'c/Dockerfile': TEXT,
    });
    assert.deepEqual(shown(workspace, 'a/b/Dockerfile'), ['curl medium']);
    assert.deepEqual(shown(workspace, 'c/Dockerfile'), []);
  });

  it('is stronger than the settings and weaker than any file of our own', () => {
    const files = { 'a/.hadolint.yaml': 'override: { error: [DL3002] }\n', 'a/Dockerfile': TEXT };
    const settings = { rules: { 'dockerfile/wget': 'low' } };
    assert.deepEqual(shown(workspaceWith(files, { settings }), 'a/Dockerfile'), ['curl medium', 'wget high']);
    const own = { ...files, '.larboard.yaml': 'rules: { dockerfile/wget: critical }\n' };
    assert.deepEqual(shown(workspaceWith(own, { settings }), 'a/Dockerfile'), ['curl medium', 'wget critical']);
  });

  it('cannot weaken what our own file locks', () => {
    const workspace = workspaceWith({
      '.larboard.yaml': 'rules: { dockerfile/wget: { locked: true }, dockerfile/curl: { locked: true } }\n',
      'a/.hadolint.yaml': OFF,
      'a/.trivyignore': 'DS-0013\n',
      'a/Dockerfile': TEXT,
    });
    assert.deepEqual(shown(workspace, 'a/Dockerfile'), BOTH);
    assert.deepEqual(workspace.configProblems('.larboard.yaml'), []);
  });

  it('does not count beside a configuration that was named', () => {
    const workspace = workspaceWith({ '.hadolint.yaml': OFF, 'x.yaml': '', Dockerfile: TEXT }, { configPath: 'x.yaml' });
    assert.deepEqual(shown(workspace), BOTH);
  });

  it('is read anew when it changes, and forgotten when it goes', () => {
    const workspace = workspaceWith({ Dockerfile: TEXT });
    assert.deepEqual(shown(workspace), BOTH);
    const before = workspace.revision;
    workspace.set('.hadolint.yaml', OFF);
    assert.deepEqual(shown(workspace), ['curl medium']);
    assert.ok(workspace.revision > before);
    workspace.set('.hadolint.yaml', 'ignored: [DL3001]\n');
    assert.deepEqual(shown(workspace), []);
    workspace.delete('.hadolint.yaml');
    assert.deepEqual(shown(workspace), BOTH);
  });
});

describe('peer configuration: .trivyignore', () => {
  const cases: Readonly<Record<string, readonly [config: string, shown: readonly string[]]>> = {
    'an id': ['DS-0013\n', ['wget medium']],
    'the long and the old id': ['AVD-DS-0013\nDS014\n', []],
    'comments and blank lines': ['# all\n\n  DS-0013  # why\n', ['wget medium']],
    'in a comment': ['# DS-0013\n', BOTH],
    'before its last day': ['DS-0013 exp:2026-12-31\n', ['wget medium']],
    'behind its last day': ['DS-0013 exp:2026-01-01\n', BOTH],
    'line breaks of Windows': ['DS-0013\r\nDS-0014\r\n', []],
    'ids of other things': ['CVE-2024-1234\ngeneric-api-key\n!!\n', BOTH],
  };
  for (const [title, [config, expected]] of Object.entries(cases))
    it(title, () => assert.deepEqual(shown(workspaceWith({ '.trivyignore': config, Dockerfile: TEXT })), expected));

  it('concerns manifests, too', () => {
    const manifest = 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n';
    assert.deepEqual(shown(workspaceWith({ '.trivyignore': 'AVD-KSV-0009\n', 'a.yaml': manifest }), 'a.yaml'), []);
  });

  it('takes the comment for the reason', () => {
    const reasonOf = (config: string): string | undefined =>
      workspaceWith({ '.trivyignore': config, Dockerfile: TEXT }).report('Dockerfile').suppressed[0]?.suppression.reason;
    assert.equal(reasonOf('# the reason\nDS-0013\n'), 'the reason');
    assert.equal(reasonOf('# other\nDS-0013 # the reason\n'), 'the reason');
    assert.equal(reasonOf('DS-0013\n'), 'accepted in trivy’s ignore file');
  });

  it('as YAML: paths, reasons and last days', () => {
    const config =
      'misconfigurations:\n  - id: DS-0013\n    paths: ["a/**"]\n    statement: the reason\n  - id: AVD-DS-0014\n    expired_at: 2026-01-01\nvulnerabilities:\n  - id: CVE-2024-1\n';
    const workspace = workspaceWith({ '.trivyignore.yaml': config, 'a/Dockerfile': TEXT, 'b/Dockerfile': TEXT });
    assert.deepEqual(shown(workspace, 'a/Dockerfile'), ['wget medium']);
    assert.equal(workspace.report('a/Dockerfile').suppressed[0]?.suppression.reason, 'the reason');
    assert.deepEqual(shown(workspace, 'b/Dockerfile'), BOTH);
  });
});

describe('peer configuration: .checkov.yaml', () => {
  const cases: Readonly<Record<string, readonly [config: string, shown: readonly string[]]>> = {
    'a list': ['skip-check:\n  - CKV_DOCKER_9\n  - CKV_AWS_1\n', ['wget medium']],
    'a text': ['skip-check: CKV_AWS_1, CKV_DOCKER_9\n', ['wget medium']],
    'what checkov is run for': ['check: [CKV_DOCKER_2]\nframework: dockerfile\n', BOTH],
    'a wildcard': ['skip-check: [CKV_DOCKER_*]\n', ['wget medium']],
    'a wildcard of other things': ['skip-check: [CKV_K8S_*, CKV_*_1]\n', BOTH],
  };
  for (const [title, [config, expected]] of Object.entries(cases))
    it(title, () => assert.deepEqual(shown(workspaceWith({ '.checkov.yaml': config, Dockerfile: TEXT })), expected));
});

const MANIFEST =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec:\n  hostNetwork: true\n  hostPID: true\n';
const HOST = ['host medium'];
const ALL = ['host medium', 'pid medium'];

type ManifestCases = Readonly<Record<string, readonly [config: string, shown: readonly string[]]>>;

const checkManifest = (names: readonly string[], cases: ManifestCases): void => {
  for (const [title, [config, expected]] of Object.entries(cases))
    it(title, () => {
      for (const name of names)
        assert.deepEqual(shown(workspaceWith({ [name]: config, 'k8s/a.yaml': MANIFEST }), 'k8s/a.yaml'), expected, name);
    });
};

describe('peer configuration: .checkov.yaml and manifests', () => {
  checkManifest(['.checkov.yaml', '.checkov.yml'], {
    'a wildcard': ['skip-check: CKV_K8S_*\n', []],
    'a path': ['skip-path: [k8s]\n', []],
    'another path': ['skip-path:\n  - k8s/b.yaml\n', HOST],
    'an expression': ['skip-path:\n  - "^k8s/.*$"\n', HOST],
  });
});

describe('peer configuration: .kube-linter.yaml', () => {
  checkManifest(['.kube-linter.yaml', '.kube-linter.yml'], {
    empty: ['', HOST],
    excluded: ['checks:\n  exclude:\n    - host-network\n    - other\n', []],
    included: ['checks:\n  include: [host-pid]\n', ALL],
    'excluded wins': ['checks: { include: [host-pid, host-network], exclude: [host-pid] }\n', HOST],
    'all that there are': ['checks:\n  addAllBuiltIn: true\n', ALL],
    'all but one': ['checks: { addAllBuiltIn: true, exclude: [host-network] }\n', ['pid medium']],
    'all, switched off': ['checks:\n  addAllBuiltIn: false\n', HOST],
    'what kube-linter is run for': ['checks:\n  doNotAutoAddDefaults: true\n', HOST],
    'a path': ['checks:\n  ignorePaths: ["k8s/**"]\n', []],
    'paths elsewhere': ['checks:\n  ignorePaths: [~/k8s, ../k8s, /tmp/*.yaml, other]\n', HOST],
    'checks of their own': ['customChecks:\n  - name: mine\n    template: host-pid\n', HOST],
    'of the wrong kinds': ['checks: [a]\n', HOST],
    'lists of the wrong kinds': ['checks: { exclude: { a: b }, include: 3, ignorePaths: { a: b } }\n', HOST],
  });
});

describe('peer configuration: polaris.yaml', () => {
  checkManifest(['polaris.yaml', 'polaris.yml', '.polaris.yaml', '.polaris.yml'], {
    empty: ['', HOST],
    severities: ['checks:\n  hostNetworkSet: danger\n  hostPIDSet: warning\n  other: danger\n', ['host high', 'pid medium']],
    'switched off': ['checks:\n  hostNetworkSet: ignore\n', []],
    'a severity that there is not': ['checks:\n  hostNetworkSet: fatal\n', HOST],
    'exempt everywhere': ['exemptions:\n  - rules: [hostNetworkSet]\n', []],
    'a controller': ['exemptions:\n  - controllerNames: [cni, we]\n    rules: [hostNetworkSet]\n', []],
    'another controller': ['exemptions:\n  - controllerNames: [eb]\n    rules: [hostNetworkSet]\n', HOST],
    'a namespace': ['exemptions:\n  - namespace: shop\n    rules: [hostNetworkSet]\n', []],
    'another namespace': ['exemptions:\n  - namespace: sho\n    controllerNames: [web]\n    rules: [hostNetworkSet]\n', HOST],
    'a container does not share the network': ['exemptions:\n  - containerNames: [app]\n    rules: [hostNetworkSet]\n', HOST],
    'from all checks': ['exemptions:\n  - controllerNames: [web]\n', []],
    'of the wrong kinds': ['checks: [hostNetworkSet]\nexemptions: { a: b }\n', HOST],
  });

  it('is a manifest as well if it is one', () => {
    const workspace = workspaceWith({ 'polaris.yaml': MANIFEST });
    assert.deepEqual(shown(workspace, 'polaris.yaml'), HOST);
  });
});

describe('peer configuration: kics.config', () => {
  const ID = '6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a';
  checkManifest(['kics.config'], {
    empty: ['', HOST],
    'a query': [`exclude-queries:\n  - ${ID}\n`, []],
    'queries in a text': [`exclude-queries: 00000000-0000-0000-0000-000000000000,${ID}\n`, []],
    'as JSON': [`{ "exclude-queries": ["${ID}"] }`, []],
    'a path': ['exclude-paths: ["k8s/"]\n', []],
    'another path': ['exclude-paths: ["b/"]\n', HOST],
    'what is not our business': ['type: Kubernetes\nexclude-severities: medium\n', HOST],
    'in another format': [`exclude-queries = ["${ID}"]\n`, HOST],
  });
});
