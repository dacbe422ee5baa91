import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { lookup } from '../../../model/kubernetes/index.ts';
import { deletePath, type ScalarValue, setPath } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { oncePerSpan } from './once-per-span.ts';
import { type Holder, holdersOf } from './security-context.ts';

/** A field of security contexts and what may not stand in it. */
export interface SecurityField {
  /** The keys below `securityContext`. */
  readonly path: readonly string[];
  /** Who has the field. */
  readonly levels: 'pod' | 'container' | 'both';
  readonly isForbidden: (value: ScalarValue, holder: Holder, kubernetesVersion: string) => boolean;
  /** The best first: a value (as YAML source) to write instead, or `delete`. */
  readonly repairs: readonly ('delete' | { readonly set: string })[];
}

export interface ForbiddenSetting {
  readonly holder: Holder;
  /** As it is written. */
  readonly value: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly key: string;
}

/** The places of a file where the field holds what it may not. */
export function* forbiddenSettings(
  { file, model, env }: Context<'kubernetes'>,
  { path, levels, isForbidden, repairs }: SecurityField,
): Generator<ForbiddenSetting> {
  const full = ['securityContext', ...path];
  const name = path.at(-1) ?? '';
  for (const holder of holdersOf(model)) {
    if (levels !== 'both' && (levels === 'pod') !== (holder.container === undefined)) continue;
    const found = lookup(holder.base, ...full);
    if (found.state !== 'present' || found.node.kind !== 'scalar') continue;
    const { text, value, span } = found.node;
    if (!isForbidden(value, holder, env.kubernetesVersion)) continue;
    const source = editSource(file, holder.workload.resource);
    const fixes = repairs.flatMap((repair) =>
      repair === 'delete'
        ? fixOf(`Delete \`${name}: ${text}\``, 'suggested', deletePath(source, holder.base, full))
        : fixOf(`Set \`${name}: ${repair.set}\``, 'suggested', setPath(source, holder.base, full, repair.set)),
    );
    yield { holder, value: text, span, fixes, key: `${holder.key}/${path.join('/')}` };
  }
}

type FieldMeta = RuleMeta<{ readonly set: `${string}{subject}${string}` }>;

/** A rule about one field: its message `set` names the pod or container. */
export const securityFieldRule = (field: SecurityField, meta: FieldMeta) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* (context) {
      for (const { holder, span, fixes, key } of forbiddenSettings(context, field))
        yield { message: 'set' as const, data: { subject: holder.subject }, span, fixes, key };
    }),
  );
