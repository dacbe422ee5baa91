import { baseName, folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { inFolder, lockfilesIn } from './shared/lockfiles.ts';

export const multipleLockfiles = dependencyRule(
  {
    id: 'dependencies/multiple-lockfiles',
    title: 'Lockfiles of several package managers',
    why: 'Each package manager reads and writes only its own lockfile. Of two, one grows stale, and which versions are installed depends on the command that somebody happens to type. Keep the lockfile of the package manager that the project uses, delete the others, and name it in `packageManager`.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      several: '{lockfiles} belong to different package managers and will drift apart. Keep one and delete the others.',
      other:
        '{lockfiles} belongs to another package manager than {own}, which this project says that it uses. Delete what {own} does not write.',
    },
    aliases: [],
    references: ['CWE-1357'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const manifest = baseName(file.path);
    if (model.role !== 'manifest' || (manifest !== 'package.json' && manifest !== 'pyproject.toml')) return;
    const folder = folderOf(file.path);
    const found = lockfilesIn(env, folder, manifest).filter(([, manager]) => manager !== 'deno' && manager !== 'pip');
    const own = model.packageManager;
    const others = own === undefined || !MANAGERS.has(own) ? [] : found.filter(([, manager]) => manager !== own);
    const start = file.text.startsWith('\uFEFF') ? 1 : 0;
    const manager = model.runtimes.find(({ name }) => name === own);
    const span = manager
      ? { start: manager.requirementSpan.start, end: manager.requirementSpan.end }
      : { start, end: Math.min(start + firstWord(file.text, start), file.text.length) };
    if (others.length > 0 && own !== undefined) {
      const names = others.map(([name]) => name);
      const related = relatedTo(folder, names, env.workspace);
      yield { message: 'other', data: { lockfiles: listOf(names), own }, span, key: 'lockfiles', related };
    } else if (new Set(found.map(([, writer]) => writer)).size > 1) {
      const names = found.map(([name]) => name);
      yield {
        message: 'several',
        data: { lockfiles: listOf(names) },
        span,
        key: 'lockfiles',
        related: relatedTo(folder, names, env.workspace),
      };
    }
  },
);

const MANAGERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);

const listOf = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '');

/** There is no place for what stands beside the file: its first line, or the bracket of JSON. */
const firstWord = (text: string, start: number): number =>
  /^\s*(?:\{|[^\r\n]+)/.exec(text.slice(start, start + 500))?.[0].length ?? 0;

const relatedTo = (folder: string, names: readonly string[], workspace: { get(kind: 'dependencies', path: string): unknown }) =>
  names
    .map((name) => inFolder(folder, name))
    .filter((path) => workspace.get('dependencies', path) !== undefined)
    .map((path) => ({ path, span: { start: 0, end: 0 }, note: 'This is one of the lockfiles.' }));
