import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import type { CommandInstruction, CopyInstruction, Dockerfile, Invocation } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { deleteLines, hasCommentLine } from './support/edits.ts';

/** Tar archives, which ADD unpacks; it does not unpack zip files. */
const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|lzma|zst|Z))?|tgz|tbz2?|txz|tlz|tzst)$/i;
const TAR = {
  short: 'fCIbgKLNTVX',
  long: ['file', 'directory', 'exclude', 'strip-components', 'use-compress-program', 'transform'],
};

export const copyArchiveThenExtract = dockerfileRule(
  {
    id: 'dockerfile/copy-archive-then-extract',
    title: 'Archive is copied and unpacked afterwards',
    why: 'The archive stays in a layer of the image beside what was unpacked from it. ADD unpacks a local tar archive while it copies.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      archive: '{archive} stays in the image beside what is unpacked from it. ADD unpacks it while copying.',
    },
    aliases: ['droast:DF067', 'hadolint:DL3010', 'tally:hadolint/DL3010'],
    references: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { instructions } of model.stages) {
      for (const [index, instruction] of instructions.entries()) {
        if (instruction.keyword !== 'COPY' || instruction.flags.some(({ name }) => name === 'from')) continue;
        for (const word of instruction.sources) {
          const path = model.expand(word, instruction).value ?? '';
          const name = path.slice(path.lastIndexOf('/') + 1);
          if (!ARCHIVE.test(name)) continue;
          const target = model.expand(instruction.destination ?? word, instruction).value ?? '';
          const names = [name, target.slice(target.lastIndexOf('/') + 1)].filter((one) => one !== '' && one !== '.');
          const unpacks = instructions
            .slice(index + 1)
            .find(
              (later): later is CommandInstruction =>
                later.keyword === 'RUN' && model.invocations(later).some((each) => isUnpacking(each, names)),
            );
          if (!unpacks) continue;
          const fix = addFix(model, instruction, unpacks);
          yield { message: 'archive', data: { archive: name }, span: word.span, fixes: fix ? [fix] : [] };
        }
      }
    }
  },
);

function isUnpacking({ name, args }: Invocation, names: readonly string[]): boolean {
  if (!/^(?:tar|bsdtar|gunzip|unxz|bunzip2)$/.test(name)) return false;
  const values = args.map((word) => valueOf(word) ?? '');
  const extracts =
    !name.endsWith('tar') ||
    values.some(
      (value, index) =>
        value === '--extract' || value === '--get' || /^-[a-zA-Z]*x/.test(value) || (index === 0 && /^[a-zA-Z]*x/.test(value)),
    );
  return extracts && values.some((value) => names.includes(value.slice(value.lastIndexOf('/') + 1)));
}

/** Lets ADD unpack where nothing but the unpacking is done; undefined where there is more to it. */
function addFix(model: Dockerfile, copy: CopyInstruction, run: CommandInstruction): Fix | undefined {
  const [tar, ...others] = model.invocations(run);
  const { destination } = copy;
  if (!tar?.place || others.length > 0 || tar.name !== 'tar' || copy.sources.length > 1 || copy.isExec || !destination)
    return undefined;
  if (run.flags.length > 0 || hasCommentLine(model.text.slice(run.span.start, run.span.end))) return undefined;
  const [bundle, ...rest] = tar.args;
  const isOldStyle = bundle !== undefined && !valueOf(bundle)?.startsWith('-');
  const { options, operands } = readArguments(isOldStyle ? rest : tar.args, TAR);
  const known = /^-(?:[xzjJvpf]|C)$|^--(?:extract|file|directory|gzip|verbose)$/;
  if (options.some(({ name }) => !known.test(name)) || operands.length > (isOldStyle ? 1 : 0)) return undefined;
  const folder = options.find(({ name }) => name === '-C' || name === '--directory')?.value ?? '.';
  return {
    title: 'Let ADD unpack it',
    applicability: 'suggested',
    edits: [
      { span: copy.keywordSpan, newText: copy.keywordText === 'copy' ? 'add' : 'ADD' },
      { span: destination.span, newText: `${folder.replace(/\/$/, '')}/` },
      deleteLines(model.text, run.span),
    ],
  };
}
