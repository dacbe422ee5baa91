import type { Dependency } from '../dependency.ts';
import type { OverrideSite } from '../file.ts';

/** Mix forces a version by asking for it with `override: true` (https://hexdocs.pm/mix/Mix.Tasks.Deps.html): one tuple more behind the last one that is asked for in any case. */
export function mixOverrideSites(text: string, dependencies: readonly Dependency[]): OverrideSite[] {
  const last = dependencies.findLast(({ marker, span }) => marker === undefined && text[span.end - 1] === '}');
  if (last === undefined) return [];
  const { start, end } = last.span;
  const gap = /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? ' ';
  return [
    {
      section: 'deps',
      at: end,
      text: `,${gap}{:{name}, ">= {version} and < {next}.0.0", override: true}`,
      taken: dependencies.map(({ rawName }) => rawName),
    },
  ];
}
