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
const LIFECYCLE =
  /^(?:(?:pre|post)?(?:install|uninstall|prepare|pack|publish)|prepublishOnly|(?:pre|post)?dependencies|(?:pre|post)?version)$/;
const RUNNERS = /^(?:npm|pnpm|yarn|bun)$/;

/** A script of package.json that runs by itself, or is run by one that does. */
export interface LifecycleScript {
  /** The key of the script. */
  readonly name: string;
  /** The script of the life cycle that runs it, itself in most cases. */
  readonly root: string;
  readonly setting: Setting;
  readonly source: MappedText;
  readonly invocations: readonly Invocation[];
}

export function lifecycleScripts(text: string, { settings }: DependencyFile): readonly LifecycleScript[] {
  const byName = new Map(
    settings.filter(({ section }) => section === 'scripts').map((setting) => [setting.key, setting] as const),
  );
  const found = new Map<string, LifecycleScript>();
  const visit = (name: string, root: string): void => {
    const setting = byName.get(name);
    if (!setting || found.has(name)) return;
    const source = scriptText(text, setting.valueSpan);
    const script = { name, root, setting, source, invocations: invocations(parseScript(source)) };
    found.set(name, script);
    for (const { name: program, args } of script.invocations) {
      for (const run of scriptsRunBy(
        program,
        args.map((word) => valueOf(word) ?? ''),
      ))
        for (const part of [`pre${run}`, run, `post${run}`]) visit(part, root);
    }
  };
  for (const name of byName.keys()) if (LIFECYCLE.test(name)) visit(name, name);
  return [...found.values()];
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
