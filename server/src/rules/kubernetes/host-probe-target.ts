import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, deletePath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';
import { isAtLeastVersion } from './support/version.ts';

const HANDLERS: readonly (readonly string[])[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];
const ACTIONS = ['httpGet', 'tcpSocket'] as const;

/** Pod Security admission checks it from this minor on. */
const SINCE = 34;

export const hostProbeTarget = kubernetesRule(
  {
    id: 'kubernetes/host-probe-target',
    title: 'Probe or lifecycle hook of another host',
    why: 'The kubelet runs probes and lifecycle hooks from the network of the node. With a `host` of its own choice a pod makes the node connect to any address, including services that listen only on the node itself, `127.0.0.1` among them. Without it the address of the pod is used. The Baseline Pod Security Standard forbids the field since 1.34.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
    messages: {
      host: 'The `{handler}` of container `{container}` makes the node connect to `{host}`. Delete `host`, so that the pod is asked.',
    },
    aliases: ['gatekeeper:psp/host-probes-lifecycle', 'psa:hostprobesandhostlifecycle'],
    references: ['PSS baseline hostProbesAndHostLifecycle', 'CWE-918'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model, env }) {
    if (!isAtLeastVersion(env.kubernetesVersion, SINCE)) return;
    for (const { workload, container, name } of targetsOf(model)) {
      for (const [handler, action] of HANDLERS.flatMap((path) => ACTIONS.map((kind) => [path, kind] as const))) {
        const base = asMapping(at(container.node, ...handler, action));
        const found = lookup(base, 'host');
        const host = found.state === 'present' ? asScalar(found.node) : undefined;
        if (!base || !host || host.text === '') continue;
        const edits = deletePath(editSource(file, workload.resource), base, ['host']);
        yield {
          message: 'host',
          data: { handler: handler.at(-1) ?? '', container: name, host: host.text },
          span: host.span,
          fixes: fixOf('Delete `host`', 'suggested', edits),
          key: `${container.key}/${handler.join('/')}/${action}`,
        };
      }
    }
  }),
);
