import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  itemsOf,
  keyOf,
  resolve,
  valueOf,
  type YamlMapping,
  type YamlNode,
} from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const probesIdentical = kubernetesRule(
  {
    id: 'kubernetes/probes-identical',
    title: 'Same probe for liveness and readiness',
    why: 'A failed readiness probe takes a pod out of its Service until it answers again; a failed liveness probe restarts it. When both ask the same with the same patience, a container that is only busy is restarted just when it should be left in peace, and the load moves on to the next one. Let the liveness probe wait longer, or ask for less.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      same: 'The liveness probe of container `{container}` asks the same as its readiness probe and is no more patient, so load restarts it. Raise its `failureThreshold`.',
    },
    aliases: ['kube-score:Pod Probes Identical', 'kyverno:validate-probes'],
    references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { container, name } of targetsOf(model)) {
      const liveness = lookup(container.node, 'livenessProbe');
      const readiness = lookup(container.node, 'readinessProbe');
      if (liveness.state !== 'present' || readiness.state !== 'present') continue;
      const [live, ready] = [asMapping(liveness.node), asMapping(readiness.node)];
      const asked = live && askedBy(live);
      if (!live || !ready || asked === undefined || asked !== askedBy(ready) || isMorePatient(live, ready)) continue;
      const related = [{ span: readiness.entry.key.span, note: 'The readiness probe is here.' }];
      yield { message: 'same', data: { container: name }, span: liveness.entry.key.span, related, key: container.key };
    }
  }),
);

const HANDLERS = ['httpGet', 'tcpSocket', 'grpc', 'exec'];

/** What a probe asks, as one text, defaults left out; undefined when it is not known. */
function askedBy(probe: YamlMapping): string | undefined {
  const handler = HANDLERS.find((name) => at(probe, name) !== undefined);
  const text = handler === undefined ? undefined : canonical(at(probe, handler), 0);
  return text === undefined ? undefined : `${handler}: ${text}`;
}

const DEFAULTS: ReadonlySet<string> = new Set(['"scheme":"HTTP"', '"path":"/"', '"service":""']);
/** No probe is as deep; what is deeper contains itself. */
const DEEPEST = 8;

function canonical(node: YamlNode | undefined, depth: number): string | undefined {
  const known = resolve(node);
  if (!known || depth > DEEPEST) return undefined;
  if (known.kind === 'scalar') return asScalar(known) && JSON.stringify(known.value);
  const parts =
    known.kind === 'sequence'
      ? itemsOf(known).map((item) => canonical(item, depth + 1))
      : known.entries.map((entry) => {
          const value = canonical(entry.value, depth + 1);
          const key = keyOf(entry);
          return key === undefined || key === '<<' || value === undefined ? undefined : `${JSON.stringify(key)}:${value}`;
        });
  if (parts.includes(undefined)) return undefined;
  return known.kind === 'sequence'
    ? `[${parts.join()}]`
    : `{${parts
        .filter((part) => !DEFAULTS.has(part ?? ''))
        .sort()
        .join()}}`;
}

/** Whether the liveness probe lets more time pass before it acts. What is not literal may say so. */
function isMorePatient(live: YamlMapping, ready: YamlMapping): boolean {
  const [longer, shorter] = [patience(live), patience(ready)];
  return longer === undefined || shorter === undefined || longer > shorter;
}

function patience(probe: YamlMapping): number | undefined {
  const [period, failures] = [numberOr(probe, 'periodSeconds', 10), numberOr(probe, 'failureThreshold', 3)];
  return period === undefined || failures === undefined ? undefined : period * failures;
}

function numberOr(probe: YamlMapping, field: string, byDefault: number): number | undefined {
  const found = lookup(probe, field);
  if (found.state === 'absent') return byDefault;
  const value = found.state === 'present' ? valueOf(found.node) : undefined;
  return typeof value === 'number' ? value : undefined;
}
