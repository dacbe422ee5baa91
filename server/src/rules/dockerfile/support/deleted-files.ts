import { mountField, mountsOf, type CommandInstruction, type Invocation } from '../../../model/dockerfile/index.ts';
import { baseNameOf, contentOf, invocations, parseScript, valueOf, type Word } from '../../../model/shell/index.ts';

/** A path, or the text of a word whose value is not known, so that spellings of the same can be compared. */
export const comparable = (path: string): string =>
  path
    .replaceAll(/["']/g, '')
    .replaceAll(/\$\{(\w+)\}/g, '$$$1')
    .replace(/^(?:\$HOME|\/root)(?=\/|$)/, '~')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^\.\//, '')
    .replace(/(?<=.)\/$/, '');

/** The path that a word stands for. */
export const writtenPath = (word: Word, text: string): string =>
  comparable(valueOf(word) ?? text.slice(word.span.start, word.span.end));

/** Nobody writes as many; what becomes of the files is then taken to be unknown. */
const MAX_DELETED = 200;
const MAX_FOLDERS = 20;

/** Tells which files of a RUN are not in the image: it deletes them, or they lie in one of its mounts. */
export function leftOut(
  instruction: CommandInstruction,
  commands: readonly Invocation[],
  text: string,
): (path: string) => boolean {
  const deleted = commands.flatMap((command) => deletedBy(command, text));
  const mounts = mountsOf(instruction.flags).flatMap((fields) =>
    // The type is `bind` unless another is given.
    /^(?:tmpfs|cache|secret|bind)$/.test(mountField(fields, 'type') ?? 'bind')
      ? comparable(mountField(fields, 'target', 'dst', 'destination') ?? '')
      : [],
  );
  if (deleted.length > MAX_DELETED) return () => true;
  const folders = commands.flatMap(({ name, args: [folder] }) => (name === 'cd' && folder ? writtenPath(folder, text) : []));
  const isGone = (path: string): boolean =>
    /^\/(?:dev|proc|tmp\/\.)/.test(path) ||
    deleted.some((other) => isWithin(path, other)) ||
    mounts.some((mount) => mount !== '' && isMounted(path, mount));
  return (path) =>
    isGone(path) || (!/^[/~$]/.test(path) && folders.slice(0, MAX_FOLDERS).some((folder) => isGone(`${folder}/${path}`)));
}

/** What `rm`, `find … -delete` and the like delete, also at the end in a `trap`. */
function deletedBy({ name, args }: Invocation, text: string): readonly string[] {
  if (name === 'rm' || name === 'shred' || name === 'unlink') return args.map((word) => writtenPath(word, text));
  if (name === 'find' && args.some((word) => /^-delete$|(?:^|\/)rm$/.test(valueOf(word) ?? '')))
    return args.map((word) => writtenPath(word, text));
  const [handler] = args;
  // A handler calls no `trap`; whoever nests them gets no second look.
  if (name !== 'trap' || !handler) return [];
  const inner = invocations(parseScript(contentOf(handler)));
  return inner.flatMap((command) => (command.name === 'trap' ? [] : deletedBy(command, text)));
}

/** Whether deleting `other`, which may end in a glob, deletes `path`; a relative path may be of any folder. */
function isWithin(path: string, other: string): boolean {
  if (other === '' || other.startsWith('-')) return false;
  const glob = other.search(/[*?[]/);
  if (glob >= 0)
    return (
      glob === 0 || path.startsWith(other.slice(0, glob)) || baseNameOf(path).startsWith(baseNameOf(other.slice(0, glob)) || '\0')
    );
  if (path === other || path.startsWith(other === '/' ? other : `${other}/`) || baseNameOf(path) === baseNameOf(other))
    return true;
  return !/^[/~$]/.test(other) && `/${path}/`.includes(`/${other}/`);
}

/** Whether `path` lies in `mount`; a relative one may start with the end of it. */
function isMounted(path: string, mount: string): boolean {
  if (path === mount || path.startsWith(`${mount}/`)) return true;
  if (/^[/~$]/.test(path)) return false;
  for (let end = path.indexOf('/'); end > 0 && end < mount.length; end = path.indexOf('/', end + 1))
    if (mount.endsWith(`/${path.slice(0, end)}`)) return true;
  return mount.endsWith(`/${path}`);
}
