import type { Context } from '../../../engine/rule.ts';
import { asScalar } from '../../../model/yaml/index.ts';
import { labelMapsOf } from './label-maps.ts';
import { namesOf } from './names.ts';

/** Where the values of labels and the names of a file start, which have a rule of their own. */
export const judgedTexts = (context: Context<'kubernetes'>): ReadonlySet<number> =>
  new Set([
    ...[...labelMapsOf(context.model)].flatMap(({ node }) =>
      node.entries.flatMap(({ value }) => asScalar(value)?.span.start ?? []),
    ),
    ...[...namesOf(context)].map(({ node }) => node.span.start),
  ]);
