import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { appendItem, deleteItem, deletePath, setPath } from '../../model/yaml/index.ts';
import { addedCapabilities, hasAll } from './support/capabilities.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isPrivileged, placeOf, type Target, targetsOf } from './support/targets.ts';

const CAPABILITIES = ['securityContext', 'capabilities'] as const;

export const capabilitiesDropAll = kubernetesRule(
  {
    id: 'kubernetes/capabilities-drop-all',
    title: 'Capabilities not dropped',
    why: 'A container runtime hands out about a dozen Linux capabilities that few programs need, among them forging network packets and changing the owner of files. Drop `ALL`, and add `NET_BIND_SERVICE` back where a program listens on a port below 1024. The Restricted Pod Security Standard demands it.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted', 'cis'],
    messages: {
      kept: 'Container `{container}` keeps the default Linux capabilities. Drop `ALL`.',
      partly: 'Container `{container}` drops single capabilities and keeps the others. Drop `ALL`.',
      added: 'Container `{container}` adds the capability `{capability}`. Only `NET_BIND_SERVICE` may be added.',
    },
    aliases: [
      'checkov:CKV_K8S_37',
      'kics:no_drop_capabilities_for_containers',
      'kyverno:disallow-capabilities-strict',
      'kyverno:drop-all-capabilities',
      'psa:capabilities_restricted',
      'trivy:KSV-0003',
      'trivy:KSV-0106',
    ],
    references: ['PSS restricted capabilities', 'CIS Kubernetes 5.2.10', 'CWE-250'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      // Windows has no capabilities, and a privileged container has all of them whatever it drops.
      if (target.workload.isWindows || isPrivileged(target.container)) continue;
      yield* dropped(context, target);
      yield* added(context, target);
    }
  }),
);

function* dropped({ file }: Context<'kubernetes'>, { workload, container, name }: Target) {
  const found = lookup(container.node, ...CAPABILITIES, 'drop');
  const source = editSource(file, workload.resource);
  const data = { container: name };
  const { key } = container;
  if (found.state === 'absent' && !container.isPartial) {
    const fixes = fixOf(
      'Drop all capabilities',
      'suggested',
      setPath(source, container.node, [...CAPABILITIES, 'drop'], ['ALL']),
    );
    yield { message: 'kept', data, span: placeOf(found, container), fixes, key } as const;
  }
  if (found.state === 'present' && found.node.kind === 'sequence' && !hasAll(found.node)) {
    const fixes = fixOf('Drop all capabilities', 'suggested', appendItem(source, found.node, 'ALL'));
    yield { message: 'partly', data, span: found.entry.key.span, fixes, key } as const;
  }
}

function* added({ file }: Context<'kubernetes'>, { workload, container, name }: Target) {
  const found = lookup(container.node, ...CAPABILITIES, 'add');
  const list = found.state === 'present' && found.node.kind === 'sequence' ? found.node : undefined;
  if (!list) return;
  const source = editSource(file, workload.resource);
  for (const { name: capability, node, index } of addedCapabilities(container)) {
    if (capability.replace(/^CAP_/, '') === 'NET_BIND_SERVICE') continue;
    const edits =
      list.items.length > 1 ? deleteItem(source, list, index) : deletePath(source, container.node, [...CAPABILITIES, 'add']);
    const fixes = fixOf(`Do not add \`${capability}\``, 'suggested', edits);
    yield {
      message: 'added',
      data: { container: name, capability },
      span: node.span,
      fixes,
      key: `${container.key}/${capability}`,
    } as const;
  }
}
