import { span } from '../../base/span.ts';
import type { YamlComment, YamlNode } from './nodes.ts';
import type { YamlProblem, YamlProblemCode } from './problems.ts';

/** One document as a parser leaves it: offsets count from the start of the text it was given. */
export interface RawDocument {
  readonly root: YamlNode | undefined;
  /** In the order of the text. */
  readonly comments: readonly YamlComment[];
  /** In the order of the text. A parser may give empty or long spans; they are fitted to one line later. */
  readonly problems: readonly YamlProblem[];
}

/** A document that a parser gives up on as a whole, and where. */
export const unread = (code: YamlProblemCode, offset: number): RawDocument => ({
  root: undefined,
  comments: [],
  problems: [{ code, span: span(offset, offset) }],
});
