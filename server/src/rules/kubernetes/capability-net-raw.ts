import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { appendItem, setPath } from '../../model/yaml/index.ts';
import { CAPABILITIES, capabilityName, forbiddenCapabilities, hasAll, hasCapability } from './support/capabilities.ts';
import { editSource, fixOf } from './support/edits.ts';
import { hardenContainer } from './support/harden.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredByPrivileged, coveredBySecurityContextMissing } from './support/security-context.ts';
import { placeOf, type Target, targetsOf } from './support/targets.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const capabilityNetRaw = kubernetesRule(
  {
    id: 'kubernetes/capability-net-raw',
    title: 'Container may forge network packets',
    why: 'Runtimes hand out `NET_RAW`, with which a process makes packets of any content: it can pretend to be another pod of its node or answer name queries for it. Programs other than `ping` do not need it. Drop `NET_RAW`, or better `ALL`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      added: 'Container `{container}` adds the capability `{capability}`, with which it can forge network packets. Remove it.',
      kept: 'Container `{container}` keeps the capability `NET_RAW`, with which it can forge network packets. Drop it.',
    },
    aliases: [
      'checkov:CKV_K8S_28',
      'kics:net_raw_capabilities_not_being_dropped',
      'kube-linter:drop-net-raw-capability',
      'kubescape:drop-capability-netraw',
      'kyverno:drop-cap-net-raw',
      'trivy:KSV-0119',
    ],
    references: ['CIS Kubernetes 5.2.8', 'CWE-250', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const { workload, container, name } = target;
      if (workload.isWindows) continue;
      const privileged = coveredByPrivileged(container);
      const isForbidden = (capability: string) => capabilityName(capability) === 'NET_RAW';
      for (const { capability, span, fixes, key } of forbiddenCapabilities(context, target, isForbidden)) {
        const cause = summedUpBy('kubernetes/capabilities-baseline');
        yield { message: 'added', data: { container: name, capability }, span, fixes, key, ...cause, ...privileged };
      }
      const found = lookup(container.node, ...CAPABILITIES, 'drop');
      // A container that drops nothing at all is told about every capability by one finding.
      if (found.state === 'absent' && !container.isPartial) {
        const cause = { ...summedUpBy('kubernetes/capabilities-drop-all'), ...coveredBySecurityContextMissing(target) };
        const fixes = droppingFixes(context, target, undefined);
        yield {
          message: 'kept',
          data: { container: name },
          span: placeOf(found, container),
          fixes,
          key: container.key,
          ...cause,
          ...privileged,
        };
      }
      const list = found.state === 'present' && found.node.kind === 'sequence' ? found.node : undefined;
      if (found.state !== 'present' || !list || hasAll(list) || hasCapability(list, 'NET_RAW')) continue;
      const fixes = droppingFixes(context, target, list);
      yield { message: 'kept', data: { container: name }, span: found.entry.key.span, fixes, key: container.key, ...privileged };
    }
  }),
);

function droppingFixes(
  context: Context<'kubernetes'>,
  target: Target,
  list: Parameters<typeof hasAll>[0] | undefined,
): readonly Fix[] {
  const source = editSource(context.file, target.workload.resource);
  const drop = (name: string) =>
    list ? appendItem(source, list, name) : setPath(source, target.container.node, [...CAPABILITIES, 'drop'], [name]);
  return [
    ...fixOf('Drop `NET_RAW`', 'suggested', drop('NET_RAW')),
    ...fixOf('Drop all capabilities', 'suggested', drop('ALL')),
    ...hardenContainer(context, target),
  ];
}
