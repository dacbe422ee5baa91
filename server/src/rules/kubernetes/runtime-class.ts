import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asScalar } from '../../model/yaml/index.ts';

/** Kinds that run what an agent wrote. */
const SANDBOXES: ReadonlySet<string> = new Set(['Sandbox', 'SandboxTemplate']);
/** What classes of runtimes that share the kernel of the node are usually called. */
const SHARED_KERNEL = /^(?:default|docker|containerd|crio|cri-o|runc|crun|youki|nvidia|nvidia-cdi|standard)$/i;

export const runtimeClass = kubernetesRule(
  {
    id: 'kubernetes/runtime-class',
    title: 'Agent sandbox on the kernel of the node',
    why: 'A sandbox runs code that nobody has read. With the ordinary runtime one flaw in the kernel lets it out to the node and the other pods. Name a `runtimeClassName` whose runtime has a kernel of its own, such as gVisor or Kata Containers.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      missing:
        '{workload} runs on the kernel of its node. Name a `runtimeClassName` with isolation, such as gVisor or Kata Containers.',
      shared:
        'The runtime class `{name}` shares the kernel of the node. Use one with isolation, such as gVisor or Kata Containers.',
    },
    aliases: ['kubescape:agent-sandbox-hardened-runtime-class'],
    references: ['Kubescape C-0297', 'https://kubernetes.io/docs/concepts/containers/runtime-class/', 'CWE-653'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { resource, spec, specKey, title, key, isPartial } of model.workloads) {
      if (!SANDBOXES.has(resource.kind)) continue;
      const found = lookup(spec, 'runtimeClassName');
      const name = found.state === 'present' ? asScalar(found.node) : undefined;
      if (found.state === 'absent' && !isPartial)
        yield { message: 'missing', data: { workload: title }, span: found.near ?? specKey, key };
      if (name && SHARED_KERNEL.test(name.text)) yield { message: 'shared', data: { name: name.text }, span: name.span, key };
    }
  },
);
