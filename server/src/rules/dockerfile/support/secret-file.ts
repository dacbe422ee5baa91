import { resolvePath } from '../../../base/path.ts';
import { deletion, insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import { secretFileLabel, SECRET_ENDINGS, SECRET_NAMES } from '../../../knowledge/secret-files.ts';
import type { CommandInstruction, CopyInstruction, Dockerfile, Word } from '../../../model/dockerfile/index.ts';
import { isPosix } from '../../../model/shell/index.ts';
import { inContext, leftOutBy, type BuildContext } from './build-context.ts';
import { deleteLines, hasCommentLine } from './edits.ts';

/** Files under these folders are there to test or show something. */
const EXEMPT =
  /(?:^|\/)(?:tests?|__tests__|testdata|fixtures?|examples?|samples?|specs?|docs?|node_modules|vendor|\.git)(?:\/|$)/i;
/** Forms of `.env` that tools read by themselves. */
const ENVIRONMENTS = ['local', 'production', 'prod', 'staging', 'development', 'dev'].map((name) => `.env.${name}`);

/** Files of the context below `folder` (relative to it, `''` for all) that hold credentials by their name and that nothing leaves out. */
export function secretsBelow(context: BuildContext, folder: string): readonly string[] {
  const { tree } = context;
  const paths = [
    ...[...SECRET_NAMES, ...ENVIRONMENTS].flatMap((name) => tree.named(name)),
    ...SECRET_ENDINGS.flatMap((ending) => tree.ending(ending)),
  ];
  const found = paths.flatMap((path) => {
    const inner = inContext(context, path);
    if (inner === undefined || !(folder === '' || inner.startsWith(`${folder}/`)) || EXEMPT.test(inner)) return [];
    return secretFileLabel(inner) === undefined || leftOutBy(context, inner) ? [] : [inner];
  });
  return [...new Set(found)].sort();
}

/** What a source of COPY names, globs included: `*.pem` is a name with that ending. */
export function labelOfSource(path: string): string | undefined {
  // `COPY cwallet.ss[o]` is how people copy a file that may be missing.
  const plain = path.replaceAll(/\[([^\]^!-])\]/g, '$1');
  return secretFileLabel(plain.replaceAll(/[*?]/g, '')) ?? secretFileLabel(plain.replaceAll(/[*?]/g, 'x'));
}

/** Base name → programs that read such a file by themselves. */
const READERS: readonly (readonly [name: RegExp, programs: RegExp])[] = [
  [/^\.npmrc$/, /^(?:npm|npx|yarn|pnpm|bun)$/],
  [/^(?:\.pypirc|pip\.conf)$/, /^(?:pip[\d.]*|python[\d.]*|twine|poetry|uv|pipenv)$/],
  [/^\.netrc$/, /^(?:curl|wget|git|go|pip[\d.]*)$/],
  [/^\.git-credentials$/, /^git$/],
  [/^id_(?:rsa|dsa|ecdsa|ed25519)$/, /^(?:git|ssh|scp|go|npm|pip[\d.]*|bundle)$/],
  [/^(?:credentials|config)$/, /^(?:aws|kubectl|helm|docker)$/],
  [/^auth\.json$/, /^composer$/],
];

/** Takes a file out of COPY and mounts it in the commands behind it that read it; undefined where that cannot be told. */
export function mountFileFix(model: Dockerfile, instruction: CopyInstruction, word: Word, path: string): Fix | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const programs = READERS.find(([pattern]) => pattern.test(name))?.[1];
  const target = targetOf(model, instruction, name);
  const stage = model.stageOf(instruction);
  const removal = removeSource(model.text, instruction, word);
  if (!programs || target === undefined || !stage || !removal || instruction.isTrigger) return undefined;
  const edits: Edit[] = [removal];
  for (const later of stage.instructions) {
    if (later.keyword !== 'RUN' || later.index <= instruction.index) continue;
    const invocations = model.invocations(later);
    const removes = invocations.filter(
      (each) => each.name === 'rm' && each.args.some(({ span }) => model.text.slice(span.start, span.end).includes(name)),
    );
    // A mounted file cannot be removed; a RUN that does nothing else goes, and of another one it is not clear what is left.
    if (removes.length > 0 && removes.length < invocations.length) return undefined;
    if (removes.length > 0) {
      if (hasCommentLine(model.text.slice(later.span.start, later.span.end))) return undefined;
      edits.push(deleteLines(model.text, later.span));
    } else if (invocations.some((each) => programs.test(each.name))) {
      const mount = fileMount(model, later, name, target);
      if (!mount) return undefined;
      edits.push(mount);
    }
  }
  if (!edits.some(({ newText }) => newText !== '')) return undefined;
  const source = word.text.text.replaceAll(/["']/g, '');
  const title = `Mount ${name} as a build secret (docker build --secret id=${idOf(name)},src=${source})`;
  return { title, applicability: 'suggested', edits };
}

const idOf = (name: string): string => name.replaceAll(/[^\w-]/g, '').toLowerCase();

function fileMount(model: Dockerfile, instruction: CommandInstruction, name: string, target: string): Edit | undefined {
  const start = instruction.flags[0]?.span.start ?? (instruction.args.length > 0 ? instruction.args.span(0, 1).start : undefined);
  if (start === undefined || !isPosix(model.dialectAt(instruction))) return undefined;
  return insertion(start, `--mount=type=secret,id=${idOf(name)},target=${target} `);
}

/** The absolute path in the image that a copied file gets. */
function targetOf(model: Dockerfile, instruction: CopyInstruction, name: string): string | undefined {
  const { destination, sources } = instruction;
  const value = destination && model.expand(destination, instruction).value;
  if (value === undefined || /[\s,]/.test(value)) return undefined;
  const isFolder = sources.length > 1 || /(?:^|\/)\.?\.?$/.test(value);
  const written = isFolder ? `${value}/${name}` : value;
  const from = model.stateAt(instruction)?.workdir?.value;
  if (!written.startsWith('/') && from?.startsWith('/') !== true) return undefined;
  const resolved = resolvePath((from ?? '').slice(1), written);
  return resolved === undefined ? undefined : `/${resolved}`;
}

/** Deletes one source, or the whole instruction when it has no other. */
function removeSource(text: string, { sources, isExec, span }: CopyInstruction, word: Word): Edit | undefined {
  if (sources.length === 1) return hasCommentLine(text.slice(span.start, span.end)) ? undefined : deleteLines(text, span);
  const next = sources[sources.indexOf(word) + 1];
  if (isExec || !next) {
    const previous = sources[sources.indexOf(word) - 1];
    return isExec || !previous ? undefined : deletion({ start: previous.span.end, end: word.span.end });
  }
  return deletion({ start: word.span.start, end: next.span.start });
}
