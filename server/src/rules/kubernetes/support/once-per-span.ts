import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';

type Check<P> = (context: Context<'kubernetes'>) => Iterable<P>;

/** A check that tells each message once per place: what several containers share through an alias stands there once and is repaired once. */
export const oncePerSpan = <P extends { readonly message: string; readonly span: Span }>(check: Check<P>): Check<P> =>
  function* (context) {
    const said = new Set<string>();
    for (const problem of check(context)) {
      const place = `${problem.span.start} ${problem.span.end} ${problem.message}`;
      if (said.has(place)) continue;
      said.add(place);
      yield problem;
    }
  };
