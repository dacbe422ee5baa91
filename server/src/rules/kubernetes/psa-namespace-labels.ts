import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import type { Edits } from '../../model/yaml/index.ts';
import { setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isAtLeastVersion } from './support/version.ts';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const LABEL = ['metadata', 'labels', ENFORCE] as const;
const LEVELS: ReadonlySet<string> = new Set(['baseline', 'restricted']);
/** What runs in these namespaces manages the nodes, and much of it could not start under a level. */
const SYSTEM: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

export const psaNamespaceLabels = kubernetesRule(
  {
    id: 'kubernetes/psa-namespace-labels',
    title: 'Namespace without a Pod Security level',
    why: 'Pod Security admission refuses pods that ask for more than the level of their namespace, and a namespace without the label `pod-security.kubernetes.io/enforce` lets everything in. Enforce `baseline` at least; `restricted` suits what you write yourself. Add `warn: restricted` first where you do not know what would fail.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      missing:
        'Namespace `{namespace}` enforces no Pod Security level. Add the label `pod-security.kubernetes.io/enforce: baseline`.',
      privileged: 'Namespace `{namespace}` lets in pods with every privilege. Enforce `baseline` or `restricted`.',
      invalid: 'Pod Security admission knows no level `{level}`. Use `baseline` or `restricted`.',
    },
    aliases: ['kyverno:add-psa-namespace-reporting', 'kyverno:deny-privileged-profile'],
    references: ['CIS Kubernetes 5.2.1', 'CWE-1188', 'https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (!isAtLeastVersion(env.kubernetesVersion, 23)) return;
    for (const resource of model.resources) {
      const { kind, group, name: namespace = 'without a name', node, nameSpan, isPartial } = resource;
      if (kind !== 'Namespace' || group !== '') continue;
      const key = `Namespace/${namespace}`;
      const source = editSource(file, resource);
      const found = lookup(node, ...LABEL);
      const fixes = (edits: (level: string) => Edits): readonly Fix[] =>
        [...LEVELS].flatMap((level) => fixOf(`Enforce \`${level}\``, 'suggested', edits(level)));
      const all = fixes((level) => setPath(source, node, LABEL, level));
      if (found.state === 'absent') {
        if (isPartial || SYSTEM.has(namespace)) continue;
        const labels = lookup(node, 'metadata', 'labels');
        const span = labels.state === 'present' ? labels.entry.key.span : nameSpan;
        yield { message: 'missing', data: { namespace }, span, fixes: all, key };
      } else if (found.state === 'present' && found.node.kind === 'scalar') {
        const { text: level, span } = found.node;
        if (LEVELS.has(level)) continue;
        if (level === 'privileged') {
          if (!SYSTEM.has(namespace)) yield { message: 'privileged', data: { namespace }, span, fixes: all, key };
        } else {
          const meant = level.toLowerCase();
          const best = LEVELS.has(meant) ? fixOf(`Enforce \`${meant}\``, 'suggested', setPath(source, node, LABEL, meant)) : all;
          yield { message: 'invalid', data: { level }, span, fixes: best, key };
        }
      }
    }
  },
);
