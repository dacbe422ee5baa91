import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { BASELINE_CAPABILITIES } from '../../knowledge/pod-security.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { appendItem, setPath } from '../../model/yaml/index.ts';
import { CAPABILITIES, capabilityName, forbiddenCapabilities, hasAll, isNetBindService } from './support/capabilities.ts';
import { editSource, fixOf } from './support/edits.ts';
import { hardenContainer } from './support/harden.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredByPrivileged, coveredBySecurityContextMissing } from './support/security-context.ts';
import { placeOf, type Target, targetsOf } from './support/targets.ts';
import { summedUpBy } from './support/summed-up-by.ts';

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
      // Windows has no capabilities.
      if (target.workload.isWindows) continue;
      const cause = coveredByPrivileged(target.container);
      for (const problem of dropped(context, target)) yield { ...problem, ...cause };
      for (const { capability, span, fixes, key } of forbiddenCapabilities(context, target, (name) => !isNetBindService(name))) {
        const isBaseline = BASELINE_CAPABILITIES.has(capabilityName(capability));
        const data = { container: target.name, capability };
        const other = isBaseline ? {} : summedUpBy('kubernetes/capabilities-baseline');
        yield { message: 'added', data, span, fixes, key, ...other, ...cause };
      }
    }
  }),
);

function* dropped(context: Context<'kubernetes'>, target: Target) {
  const { workload, container, name } = target;
  const found = lookup(container.node, ...CAPABILITIES, 'drop');
  const source = editSource(context.file, workload.resource);
  const data = { container: name };
  const { key } = container;
  const title = 'Drop all capabilities';
  const harden = () => hardenContainer(context, target);
  if (found.state === 'absent' && !container.isPartial) {
    const edits = setPath(source, container.node, [...CAPABILITIES, 'drop'], ['ALL']);
    const fixes = [...fixOf(title, 'suggested', edits), ...harden()];
    const cause = coveredBySecurityContextMissing(target);
    yield { message: 'kept', data, span: placeOf(found, container), fixes, key, ...cause } as const;
  }
  if (found.state === 'present' && found.node.kind === 'sequence' && !hasAll(found.node)) {
    const fixes = [...fixOf(title, 'suggested', appendItem(source, found.node, 'ALL')), ...harden()];
    yield { message: 'partly', data, span: found.entry.key.span, fixes, key } as const;
  }
}
