import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/service/workspace.ts';
import { kubernetesToy, toy } from '../support/toy-rules.ts';

const RULES = [
  toy('dockerfile/curl', 'curl', undefined, {
    aliases: [
      'hadolint:DL3001',
      'buildkit:JSONArgsRecommended',
      'checkov:CKV_DOCKER_9',
      'trivy:DS-0013',
      'semgrep:curl-found',
      'kics:add_instead_of_copy',
      'droast:DF001',
      'tally:hadolint/DL3001',
      'tally:tally/no-curl',
    ],
  }),
  toy('dockerfile/wget', 'wget', undefined, {
    aliases: [
      'hadolint:DL3002',
      'buildkit:StageNameCasing',
      'checkov:CKV_DOCKER_8',
      'trivy:DS-0014',
      'semgrep:wget-found',
      'kics:run_using_apt',
      'droast:DF002',
      'tally:buildkit/StageNameCasing',
    ],
  }),
  toy('dockerfile/root', 'root', undefined, { aliases: ['trivy:DS-0002', 'semgrep:last-user-is-root'] }),
  kubernetesToy('kubernetes/privileged', 'privileged: true', {
    aliases: ['trivy:KSV-0017', 'checkov:CKV_K8S_16', 'kics:container_is_privileged'],
  }),
  kubernetesToy('kubernetes/host', 'hostNetwork: true', {
    aliases: ['trivy:KSV-0009', 'checkov:CKV_K8S_19', 'kics:shared_host_network_namespace'],
  }),
];

const CURL = '9513a694-aa0d-41d8-be61-3271e056f36b';

function report(text: string) {
  const workspace = new Workspace({ today: '2026-11-23', rules: RULES });
  workspace.set('Dockerfile', text);
  return workspace.report('Dockerfile');
}

const left = (text: string): string =>
  report(text)
    .findings.map(({ rule }) => rule.slice(rule.indexOf('/') + 1))
    .join(' ');

/** `⟨comment⟩` → what still speaks in the text. */
type Cases = Readonly<Record<string, readonly [text: string, left: string]>>;

const check = (cases: Cases): void => {
  for (const [title, [text, expected]] of Object.entries(cases)) it(title, () => assert.equal(left(text), expected));
};

/** A comment above an instruction with both words, which stands again below. */
const above = (comment: string): string => `FROM a:1\n${comment}\nRUN curl x; wget y\nRUN curl x; wget y\n`;
/** A comment above everything. */
const head = (comment: string): string => `${comment}\nFROM a:1\nRUN curl x; wget y\n`;
const ALL = 'curl wget curl wget';

describe('suppression: hadolint', () => {
  check({
    'the next instruction': [above('# hadolint ignore=DL3001'), 'wget curl wget'],
    'several, with and without blanks': [above('#hadolint ignore=DL3001 , DL3002'), 'curl wget'],
    'ids that are none of ours among them': [above('# hadolint ignore=SC2086,DL3001,DL9999'), 'wget curl wget'],
    'a reason behind a further hash': [above('# hadolint ignore=DL3001 # we accept DL3002 because'), 'wget curl wget'],
    'the whole file': [above('# hadolint global ignore=DL3001 # why'), 'wget wget'],
    'the shell is no suppression': [above('# hadolint shell=/bin/bash'), ALL],
    'the shell before': [above('# hadolint shell=/bin/bash ignore=DL3001'), 'wget curl wget'],
    'without ids': [above('# hadolint ignore='), ALL],
    'behind other words': [above('# we use hadolint ignore=DL3001'), ALL],
    'inside an instruction: its next line': [
      'FROM a:1\nRUN curl x \\\n  # hadolint ignore=DL3001\n  && curl y \\\n  && curl z\n',
      'curl curl',
    ],
  });
});

describe('suppression: BuildKit', () => {
  check({
    'one check': [head('# check=skip=JSONArgsRecommended'), 'wget'],
    'several checks': [head('#check=skip=JSONArgsRecommended,StageNameCasing'), ''],
    'with other options': [head('# check=error=true;skip=JSONArgsRecommended;experimental=all'), 'wget'],
    'all checks': [head('# check=skip=all;error=true'), ''],
    'behind another directive': [head('# syntax=docker/dockerfile:1\n# check = skip=all'), ''],
    'only errors': [head('# check=error=true'), 'curl wget'],
    'behind a comment it is one': [head('# about this file\n# check=skip=all'), 'curl wget'],
    'above an instruction: that alone': [above('# check=skip=JSONArgsRecommended'), 'wget curl wget'],
    'above an instruction: all checks': [above('# check=skip=all'), 'curl wget'],
    'above an instruction: no other options': [above('# check=error=true'), ALL],
  });
});

describe('suppression: checkov', () => {
  check({
    'the whole file, wherever it stands': ['FROM a:1\nRUN curl x; wget y\n#checkov:skip=CKV_DOCKER_9:why\n', 'wget'],
    'with blanks': [above('# checkov:skip=CKV_DOCKER_9: Ensure that'), 'wget wget'],
    'without a reason': [above('# checkov:skip=CKV_DOCKER_9'), 'wget wget'],
    'several ids': [above('# checkov:skip=CKV_DOCKER_9,CKV_DOCKER_8:why'), ''],
    'the product’s other names': [above('# bridgecrew:skip=CKV_DOCKER_9:why'), 'wget wget'],
    'behind other words': [above('# accepted: checkov:skip=CKV_DOCKER_9:why'), 'wget wget'],
    'of no rule of ours': [above('# checkov:skip=CKV_AWS_20:why'), ALL],
  });
});

describe('suppression: trivy', () => {
  check({
    'the next instruction': [above('# trivy:ignore:DS-0013'), 'wget curl wget'],
    'the long id': [above('#trivy:ignore:AVD-DS-0013'), 'wget curl wget'],
    'the old id in lower case, with a text': [above('#trivy:ignore:ds013 TODO: why'), 'wget curl wget'],
    'several on one line': [above('# trivy:ignore:DS-0013 trivy:ignore:DS-0014'), 'curl wget'],
    'behind hadolint’s': [above('# hadolint ignore=DL3002 # trivy:ignore:DS-0013'), 'curl wget'],
    'every id': [above('# trivy:ignore:*'), 'curl wget'],
    'until a day to come': [above('# trivy:ignore:DS-0013:exp:2026-12-31'), 'wget curl wget'],
    'until a day that has passed': [above('# trivy:ignore:DS-0013:exp:2026-01-01'), ALL],
    'what is about the image as a whole': ['# trivy:ignore:AVD-DS-0002\nFROM a:1 AS b\nFROM b\nUSER root\n', ''],
  });
});

describe('suppression: KICS', () => {
  check({
    'the next instruction': [above('# kics-scan ignore-line'), 'curl wget'],
    'over several lines': ['FROM a:1\n# kics-scan ignore-line\nRUN a \\\n  && curl x\nRUN curl y\n', 'curl'],
    'with words behind': [above('# kics-scan ignore-line - why'), 'curl wget'],
    'a block is a stage': ['# kics-scan ignore-block\nFROM a:1 AS b\nRUN curl x\nRUN wget y\nFROM b\nRUN curl z\n', 'curl'],
    'a block above another instruction': [above('# kics-scan ignore-block'), 'curl wget'],
    'the whole file': [head('# about it\n# kics-scan ignore'), ''],
    'the whole file, but with words behind': [head('# kics-scan ignore me'), 'curl wget'],
    'one query off': [head(`# kics-scan disable=${CURL},b03a748a-542d-44f4-bb86-000000000000`), 'wget'],
    'one query off, further down': [above(`# kics-scan disable=${CURL}`), ALL],
    'one query on': [head(`# kics-scan enable=${CURL.toUpperCase()}`), 'curl'],
    'an unknown query on': [head('# kics-scan enable=b03a748a-542d-44f4-bb86-000000000000'), 'curl wget'],
    'an unknown query off': [head('# kics-scan disable=b03a748a-542d-44f4-bb86-000000000000'), 'curl wget'],
  });
});

describe('suppression: semgrep', () => {
  check({
    'all of them': [above('# nosemgrep'), 'curl wget'],
    'the short word': [above('# nosem'), 'curl wget'],
    'by id': [above('# nosemgrep: curl-found'), 'wget curl wget'],
    'by dotted ids': [above('# nosemgrep: dockerfile.security.curl-found, dockerfile.wget-found.wget-found'), 'curl wget'],
    'behind other words': [above('# why we do this # nosemgrep: curl-found'), 'wget curl wget'],
    'behind the command': ['FROM a:1\nRUN curl x # nosemgrep: curl-found\nRUN curl y\n', 'curl'],
    'an unknown id': [above('# nosemgrep: other'), ALL],
    'only the start of a word': [above('# nosemgrepping'), ALL],
    'what is about the image as a whole': [
      'FROM a:1\nUSER root\n# nosemgrep: dockerfile.security.last-user-is-root\nCMD ["x"]\n',
      '',
    ],
  });
});

describe('suppression: droast', () => {
  check({
    'the next instruction': [above('# droast ignore=DF001 reason="migration" expires=2026-12-30'), 'wget curl wget'],
    several: [above('# droast ignore=DF001,DF002'), 'curl wget'],
    'the whole file': [above('# droast global ignore=DF001 reason=why'), 'wget wget'],
    expired: [above('# droast ignore=DF001 reason="migration" expires=2026-09-30'), ALL],
  });
});

describe('suppression: tally', () => {
  check({
    'the next instruction': [above('# tally ignore=hadolint/DL3001'), 'wget curl wget'],
    'without a namespace': [above('# tally ignore=DL3001,StageNameCasing;reason=old'), 'curl wget'],
    'its own rule': [above('# tally ignore=no-curl'), 'wget curl wget'],
    'every rule': [above('# tally ignore=all'), 'curl wget'],
    'the whole file': [above('# TALLY global ignore=tally/no-curl;reason=why'), 'wget wget'],
  });
});

describe('suppression: comments in manifests', () => {
  /** A pod that shares the network, with two privileged containers. */
  const pod = (parts: { above?: string; spec?: string; container?: string; key?: string; behind?: string }): string =>
    [
      parts.above ?? '',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n',
      parts.spec ?? '',
      'spec:\n  hostNetwork: true\n  containers:\n',
      parts.container ?? '',
      '    - name: a\n      securityContext:\n',
      parts.key ?? '',
      `        privileged: true${parts.behind ?? ''}\n    - name: b\n      securityContext: { privileged: true }\n`,
    ].join('');
  const PRIVILEGED = 'dd29336b-fe57-445b-a26e-e6aa867ae609';
  const EVERYTHING = 'host privileged privileged';
  const leftIn = (text: string): string => {
    const workspace = new Workspace({ today: '2026-11-23', rules: RULES });
    workspace.set('a.yaml', text);
    return workspace
      .report('a.yaml')
      .findings.map(({ rule }) => rule.slice(rule.indexOf('/') + 1))
      .join(' ');
  };
  const cases: Cases = {
    nothing: [pod({}), EVERYTHING],
    'trivy: the line': [pod({ key: '        # trivy:ignore:KSV-0017\n' }), 'host privileged'],
    'trivy: behind it': [pod({ behind: ' # trivy:ignore:AVD-KSV-0017' }), 'host privileged'],
    'trivy: an item with all that is in it': [pod({ container: '    # trivy:ignore:KSV017\n' }), 'host privileged'],
    'trivy: a key with all that is in it': [pod({ spec: '# trivy:ignore:ksv-0017 why\n' }), 'host'],
    'trivy: the first key stands for the object': [pod({ above: '# trivy:ignore:KSV-0017\n' }), 'host'],
    'trivy: one object of two': [
      `${pod({ above: '# trivy:ignore:KSV-0009\n' })}---\n${pod({})}`,
      `privileged privileged ${EVERYTHING}`,
    ],
    'trivy: an item of a list': [
      'apiVersion: v1\nkind: List\nitems:\n  # trivy:ignore:KSV-0009\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      hostNetwork: true\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      hostNetwork: true\n',
      'host',
    ],
    'checkov: the object around it': [
      `${pod({ key: '        # checkov:skip=CKV_K8S_16:why\n' })}---\n${pod({})}`,
      `host ${EVERYTHING}`,
    ],
    'checkov: above its first line': [
      `${pod({})}---\n${pod({ above: '# checkov:skip=CKV_K8S_19:why\n' })}`,
      `${EVERYTHING} privileged privileged`,
    ],
    'KICS: the line': [pod({ key: '        # kics-scan ignore-line\n' }), 'host privileged'],
    'KICS: a block': [pod({ container: '    # kics-scan ignore-block\n' }), 'host privileged'],
    'KICS: a block is the object at its first key': [
      `${pod({ above: '# kics-scan ignore-block\n' })}---\n${pod({})}`,
      EVERYTHING,
    ],
    'KICS: the file': [pod({ above: '# kics-scan ignore\n' }), ''],
    'KICS: one query off': [pod({ above: `# kics-scan disable=${PRIVILEGED}\n` }), 'host'],
    'KICS: one query on': [pod({ above: `---\n# kics-scan enable=${PRIVILEGED}\n` }), 'privileged privileged'],
    'KICS: one query off, further down': [pod({ container: `    # kics-scan disable=${PRIVILEGED}\n` }), EVERYTHING],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) it(title, () => assert.equal(leftIn(text), expected));
});

describe('suppression: reasons and last days of peers', () => {
  const cases: Readonly<Record<string, readonly [reason: string, until?: string]>> = {
    '# hadolint ignore=DL3001 # the reason': ['the reason'],
    '# hadolint ignore=DL3001;reason=the reason': ['the reason'],
    '# hadolint ignore=DL3001': [''],
    '# check=skip=JSONArgsRecommended # the reason': ['the reason'],
    '# check=skip=JSONArgsRecommended;reason=the reason': ['the reason'],
    '# checkov:skip=CKV_DOCKER_9: the reason': ['the reason'],
    '# trivy:ignore:DS-0013:exp:2026-12-01 the reason': ['the reason', '2026-12-01'],
    '# kics-scan ignore-line - the reason': ['the reason'],
    '# nosemgrep: curl-found -- the reason': ['the reason'],
    '# nosemgrep # the reason': ['the reason'],
    '# droast ignore=DF001 reason="the reason" expires=2026-12-01': ['the reason', '2026-12-01'],
    '# tally ignore=DL3001;reason=the reason': ['the reason'],
  };
  for (const [comment, [reason, until]] of Object.entries(cases)) {
    it(comment, () => {
      const [suppressed] = report(`FROM a:1\n${comment}\nRUN curl x\n`).suppressed;
      assert.deepEqual([suppressed?.suppression.reason, suppressed?.suppression.until], [reason, until]);
    });
  }
});

describe('suppression: comments of scripts', () => {
  check({
    'behind the command': ['FROM a:1\nRUN curl x # larboard-ignore curl: why\nRUN curl y\n', 'curl'],
    'behind the last line: that line': ['FROM a:1\nRUN curl x \\\n  && curl y # larboard-ignore curl: why\n', 'curl'],
    'behind a line that goes on, where it ends the script for the shell': [
      'FROM a:1\nRUN curl x # larboard-ignore curl: why \\\n  && wget y\n',
      'wget',
    ],
    'in a here-document': ['FROM a:1\nRUN <<EOF\ncurl x # larboard-ignore curl: why\ncurl y\nEOF\n', 'curl'],
    'on a line of its own in a here-document': [
      'FROM a:1\nRUN <<EOF\n# larboard-ignore curl: why\ncurl x\ncurl y\nEOF\n',
      'curl',
    ],
    'a peer’s': ['FROM a:1\nRUN curl x; wget y # trivy:ignore:DS-0013\n', 'wget'],
    'of a trigger': ['FROM a:1\nONBUILD RUN curl x # larboard-ignore curl: why\n', ''],
    'of a health check': ['FROM a:1\nHEALTHCHECK CMD curl x # larboard-ignore curl: why\n', ''],
    'not in quotes': ['FROM a:1\nRUN curl "x # larboard-ignore curl: why"\n', 'curl'],
    'not inside a word': ['FROM a:1\nRUN curl x#larboard-ignore curl: why\n', 'curl'],
    'not behind an instruction without a script': ['FROM a:1\nENV A=curl # larboard-ignore curl: why\n', 'curl'],
    'with line breaks of Windows': ['FROM a:1\r\nRUN <<EOF\r\ncurl x # larboard-ignore curl: why\r\ncurl y\r\nEOF\r\n', 'curl'],
  });
});
