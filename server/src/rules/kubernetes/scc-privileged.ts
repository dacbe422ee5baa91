import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, lookup } from '../../model/kubernetes/index.ts';
import { setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const sccPrivileged = kubernetesRule(
  {
    id: 'kubernetes/scc-privileged',
    title: 'Security context constraints that allow everything',
    why: 'On OpenShift, SecurityContextConstraints say what the pods of a user may ask for. With `allowPrivilegedContainer: true` all who may use them own the nodes, and with `RunAsAny` they may run as root. Set both to the narrow value and give exceptions to the one ServiceAccount that needs them.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      privileged: '{constraints} allows privileged containers. Set `allowPrivilegedContainer: false`.',
      anyUser: '{constraints} lets containers run as root. Use `MustRunAsRange` or `MustRunAsNonRoot`.',
    },
    aliases: ['kube-linter:scc-deny-privileged-container'],
    references: [
      'CWE-250',
      'https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const resource of model.resources) {
      const { kind, group, name, node } = resource;
      if (kind !== 'SecurityContextConstraints' || (group !== 'security.openshift.io' && group !== '')) continue;
      const constraints = name === undefined ? kind : `${kind} \`${name}\``;
      const key = `${kind}/${name ?? ''}`;
      const source = editSource(file, resource);
      const privileged = booleanAt(node, 'allowPrivilegedContainer');
      if (privileged !== undefined && privileged !== 'unknown' && privileged.value) {
        const edits = setPath(source, node, ['allowPrivilegedContainer'], 'false');
        const fixes = fixOf('Set `allowPrivilegedContainer: false`', 'suggested', edits);
        yield { message: 'privileged', data: { constraints }, span: privileged.node.span, fixes, key };
      }
      const strategy = lookup(node, 'runAsUser', 'type');
      if (strategy.state !== 'present' || strategy.node.kind !== 'scalar' || strategy.node.text !== 'RunAsAny') continue;
      const fixes = ['MustRunAsRange', 'MustRunAsNonRoot'].flatMap((type) =>
        fixOf(`Use \`${type}\``, 'suggested', setPath(source, node, ['runAsUser', 'type'], type)),
      );
      const span = strategy.node.span;
      yield { message: 'anyUser', data: { constraints }, span, severity: 'medium', fixes, key: `${key}/runAsUser` };
    }
  }),
);
