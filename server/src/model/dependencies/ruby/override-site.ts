import type { OverrideSite } from '../file.ts';
import { textIn } from './arguments.ts';
import type { RubyStatement } from './statements.ts';

/** Bundler has no overrides: what is to be newer is asked for as well, behind the last gem that is asked for in any case (https://bundler.io/man/gemfile.5.html). */
export function gemOverrideSites(text: string, statements: readonly RubyStatement[], names: readonly string[]): OverrideSite[] {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = statements.filter(
    ({ tokens, blocks, condition, hasBlock }) =>
      tokens[0]?.kind === 'word' &&
      tokens[0].text === 'gem' &&
      blocks.length === 0 &&
      condition === undefined &&
      hasBlock !== true,
  );
  const last = plain.at(-1)?.tokens.at(-1);
  const name = textIn(plain.at(-1)?.tokens.slice(1, 2));
  const quote = name && text[name.span.start - 1] === '"' ? '"' : "'";
  const line = `gem ${quote}{name}${quote}, ${quote}>= {version}${quote}, ${quote}< {next}${quote}`;
  const more = { section: 'a line', ...(names.length > 0 && { taken: names }) };
  if (last === undefined)
    return [{ at: text.length, text: `${text === '' || text.endsWith('\n') ? '' : feed}${line}${feed}`, ...more }];
  const next = text.indexOf('\n', last.end);
  const at = next < 0 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  return [{ at, text: `${feed}${line}`, ...more }];
}
