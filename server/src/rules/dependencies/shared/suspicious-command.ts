import type { Span } from '../../../base/span.ts';
import {
  baseNameOf,
  unwrap,
  valueOf,
  type Command,
  type Invocation,
  type SimpleCommand,
  type Word,
  type WordPart,
} from '../../../model/shell/index.ts';
import { downloadIn, inLists } from '../../support/downloads.ts';
import { downloadRunBy, runsInput } from '../../support/run-downloads.ts';
import type { FetchedFiles } from './fetched-file.ts';
import { isSuspiciousCode } from './suspicious-code.ts';
import { sendsSecrets } from './sent-secrets.ts';

/** What a command of an install script does that no installation needs. */
export interface Suspicion {
  readonly kind: 'download' | 'decoded' | 'encoded' | 'inline' | 'sends' | 'connects';
  readonly program: string;
  readonly span: Span;
}

const INLINE: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [/^(?:node|nodejs|bun|deno|tsx)(?:\.exe)?$/, /^(?:-[a-z]*[ep]|--eval|--print|eval)(?:=|$)/],
  [/^python[\d.]*(?:\.exe)?$/, /^-[a-zA-Z]*c$/],
  [/^(?:perl|ruby)$/, /^-[a-zA-Z]*e$/],
  [/^php$/, /^-r$/],
];
const POWERSHELL = /^(?:powershell|pwsh)(?:\.exe)?$/i;
/** Any beginning of `-EncodedCommand`, as PowerShell accepts it; `-e` alone and `-ec` among them. */
const ENCODED = /^[-/](?:e|ec|en|enc|enco|encod|encode|encoded|encodedc\w*)$/i;
const POWERSHELL_DOWNLOAD =
  /\b(?:iex|invoke-expression)\b|downloadstring|downloadfile|\b(?:iwr|irm|invoke-webrequest|invoke-restmethod|start-bitstransfer)\b|net\.webclient|frombase64string/i;
/** Programs of Windows that download and run, with the argument that makes them. */
const WINDOWS: readonly (readonly [program: RegExp, argument: RegExp])[] = [
  [/^certutil(?:\.exe)?$/i, /^[-/](?:urlcache|decode)$/i],
  [/^bitsadmin(?:\.exe)?$/i, /^\/transfer$/i],
  [/^mshta(?:\.exe)?$/i, /^(?:https?|javascript|vbscript):/i],
  [/^regsvr32(?:\.exe)?$/i, /^\/i:https?:/i],
];
const DECODERS: readonly (readonly [program: RegExp, argument: RegExp])[] = [
  [/^g?base(?:64|32)$/, /^(?:-[a-zA-Z]*[dD][a-zA-Z]*|--decode)$/],
  [/^openssl$/, /^-d$/],
  [/^xxd$/, /^-[a-z]*r/],
];

export function suspicionOf(invocation: Invocation, files: FetchedFiles): Suspicion | undefined {
  const { name, word, args, redirections } = invocation;
  const values = args.map((arg) => valueOf(arg) ?? '');
  const found = (kind: Suspicion['kind'], program = name): Suspicion => ({ kind, program, span: word.span });
  const download = downloadRunBy(invocation) ?? groupedDownload(invocation);
  if (download) {
    const [first] = unwrap(download.words).words;
    return found('download', baseNameOf((first && valueOf(first)) ?? ''));
  }
  const fetched = files.runBy(invocation);
  if (fetched) return found('download', fetched);
  if (runsDecoded(invocation)) return found('decoded');
  // `cmd /c powershell …` and `start powershell …` start it, too.
  const started = /^(?:cmd|start)(?:\.exe)?$/i.test(name) ? values.findIndex((value) => POWERSHELL.test(baseNameOf(value))) : -1;
  if (POWERSHELL.test(name) || started >= 0) {
    if (values.slice(started + 1).some((value) => ENCODED.test(value))) return found('encoded', values[started] ?? name);
    if (POWERSHELL_DOWNLOAD.test(args.map(looseText).join(' '))) return found('download', values[started] ?? name);
  }
  if (WINDOWS.some(([program, argument]) => program.test(name) && values.some((value) => argument.test(value))))
    return found('download', name);
  const inline = INLINE.find(([program]) => program.test(name))?.[1];
  const option = inline ? values.findIndex((value) => inline.test(value)) : -1;
  if (option >= 0 && isSuspiciousCode(args.slice(option).map(looseText).join(' '))) return found('inline');
  const isShellOnNet =
    (/^(?:nc|ncat|netcat)$/.test(name) && values.some((value) => /^-[a-z]*[ec]$/.test(value) || value === '--exec')) ||
    redirections.some(({ target }) => target && /^\/dev\/(?:tcp|udp)\//.test(looseText(target)));
  if (isShellOnNet) return found('connects');
  return sendsSecrets(invocation) ? found('sends') : undefined;
}

/** A download in a group of commands whose output an interpreter runs, or in a here-string. */
function groupedDownload(invocation: Invocation): SimpleCommand | undefined {
  const { place, redirections } = invocation;
  if (!runsInput(invocation)) return undefined;
  const text = redirections.find(({ operator }) => operator.endsWith('<<<'))?.target;
  const before = place?.pipeline.commands.slice(0, place.index) ?? [];
  return (
    (text && downloadIn(text.parts)) ??
    before
      .map((command) => (command.kind === 'simple' ? undefined : inLists(command.lists)))
      .find((command) => command !== undefined)
  );
}

/** The text of a word with a sign in place of what is not known. */
const looseText = (word: Pick<Word, 'parts'>): string =>
  word.parts.map((part) => valueOf({ parts: [part] }) ?? (part.kind === 'double-quoted' ? looseText(part) : '\0')).join('');

/** Whether a shell or interpreter runs what a decoder before it, or in its words, makes readable. */
function runsDecoded(invocation: Invocation): boolean {
  const { name, args, place, redirections } = invocation;
  if (runsInput(invocation))
    return (
      (place?.pipeline.commands.slice(0, place.index).some(decodes) ?? false) ||
      redirections.some(({ operator, target }) => operator.endsWith('<<<') && target && holdsDecoder(target.parts))
    );
  const runsWords = name === 'eval' || name === 'source' || name === '.' || /^(?:ba|da|a|z|k)?sh$/.test(name);
  return runsWords && args.some(({ parts }) => holdsDecoder(parts));
}

function decodes(command: Command): boolean {
  if (command.kind !== 'simple') return false;
  const [first, ...args] = unwrap(command.words).words;
  const name = baseNameOf((first && valueOf(first)) ?? '');
  return DECODERS.some(([program, option]) => program.test(name) && args.some((arg) => option.test(valueOf(arg) ?? '')));
}

const holdsDecoder = (parts: readonly WordPart[]): boolean =>
  parts.some((part) =>
    part.kind === 'command-substitution'
      ? part.list.items.some(({ pipelines }) => pipelines.some(({ commands }) => commands.some(decodes)))
      : part.kind === 'double-quoted' && holdsDecoder(part.parts),
  );
