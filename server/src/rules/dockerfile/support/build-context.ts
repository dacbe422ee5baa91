import { foldersUpwards, folderOf, resolvePath } from '../../../base/path.ts';
import type { Environment } from '../../../engine/environment.ts';
import type { FileTree } from '../../../engine/file-tree.ts';
import type { OtherFile } from '../../../engine/fix.ts';
import type { CopyInstruction, Dockerfile, Word } from '../../../model/dockerfile/index.ts';
import { type DockerignoreFacts, ignoredBy, type IgnorePattern } from '../../../model/dockerignore/index.ts';

/** The folder that a build sends, as far as the workspace tells. */
export interface BuildContext {
  /** Workspace path. */
  readonly folder: string;
  readonly tree: FileTree;
  /** Workspace path of the ignore file that holds, or that would if it were there. */
  readonly ignorePath: string;
  readonly ignore: DockerignoreFacts | undefined;
}

/** A source of COPY or ADD that names something in the build context. */
export interface LocalSource {
  readonly instruction: CopyInstruction;
  readonly word: Word;
  /** Relative to the context, without `./` and slashes around it; `''` is the whole context. May have globs. */
  readonly path: string;
}

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|[\w.-]+@[\w.-]+:)/i;
/** Folders that hold Dockerfiles for a context above them. */
const KEEPS_DOCKERFILES =
  /^(?:\.?docker|dockerfiles?|containers?|images?|build|deploy(?:ment)?|ci|\.?github|\.?devcontainer|ops|infra|packaging)$/i;

/** Sources in the build context. Those that a variable decides are left out. */
export function localSources(model: Dockerfile): readonly LocalSource[] {
  if (model.isTemplate) return [];
  const found: LocalSource[] = [];
  for (const instruction of model.instructionsOf('COPY', 'ADD')) {
    if (instruction.flags.some(({ name }) => name === 'from')) continue;
    for (const word of instruction.sources) {
      const value = word.text.text.startsWith('<<') ? undefined : model.expand(word, instruction).value;
      if (value === undefined || REMOTE.test(value)) continue;
      const path = resolvePath('', value.replaceAll('\\', '/').replace(/^\/+/, ''));
      if (path !== undefined) found.push({ instruction, word, path });
    }
  }
  return found;
}

export const isGlob = (path: string): boolean => /[*?[]/.test(path);

/**
 * The build context of a Dockerfile: what a Compose file says, else the nearest folder upwards that holds what is copied. Undefined when the files of the workspace are
 * not known, or it is not clear which folder it is.
 */
export function buildContext(model: Dockerfile, path: string, env: Environment): BuildContext | undefined {
  const tree = env.workspace.tree();
  if (!tree) return undefined;
  const folder = composeContext(path, env) ?? likelyFolder(localSources(model), path, tree);
  if (folder === undefined) return undefined;
  const own = `${path}.dockerignore`;
  const ignorePath = tree.has(own) ? own : folder === '' ? '.dockerignore' : `${folder}/.dockerignore`;
  const ignore = env.workspace.get('dockerignore', ignorePath);
  // It is there, but nobody read it: it may leave out anything.
  if (!ignore && tree.has(ignorePath)) return undefined;
  return { folder, tree, ignorePath, ignore };
}

/** What Compose files say, if they agree. */
function composeContext(path: string, env: Environment): string | undefined {
  const folders = new Set<string>();
  for (const [composePath, { builds }] of env.workspace.all('compose')) {
    for (const { context, dockerfile } of builds) {
      if (context === undefined || dockerfile === undefined) continue;
      const folder = resolvePath(folderOf(composePath), context);
      if (folder !== undefined && resolvePath(folder, dockerfile) === path) folders.add(folder);
    }
  }
  const [only, ...others] = folders;
  return others.length === 0 ? only : undefined;
}

function likelyFolder(sources: readonly LocalSource[], path: string, tree: FileTree): string | undefined {
  const own = folderOf(path);
  const named = [...new Set(sources.map((source) => source.path))].filter((each) => each !== '' && !isGlob(each));
  let best: string | undefined;
  let most = 0;
  for (const folder of foldersUpwards(path)) {
    const count = named.filter((each) => tree.has(folder === '' ? each : `${folder}/${each}`)).length;
    if (count > most) [best, most] = [folder, count];
  }
  if (best !== undefined || own === '') return best ?? own;
  const ignoring = [...foldersUpwards(path)].find((folder) =>
    tree.has(folder === '' ? '.dockerignore' : `${folder}/.dockerignore`),
  );
  if (ignoring !== undefined) return ignoring;
  return KEEPS_DOCKERFILES.test(own.slice(own.lastIndexOf('/') + 1)) ? undefined : own;
}

/** The line of the ignore file that leaves `path` (relative to the context) out; undefined when the path is sent. */
export const leftOutBy = ({ ignore }: BuildContext, path: string): IgnorePattern | undefined =>
  ignore && ignoredBy(ignore.patterns, path);

/** A workspace path seen from the context; undefined outside it. */
export function inContext({ folder }: BuildContext, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Adds lines to the context's ignore file, or creates it with them. */
export function ignoreLines({ ignore, ignorePath }: BuildContext, lines: readonly string[]): OtherFile {
  if (!ignore) return { path: ignorePath, create: lines.map((line) => `${line}\n`).join('') };
  const { end, endsLine, eol } = ignore;
  const newText = `${endsLine ? '' : eol}${lines.join(eol)}${eol}`;
  return { path: ignorePath, edits: [{ span: { start: end, end }, newText }] };
}
