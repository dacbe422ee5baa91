import { baseNameOf, valueOf, type Invocation } from '../../../model/shell/index.ts';

const DOWNLOADERS = /^(?:curl|wget2?|aria2c|axel|fetch)(?:\.exe)?$/i;
const INTERPRETERS = /^(?:(?:ba|da|a|z|k)?sh|node|bun|deno|python[\d.]*|perl|ruby|php|source|\.|chmod|start|cmd)(?:\.exe)?$/;
/** Options that name the file, as they stand before it. */
const OUTPUT = /^(?:-[a-zA-Z]*[oO]|--output|--output-document|-OutFile)$/;
const OUTPUT_WITH_VALUE = /^(?:--output|--output-document)=(.+)$|^-[oO](.+)$/;

/** The files that commands of a script have downloaded so far, by their names, with the programs that did. */
export class FetchedFiles {
  readonly #programs = new Map<string, string>();

  add(invocation: Invocation): void {
    const file = DOWNLOADERS.test(invocation.name) ? outputOf(invocation) : undefined;
    if (file !== undefined && file !== '') this.#programs.set(file, invocation.name);
  }

  /** The program that downloaded the file which a command is the first to run, or to make ready to be run. */
  runBy({ word, name, args }: Invocation): string | undefined {
    if (this.#programs.size === 0) return undefined;
    const words = INTERPRETERS.test(name) ? args : [word];
    for (const one of words) {
      const file = fileOf(valueOf(one) ?? '');
      const program = this.#programs.get(file);
      this.#programs.delete(file);
      if (program !== undefined) return program;
    }
    return undefined;
  }
}

function outputOf({ name, args, redirections }: Invocation): string | undefined {
  const values = args.map((arg) => valueOf(arg) ?? '');
  for (const [index, value] of values.entries()) {
    const glued = OUTPUT_WITH_VALUE.exec(value);
    const next = values[index + 1] ?? '';
    if (OUTPUT.test(value) && next !== '' && !/^(?:-|https?:)/.test(next)) return fileOf(next);
    if (glued && !value.startsWith('-O')) return fileOf(glued[1] ?? glued[2] ?? '');
  }
  const target = redirections.find(({ operator }) => /^1?>{1,2}\|?$/.test(operator))?.target;
  if (target) return fileOf(valueOf(target) ?? '');
  // Without a name the file is called as the address ends.
  const isNamedByAddress =
    name.startsWith('wget') || values.some((value) => /^(?:-[a-zA-Z]*O[a-zA-Z]*|--remote-name)$/.test(value));
  const url = values.find((value) => /^(?:(?:https?|ftp):\/\/|[\w-]+(?:\.[\w-]+)+\/)/i.test(value));
  return isNamedByAddress && url !== undefined ? fileOf(url.replace(/[?#].*$/, '')) : undefined;
}

const fileOf = (path: string): string => baseNameOf(path.replaceAll('\\', '/').replace(/^\.\//, ''));
