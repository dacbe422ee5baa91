import { dockerfileRule, kubernetesRule, type AnyRule, type RuleMeta } from '../../server/src/engine/rule.ts';
import type { Fix } from '../../server/src/engine/fix.ts';
import type { Span } from '../../server/src/base/span.ts';

/** What a toy's finding may offer, from the span of the word and the text of the file. */
export type ToyFixes = (span: Span, text: string) => readonly Fix[];

type Overrides = Partial<Pick<RuleMeta, 'severity' | 'aliases' | 'profiles' | 'confidence' | 'tags'>>;

const meta = (id: RuleMeta['id'], overrides: Overrides) =>
  ({
    id,
    title: 'Word found',
    why: 'For tests.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended'],
    messages: { found: 'Found {word}.' },
    aliases: [],
    references: [],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
    ...overrides,
  }) as const;

function* words(text: string, word: string, fixes: ToyFixes) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    // Not in comments: suppressions name rules there.
    if (text.slice(text.lastIndexOf('\n', at) + 1, at).includes('#')) continue;
    const span = { start: at, end: at + word.length };
    yield { message: 'found' as const, data: { word }, span, fixes: fixes(span, text) };
  }
}

/** A Dockerfile rule that finds a word anywhere outside comments. */
export const toy = (id: RuleMeta['id'], word: string, fixes: ToyFixes = () => [], overrides: Overrides = {}): AnyRule =>
  dockerfileRule(meta(id, overrides), ({ file }) => words(file.text, word, fixes));

/** The same for Kubernetes manifests. */
export const kubernetesToy = (id: RuleMeta['id'], word: string, overrides: Overrides = {}): AnyRule =>
  kubernetesRule(meta(id, overrides), ({ file }) => words(file.text, word, () => []));

/** A fix that replaces the word. */
export const replaceBy =
  (newText: string, applicability: Fix['applicability'] = 'safe'): ToyFixes =>
  (span) => [{ title: `Replace by ${newText}`, applicability, edits: [{ span, newText }] }];
