import type { Applicability } from '../../../engine/fix.ts';
import { type Context, kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { type Found, lookup, type Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, setPath, valueOf } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import { oncePerSpan } from './once-per-span.ts';
import { summedUpBy } from './summed-up-by.ts';
import { placeOf, type Target, targetsOf } from './targets.ts';
import { type UnitModel, unitModelOf } from './unit-model.ts';

type Amount = 'cpu' | 'memory';
type About = `${string}{container}${string}`;

/** A rule about a request that a container does not make; `value` is what its fix writes. A limit serves as request, which is told more mildly. */
export const requestRule = (name: Amount, value: string, meta: RuleMeta<{ readonly unset: About; readonly limit: About }>) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* (context) {
      const unlimited = new Set([...missing(context, 'limits', 'memory')].map(({ target }) => target.container));
      for (const { target, found } of missing(context, 'requests', name)) {
        const limit = writtenAt(context, target, 'limits', name);
        yield {
          message: limit === undefined ? 'unset' : 'limit',
          ...(limit === undefined ? {} : { severity: 'info' }),
          // A limit of memory is a request as well; limits of CPU are a matter of opinion.
          ...(unlimited.has(target.container) && (name === 'memory' || hasNoAmounts(target))
            ? summedUpBy('kubernetes/memory-limits')
            : {}),
          ...told(context, target, found, ['resources', 'requests', name], limit ?? value),
        } as const;
      }
    }),
  );

/** A rule about a limit that a container does not have; `valueFor` says what its fix writes, given the request as it is written. */
export const limitRule = (
  name: Amount,
  valueFor: (request: string | undefined) => string,
  meta: RuleMeta<{ readonly unset: About }>,
) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* (context) {
      for (const { target, found } of missing(context, 'limits', name)) {
        const request = writtenAt(context, target, 'requests', name);
        yield { message: 'unset', ...told(context, target, found, ['resources', 'limits', name], valueFor(request)) } as const;
      }
    }),
  );

/** Whether a container says nothing at all about what it needs, which is one thing to tell and not several. */
export const hasNoAmounts = ({ container }: Target): boolean =>
  ['requests', 'limits'].every((list) => asMapping(at(container.node, 'resources', list)) === undefined);

/** Place, data and fix of a finding about a key that a container lacks. */
export function told(
  { file }: Context<'kubernetes'>,
  { workload, container, name }: Target,
  found: Found,
  path: readonly string[],
  value: string,
  applicability: Applicability = 'suggested',
) {
  const edits = setPath(editSource(file, workload.resource), container.node, path, value);
  const fixes = fixOf(`Set \`${path.slice(1).join('.')}: ${value}\``, applicability, edits);
  return { data: { container: name }, span: placeOf(found, container), fixes, key: container.key };
}

type List = 'requests' | 'limits';

/** The containers that lack an amount and get it neither from their pod nor from a LimitRange. Ephemeral containers may not have resources. */
export function* missing(context: Context<'kubernetes'>, list: List, name: Amount) {
  const { model } = context;
  const unit = unitModelOf(context);
  const ranges = rangesWithDefault(unit, list, name);
  for (const target of targetsOf(model)) {
    const { workload, container } = target;
    if (container.isPartial || container.list === 'ephemeralContainers') continue;
    const found = lookup(container.node, 'resources', list, name);
    if (found.state !== 'absent' || isSet(workload.spec, list, name)) continue;
    if (!ranges.some((range) => unit.mayShare(range, workload.resource))) yield { target, found };
  }
}

/** Whether the pod itself has the amount (`spec.resources`); a limit of the pod is its request as well. */
const isSet = (spec: Parameters<typeof lookup>[0], list: List, name: Amount): boolean =>
  (list === 'limits' ? ['limits'] : ['requests', 'limits']).some(
    (key) => at(spec, 'resources') !== undefined && lookup(spec, 'resources', key, name).state !== 'absent',
  );

/** What the API server fills in from a LimitRange: its default is its maximum, and its default request its default or its minimum, unless it says otherwise. */
const SOURCES: Readonly<Record<List, readonly string[]>> = {
  limits: ['default', 'max'],
  requests: ['defaultRequest', 'default', 'max', 'min'],
};

/** The LimitRanges that give every container of their namespace the amount. */
function rangesWithDefault(unit: UnitModel, list: List, name: Amount): readonly Resource[] {
  return neighbourhoodOf(unit)
    .all('LimitRange', '')
    .filter(({ node }) =>
      itemsOf(at(node, 'spec', 'limits')).some(
        (item) => valueOf(at(item, 'type')) === 'Container' && SOURCES[list].some((source) => at(item, source, name)),
      ),
    );
}

/** The text, quotes included, of an amount that a container has. */
export function writtenAt({ file }: Context<'kubernetes'>, { container }: Target, list: List, name: string): string | undefined {
  const found = lookup(container.node, 'resources', list, name);
  if (found.state !== 'present' || found.node.kind !== 'scalar') return undefined;
  const { style, span } = found.node;
  return style === 'literal' || style === 'folded' ? undefined : file.text.slice(span.start, span.end);
}
