import { baseNameOf, unwrap, valueOf, type Invocation, type SimpleCommand, type Word } from '../../model/shell/index.ts';
import { downloader, downloadIn } from './downloads.ts';

const SHELLS = /^(?:ba|da|a|z|k)?sh$/;
const INTERPRETERS = /^(?:(?:ba|da|a|z|k)?sh|python[\d.]*|perl|ruby|node|php|Rscript)$/;
/** Commands between the download and the shell that look at what came. */
const CHECKS = /^(?:sha\d+sum|shasum|md5sum|gpgv?|cosign|minisign|openssl|tee|grep|jq)$/;

/** The download whose content a command runs at once: piped into it, or among its words. */
export function downloadRunBy(invocation: Invocation): SimpleCommand | undefined {
  const { name, args } = invocation;
  if (name === 'eval' || name === 'source' || name === '.') return inWords(args);
  if (runsInput(invocation)) return piped(invocation);
  return SHELLS.test(name) ? inWords(args) : INTERPRETERS.test(name) ? inWords(programOf(args)) : undefined;
}

/** The word of an interpreter that is the program, or its file: the one behind `-c` or `-e`, else the first that is no option. */
function programOf(args: readonly Word[]): readonly Word[] {
  const values = args.map((word) => valueOf(word) ?? '');
  const option = values.findIndex((value) => /^-[a-z]*[cer]$/.test(value));
  const first = args.find((_, index) => !values[index]?.startsWith('-'));
  const program = option >= 0 ? args[option + 1] : first;
  return program ? [program] : [];
}

/** Whether an interpreter runs its standard input: it is given no program of its own. */
export function runsInput({ name, args }: Invocation): boolean {
  if (!INTERPRETERS.test(name)) return false;
  const values = args.map((word) => valueOf(word) ?? 'x');
  if (values.some((value) => /^-[a-z]*[ce]$/.test(value) && !(SHELLS.test(name) && /^-[a-z]*e$/.test(value)))) return false;
  const first = values.find((value) => !value.startsWith('-') || value === '-');
  return first === undefined || first === '-' || first === '/dev/stdin' || values.some((value) => /^-[a-z]*s$/.test(value));
}

/** The download that is piped into a command, unless something on the way looks at it. */
function piped({ place }: Invocation): SimpleCommand | undefined {
  const before = place?.pipeline.commands.slice(0, place.index) ?? [];
  const isChecked = before.some((command) => {
    const [first] = command.kind === 'simple' ? unwrap(command.words).words : [];
    return first && CHECKS.test(baseNameOf(valueOf(first) ?? ''));
  });
  return isChecked ? undefined : before.map(downloader).find((command) => command !== undefined);
}

function inWords(words: readonly Word[]): SimpleCommand | undefined {
  for (const { parts } of words) {
    const found = downloadIn(parts);
    if (found) return found;
  }
  return undefined;
}
