import type { Command, List, SimpleCommand, WordPart } from '../../model/shell/index.ts';
import { baseNameOf, unwrap, valueOf } from '../../model/shell/index.ts';

/** Programs that fetch a file over the net. */
const DOWNLOADERS: ReadonlySet<string> = new Set(['curl', 'wget', 'fetch', 'aria2c', 'axel', 'lynx', 'wget2', 'http', 'https']);

/** The simple command that downloads something in a command of a pipeline. */
export function downloader(command: Command | undefined): SimpleCommand | undefined {
  if (command?.kind !== 'simple') return undefined;
  const [first] = unwrap(command.words).words;
  return first && DOWNLOADERS.has(baseNameOf(valueOf(first) ?? '')) ? command : undefined;
}

/** A download inside `$(…)` or `<(…)` of a word. */
export function downloadIn(parts: readonly WordPart[]): SimpleCommand | undefined {
  for (const part of parts) {
    const found =
      part.kind === 'command-substitution'
        ? inList(part.list)
        : part.kind === 'double-quoted'
          ? downloadIn(part.parts)
          : undefined;
    if (found) return found;
  }
  return undefined;
}

function inList({ items }: List): SimpleCommand | undefined {
  for (const { pipelines } of items)
    for (const { commands } of pipelines)
      for (const command of commands) {
        const found = downloader(command) ?? (command.kind === 'simple' ? undefined : inLists(command.lists));
        if (found) return found;
      }
  return undefined;
}

/** A download among the commands of lists, those in groups included. */
export function inLists(lists: readonly List[]): SimpleCommand | undefined {
  for (const list of lists) {
    const found = inList(list);
    if (found) return found;
  }
  return undefined;
}

/** Hosts of this machine, of private networks, and names that no public server has. */
const PRIVATE =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd]|[^./]+(?:[:/]|$)|[^/:]*\.(?:local|localdomain|internal|intranet|lan|home|corp|private|test|localhost|svc)(?:[:/]|$))/i;

/** Whether a URL is fetched without encryption from a host that is out on the net. */
export const isPlainHttp = (url: string): boolean =>
  /^http:\/\//i.test(url) && !PRIVATE.test(url.slice('http://'.length).replace(/^[^/@]*@/, ''));
