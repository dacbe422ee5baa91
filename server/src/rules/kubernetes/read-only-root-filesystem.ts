import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { mountsOf } from '../../model/kubernetes/index.ts';
import {
  appendItem,
  asSequence,
  at,
  type Edits,
  type EditSource,
  insertEntry,
  type NewValue,
  setPath,
  stringOf,
  type YamlMapping,
} from '../../model/yaml/index.ts';
import { requiredBoolean } from './support/boolean-field.ts';
import { editSource } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredBySecurityContextMissing } from './support/security-context.ts';
import { type Target, targetsOf } from './support/targets.ts';

export const readOnlyRootFilesystem = kubernetesRule(
  {
    id: 'kubernetes/read-only-root-filesystem',
    title: 'Writable root filesystem',
    why: 'Whoever breaks into a container with a writable root filesystem can replace its programs and leave tools behind. Set `readOnlyRootFilesystem: true` and mount an `emptyDir` where the program has to write, often `/tmp`.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'nsa', 'cis'],
    messages: {
      writable: 'Container `{container}` may write to its root filesystem. Set `readOnlyRootFilesystem: true`.',
      unset:
        'Container `{container}` may write to its root filesystem, because nothing forbids it. Set `readOnlyRootFilesystem: true`.',
    },
    aliases: [
      'checkov:CKV_K8S_22',
      'gatekeeper:psp/read-only-root-filesystem',
      'kics:root_container_not_mounted_as_read_only',
      'kube-linter:no-read-only-root-fs',
      'kube-score:Container Security Context ReadOnlyRootFilesystem',
      'kubescape:immutable-container-filesystem',
      'kyverno:require-ro-rootfs',
      'polaris:notReadOnlyRootFilesystem',
      'trivy:KSV-0014',
    ],
    references: ['NSA', 'CIS Kubernetes 5.7.3', 'CWE-732'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      if (target.workload.isWindows) continue;
      const hit = requiredBoolean(context, target, 'readOnlyRootFilesystem', true, 'suggested');
      if (!hit) continue;
      const { key } = target.container;
      const data = { container: target.name };
      yield {
        message: hit.state === 'wrong' ? 'writable' : 'unset',
        data,
        span: hit.span,
        fixes: [...hit.fixes, ...withTmp(context, target)],
        key,
        ...(hit.state === 'missing' ? coveredBySecurityContextMissing(target) : {}),
      };
    }
  }),
);

/** The same with a writable `/tmp`, for the many programs that need one. */
function withTmp({ file }: Context<'kubernetes'>, { workload, container }: Target): readonly Fix[] {
  if (
    container.list === 'ephemeralContainers' ||
    mountsOf(container).some(({ node }) => stringOf(at(node, 'mountPath')) === '/tmp')
  )
    return [];
  const name = ['tmp', `${container.name ?? 'container'}-tmp`].find(
    (one) => !workload.volumes.some((volume) => volume.name === one),
  );
  if (name === undefined) return [];
  const source = editSource(file, workload.resource);
  const set = setPath(source, container.node, ['securityContext', 'readOnlyRootFilesystem'], 'true');
  const mount = addTo(source, container.node, 'volumeMounts', { name, mountPath: '/tmp' });
  const volume = addTo(source, workload.spec, 'volumes', { name, emptyDir: {} });
  if (!set || !mount || !volume) return [];
  // Where two insertions meet, what belongs to the inner block comes first.
  const edits =
    at(container.node, 'volumeMounts') === undefined
      ? ([...set, ...mount, ...volume] as const)
      : ([...mount, ...set, ...volume] as const);
  return [{ title: 'Set `readOnlyRootFilesystem: true` and mount an `emptyDir` at `/tmp`', applicability: 'suggested', edits }];
}

function addTo(source: EditSource, mapping: YamlMapping, list: string, item: NewValue): Edits {
  const existing = at(mapping, list);
  if (existing === undefined) return insertEntry(source, mapping, list, [item]);
  const sequence = asSequence(existing);
  return sequence && appendItem(source, sequence, item);
}
