import type { CommandInstruction, Dockerfile, Invocation } from '../../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Arguments } from '../../../model/shell/index.ts';
import { CACHES, type Cache, type Folder } from './caches.ts';
import { isRoot, userAt } from './user.ts';

interface UsedCache {
  readonly cache: Cache;
  readonly subcommand: string;
  readonly folders: readonly string[];
  /** Whether the folders are there, and the user may write to what is mounted on them. */
  readonly isCertain: boolean;
}

/** The cache that a command downloads into; undefined where it uses none, or nobody knows where it is. */
export function cacheOf(model: Dockerfile, instruction: CommandInstruction, invocation: Invocation): UsedCache | undefined {
  const cache = CACHES.find(({ programs }) => programs.test(invocation.name));
  if (!cache) return undefined;
  const given = readArguments(invocation.args, cache.options);
  const operands = given.operands.map((word) => valueOf(word) ?? '');
  const [subcommand = ''] = operands;
  if (!cache.installs.test(operands.slice(0, 2).join(' ').trim())) return undefined;
  const setting = (name: string): string | undefined =>
    name.startsWith('-') ? optionOf(given, name) : variableOf(name, model, instruction, invocation);
  if (cache.off?.some((name) => (name.startsWith('-') ? hasOption(given, name) : setting(name) !== ''))) return undefined;
  const user = userAt(model, instruction);
  const isUserRoot = user !== undefined && isRoot(user.name);
  const home = setting('HOME');
  const folders: string[] = [];
  for (const folder of cache.folders) {
    const path = pathOf(folder, setting, home === '' ? (isUserRoot ? '/root' : '~') : home);
    if (path === undefined) return undefined;
    folders.push(path);
  }
  const isUsual = folders.every((folder, index) => folder === cache.folders[index]?.path && !folder.startsWith('~'));
  return { cache, subcommand, folders, isCertain: isUserRoot || isUsual };
}

/** An absolute path that needs no quotes in `--mount`. */
const MOUNTABLE = /^\/[\w.@+/-]+$/;

/** Where a folder is; undefined when that is not known. */
function pathOf(
  { path, moved = [] }: Folder,
  setting: (name: string) => string | undefined,
  home: string | undefined,
): string | undefined {
  for (const [name, behind] of moved) {
    const value = setting(name);
    if (value !== '') return value !== undefined && MOUNTABLE.test(value) ? value.replace(/\/+$/, '') + behind : undefined;
  }
  if (!path.startsWith('~')) return path;
  return home !== undefined && (home === '~' || MOUNTABLE.test(home)) ? home + path.slice(1) : undefined;
}

const hasOption = ({ options }: Arguments, name: string): boolean => options.some((option) => option.name === name);

/** The value of an option: empty when it is not given, undefined when it is not known. */
function optionOf({ options }: Arguments, name: string): string | undefined {
  const option = options.findLast((each) => each.name === name);
  return option ? option.value : '';
}

/** The value of a variable for a command: empty when it is not set, undefined when it is not known. */
function variableOf(
  name: string,
  model: Dockerfile,
  instruction: CommandInstruction,
  { assignments }: Invocation,
): string | undefined {
  const lookup = (other: string): string | undefined => model.binding(other, instruction)?.expansion?.value;
  const own = assignments.findLast((each) => each.name === name);
  if (own) return own.append || !own.value ? undefined : valueOf(own.value, lookup);
  // The script exports it, or gives it to another command.
  const text = model.text.slice(instruction.command.span.start, instruction.span.end);
  if (new RegExp(`\\b${name}\\+?=`).test(text)) return undefined;
  return model.binding(name, instruction) ? lookup(name) : '';
}

/** Whether a RUN fills the cache with all that it needs, so that it may begin with an empty one. */
export const fillsAll = (invocations: readonly Invocation[], { needs }: Cache): boolean =>
  needs === undefined ||
  invocations.some(({ name, args }) => needs.test([name, ...args.map((word) => valueOf(word) ?? '')].join(' ')));

/** Whether a command empties the cache, or removes a folder of it, in it or around it. */
export function empties({ name, args }: Invocation, { cleans }: Cache, folders: readonly string[]): boolean {
  const values = args.map((word) => valueOf(word, (variable) => (variable === 'HOME' ? '~' : undefined)) ?? '');
  if (name !== 'rm') return cleans?.test([name, ...values].join(' ')) === true;
  return values.some((value) => {
    const path = value.replace(/\/?\{.*$|\/\*?$/, '').replace(/^~(?=\/|$)/, '/root');
    return (
      path !== '' &&
      folders.some((folder) => isIn(path, folder.replace(/^~/, '/root')) || isIn(folder.replace(/^~/, '/root'), path))
    );
  });
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
