import { insertion } from '../../base/edit.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';

export const gemMultipleGlobalSources = dependencyRule(
  {
    id: 'dependencies/gem-multiple-global-sources',
    title: 'Gemfile has several global sources',
    why: 'With several sources for all gems, Bundler may take any gem from any of them: whoever publishes the name of a private gem on the public registry, in a higher version, gets it installed. Keep one global source and give each other one a block with its gems.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      another:
        'This is one more source for all gems, so that a gem of one source can be taken from another. Give the source a block with its gems.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-1357', 'https://bundler.io/man/gemfile.5.html#SOURCE'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'Gemfile') return;
    const known = new Set<string>();
    for (const { kind, url, urlSpan } of model.registries) {
      if (kind !== 'index') continue;
      const place = placeOf(url);
      if (known.size > 0 && !known.has(place))
        yield {
          message: 'another',
          span: urlSpan,
          key: `source/${url}`,
          fixes: asBlock(file, urlSpan),
          related: model.registries
            .filter((one) => one.kind === 'index')
            .slice(0, 1)
            .map((one) => ({ span: one.urlSpan, note: 'The first global source.' })),
        };
      known.add(place);
    }
  },
);

/** One server however it is written: symbols are old names of the public registry. */
const placeOf = (url: string): string =>
  url.startsWith(':')
    ? 'rubygems.org'
    : url
        .toLowerCase()
        .replace(/^[a-z]+:\/\/(?:[^/@]*@)?(?:www\.)?/, '')
        .replace(/\/+$/, '');

/** Opens a block for the gems that have to be moved into it. */
function asBlock({ text, eol }: Snapshot, urlSpan: Span): Fix[] {
  const rest = /^["']?[ \t]*\)?(?=[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$))/.exec(text.slice(urlSpan.end, urlSpan.end + 500));
  if (rest === null) return [];
  const call = urlSpan.end + rest[0].length;
  const lineEnd = call + (/^[^\r\n]*/.exec(text.slice(call))?.[0].length ?? 0);
  return [
    {
      title: 'Make it a block for its gems',
      applicability: 'manual',
      edits: [insertion(call, ' do'), insertion(lineEnd, `${eol}  # Move the gems of this source here.${eol}end`)],
    },
  ];
}
