import type { Span } from '../../../base/span.ts';
import type { DependencyFile, Setting } from '../../../model/dependencies/index.ts';
import {
  invocations,
  MappedTextBuilder,
  parseScript,
  valueOf,
  type Invocation,
  type MappedText,
} from '../../../model/shell/index.ts';

/** What npm and its like run by themselves around an installation and a release (https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts). */
const NPM =
  /^(?:(?:pre|post)?(?:install|uninstall|prepare|pack|publish)|prepublishOnly|(?:pre|post)?dependencies|(?:pre|post)?version)$/;
/** The events of Composer that an installation or update of the project brings (https://getcomposer.org/doc/articles/scripts.md#event-names). */
const COMPOSER =
  /^(?:(?:pre|post)-(?:(?:install|update|status|archive)-cmd|autoload-dump|package-(?:install|update|uninstall)|file-download)|post-(?:root-package-install|create-project-cmd)|pre-(?:operations-exec|command-run|pool-create)|init|command)$/;
const RUNNERS = /^(?:npm|pnpm|yarn|bun)$/;
/** A method of PHP: nothing for a shell. */
const CALLBACK = /^\\?[\w\\]+::\w+$/;

/** A script of package.json or composer.json that runs by itself, or is run by one that does. */
export interface LifecycleScript {
  /** The key of the script. */
  readonly name: string;
  /** Which of the commands under the key, from 0. */
  readonly index: number;
  readonly setting: Setting;
  readonly invocations: readonly Invocation[];
}

export function lifecycleScripts(text: string, { settings, format }: DependencyFile): readonly LifecycleScript[] {
  const isComposer = format === 'composer.json';
  if (!isComposer && format !== 'package.json') return [];
  const byName = new Map<string, Setting[]>();
  for (const setting of settings) {
    if (setting.section !== 'scripts') continue;
    const same = byName.get(setting.key) ?? [];
    // The last of several members with one name is the one that counts; items of a list share the place of their key.
    if (same[0]?.keySpan.start !== setting.keySpan.start) same.length = 0;
    byName.set(setting.key, [...same, setting]);
  }
  const found = new Map<string, readonly LifecycleScript[]>();
  const visit = (name: string): void => {
    const commands = byName.get(name);
    if (!commands || found.has(name)) return;
    const scripts = commands.map((setting, index) => {
      const source = scriptText(text, setting.valueSpan);
      return { name, index, setting, invocations: isComposer ? composerInvocations(source) : invocations(parseScript(source)) };
    });
    found.set(name, scripts);
    for (const { setting, invocations: all } of scripts) {
      const reference = isComposer && /^@([\w:.-]+)/.exec(setting.value)?.[1];
      if (reference) visit(reference);
      if (isComposer) continue;
      for (const { name: program, args } of all)
        for (const run of scriptsRunBy(
          program,
          args.map((word) => valueOf(word) ?? ''),
        ))
          for (const part of [`pre${run}`, run, `post${run}`]) visit(part);
    }
  };
  for (const name of byName.keys()) if ((isComposer ? COMPOSER : NPM).test(name)) visit(name);
  return [...found.values()].flat();
}

/** `@php …` is a command behind its mark; what else has one is another script, a command of Composer's own or a variable. */
function composerInvocations(source: MappedText): readonly Invocation[] {
  const { text } = source;
  if (text.startsWith('@php ')) return invocations(parseScript(source.slice(1, text.length)));
  return text.startsWith('@') || CALLBACK.test(text) ? [] : invocations(parseScript(source));
}

/** `npm run x`, `yarn x`, `run-s x y`. */
function scriptsRunBy(program: string, args: readonly string[]): readonly string[] {
  const words = args.filter((word) => !word.startsWith('-'));
  if (/^(?:run-s|run-p|npm-run-all2?)$/.test(program)) return words;
  if (!RUNNERS.test(program)) return [];
  return words[0] === 'run' || words[0] === 'run-script' ? words.slice(1, 2) : words.slice(0, 1);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** The content of a JSON string, which knows where each of its characters stands. */
function scriptText(text: string, { start, end }: Span): MappedText {
  const builder = new MappedTextBuilder(start);
  const raw = text.slice(start, end);
  let at = 0;
  for (const match of raw.matchAll(/\\(?:u([0-9A-Fa-f]{4})|([^]))/g)) {
    builder.add(raw.slice(at, match.index), start + at, start + match.index);
    const [whole, hex, char = ''] = match;
    const decoded = hex === undefined ? (ESCAPES.get(char) ?? char) : String.fromCharCode(Number.parseInt(hex, 16));
    at = match.index + whole.length;
    builder.add(decoded, start + match.index, start + at);
  }
  return builder.add(raw.slice(at), start + at, end).build();
}
