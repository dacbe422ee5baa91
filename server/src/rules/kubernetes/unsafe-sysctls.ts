import { kubernetesRule } from '../../engine/rule.ts';
import { SAFE_SYSCTLS } from '../../knowledge/pod-security.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, deleteItem, deletePath, entryOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isAllowedSince } from './support/version.ts';

const SYSCTLS = ['securityContext', 'sysctls'] as const;

export const unsafeSysctls = kubernetesRule(
  {
    id: 'kubernetes/unsafe-sysctls',
    title: 'Kernel setting that is not safe',
    why: 'Most settings of the kernel reach beyond the pod, so Kubernetes keeps a list of safe ones and a kubelet refuses the others unless it was told to allow them. Remove the setting, or make it on the node. A `+` or `=` in a value is how CVE-2022-0811 smuggled in settings of its own.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
    messages: {
      unsafe: 'The sysctl `{name}` of {workload} is none of those that are safe in Kubernetes {version}. Remove it.',
      value:
        'The value of the sysctl `{name}` of {workload} holds `{sign}`, with which other settings can be smuggled in. Remove it.',
    },
    aliases: [
      'gatekeeper:psp/forbidden-sysctls',
      'kics:cluster_allows_unsafe_sysctls',
      'kubescape:set-sysctls-params',
      'kyverno:prevent-cr8escape',
      'kyverno:restrict-sysctls',
      'psa:sysctls',
      'trivy:KSV-0026',
    ],
    references: [
      'PSS baseline sysctls',
      'CVE-2022-0811',
      'CWE-668',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model, env: { kubernetesVersion: version } }) {
    for (const { resource, spec, title: workload, key } of model.workloads) {
      const found = lookup(spec, ...SYSCTLS);
      if (found.state !== 'present' || found.node.kind !== 'sequence') continue;
      const list = found.node;
      for (const [index, item] of list.items.entries()) {
        const mapping = asMapping(item.value);
        const name = asScalar(entryOf(mapping, 'name')?.value);
        if (!name || name.text === '') continue;
        const value = asScalar(entryOf(mapping, 'value')?.value);
        const sign = /[+=]/.exec(value?.text ?? '')?.[0];
        const isSafe = isAllowedSince(SAFE_SYSCTLS, name.text, version);
        if (isSafe && sign === undefined) continue;
        const source = editSource(file, resource);
        const edits = list.items.length > 1 ? deleteItem(source, list, index) : deletePath(source, spec, SYSCTLS);
        const fixes = fixOf(`Remove \`${name.text}\``, 'suggested', edits);
        const where = { fixes, key: `${key}/sysctls/${name.text}` };
        if (!isSafe) yield { message: 'unsafe', data: { name: name.text, workload, version }, span: name.span, ...where };
        else if (value && sign !== undefined)
          yield { message: 'value', data: { name: name.text, workload, sign }, span: value.span, severity: 'high', ...where };
      }
    }
  }),
);
