import { insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import {
  readArguments,
  unwrap,
  valueOf,
  type Invocation,
  type Place,
  type Script,
  type SimpleCommand,
} from '../../../model/shell/index.ts';

const SCRIPT = '/tmp/install.sh';

/** Downloads to a file, compares its hash, which a person has to fill in, and runs the file; undefined where it is not one pipe from one to the other. */
export function checkedDownload(
  text: string,
  script: Script | undefined,
  { place, word, args }: Invocation,
  source: SimpleCommand,
  program: string,
): Fix | undefined {
  const [operator, ...others] = place?.pipeline.operators ?? [];
  const target = place?.pipeline.commands[1];
  // In a script inside quotes, those around the hash would end them.
  if (!place || !operator || !target || others.length > 0 || place.pipeline.commands[0] !== source || place.script !== script)
    return undefined;
  const output = program === 'curl' ? curlOutput(source) : program === 'wget' ? wgetOutput(text, source) : undefined;
  const stop = args.at(-1)?.span.end ?? word.span.end;
  if (!output || target.redirections.some(({ span }) => span.start < stop)) return undefined;
  const rest = args.filter((each) => !/^(?:-|-s|--|\/dev\/stdin)$/.test(valueOf(each) ?? ''));
  const begin = rest[0]?.span.start;
  const given = begin === undefined ? '' : ` ${text.slice(begin, stop)}`;
  const isGrouped = isTakenApart(place);
  const ran = ` ${SCRIPT}${given}${text.slice(stop, target.span.end)}${isGrouped ? '; }' : ''}`;
  const edits: readonly Edit[] = [
    output,
    { span: operator.span, newText: `&& echo "<sha256>  ${SCRIPT}" | sha256sum -c - &&` },
    { span: { start: word.span.end, end: target.span.end }, newText: ran },
  ];
  return {
    title: 'Download, check the hash, then run (fill in the hash)',
    applicability: 'manual',
    edits: isGrouped ? [insertion(source.span.start, '{ '), ...edits] : edits,
  };
}

/** Whether a chain in place of a pipeline is to be a group: `!` and `||` before it would only see the chain's first command. */
const isTakenApart = ({ andOr, pipeline, isTested }: Place): boolean =>
  isTested || andOr.operators[andOr.pipelines.indexOf(pipeline) - 1]?.kind === '||';

function curlOutput({ words }: SimpleCommand): Edit | undefined {
  const last = words.at(-1);
  return !last || words.some((each) => /^-[a-zA-Z]*[oO]/.test(valueOf(each) ?? ''))
    ? undefined
    : insertion(last.span.end, ` -o ${SCRIPT}`);
}

/** Options of https://www.gnu.org/software/wget/manual/ that take a value. */
const WGET_OPTIONS = {
  short: 'aABDeiIloOPQRtTUwX',
  long: ['output-document', 'output-file', 'header', 'user-agent', 'tries', 'timeout'],
};

/** Puts a file in place of the `-` that stands for standard output. */
function wgetOutput(text: string, source: SimpleCommand): Edit | undefined {
  const outputs = readArguments(unwrap(source.words).words.slice(1), WGET_OPTIONS).options.filter(
    ({ name }) => name === '-O' || name === '--output-document',
  );
  const [output] = outputs;
  if (!output || outputs.length > 1 || output.value !== '-') return undefined;
  if (output.valueWord) return { span: output.valueWord.span, newText: SCRIPT };
  const { end } = output.word.span;
  if (text[end - 1] !== '-') return undefined;
  return { span: { start: end - 1, end }, newText: output.name === '-O' ? ` ${SCRIPT}` : SCRIPT };
}
