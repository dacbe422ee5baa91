import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';

export interface ComposerBranch {
  readonly name: string;
  readonly span: Span;
}

/** `dev-main`, `1.0.x-dev`, `main-dev`, with what may follow: a commit, a stability, an alias. */
const BRANCH = /^\s*(dev-[^\s#@,|]+|v?\d+(?:\.\d+)*\.[xX*]-dev|[A-Za-z][\w./-]*-dev)(#[^\s@,|]+)?(?:@\w+)?(?:\s+as\s+\S+)?\s*$/;

/**
 * The branch that a requirement of composer.json follows (https://getcomposer.org/doc/articles/versions.md#branches). None where a release would do as well, or
 * where a commit is named.
 */
export function composerBranch(text: string, { requirement = '', requirementSpan }: Dependency): ComposerBranch | undefined {
  if (!requirementSpan || text.slice(requirementSpan.start, requirementSpan.end) !== requirement) return undefined;
  let found: ComposerBranch | undefined;
  let at = requirementSpan.start;
  for (const part of requirement.split('|')) {
    const match = BRANCH.exec(part);
    const isPinned = match?.[2] !== undefined && /^#[0-9a-f]{7,64}$/i.test(match[2]);
    // The second of two bars that stand together cuts off nothing.
    if (part !== '' && (match === null || isPinned)) return undefined;
    const name = match?.[1];
    if (name !== undefined && found === undefined) {
      const start = at + part.indexOf(name);
      found = { name, span: { start, end: start + name.length } };
    }
    at += part.length + 1;
  }
  return found;
}
