import type { Span } from '../../../base/span.ts';
import type { Dockerfile, Stage } from '../../../model/dockerfile/index.ts';

/** `--platform=` of a FROM. */
export interface PlatformFlag {
  readonly stage: Stage;
  /** In lower case, variables resolved; undefined when one is unknown. */
  readonly value: string | undefined;
  /** As written. */
  readonly written: string;
  readonly isVariable: boolean;
  readonly valueSpan: Span;
  /** The flag with the white space behind it. */
  readonly removal: Span;
}

export function* platformFlags(model: Dockerfile): Generator<PlatformFlag> {
  if (model.isTemplate) return;
  for (const stage of model.stages) {
    const { from } = stage;
    for (const { name, value, valueSpan, span } of from.flags) {
      if (name !== 'platform' || !value || !valueSpan) continue;
      const expansion = model.expand({ text: value }, from);
      yield {
        stage,
        value: expansion.value?.toLowerCase(),
        written: value.text,
        isVariable: expansion.variables.length > 0,
        valueSpan,
        removal: { start: span.start, end: from.image?.span.start ?? span.end },
      };
    }
  }
}
