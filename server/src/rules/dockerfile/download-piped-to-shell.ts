import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import type { Invocation } from '../../model/dockerfile/index.ts';
import { baseNameOf, unwrap, valueOf, type SimpleCommand, type Word } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { downloader, downloadIn } from './support/downloads.ts';

const SHELLS = /^(?:ba|da|a|z|k)?sh$/;
const INTERPRETERS = /^(?:(?:ba|da|a|z|k)?sh|python[\d.]*|perl|ruby|node|php|Rscript)$/;
/** Commands between the download and the shell that look at what came. */
const CHECKS = /^(?:sha\d+sum|shasum|md5sum|gpgv?|cosign|minisign|openssl|tee|grep|jq)$/;
const SCRIPT = '/tmp/install.sh';

export const downloadPipedToShell = dockerfileRule(
  {
    id: 'dockerfile/download-piped-to-shell',
    title: 'Download is run without being checked',
    why: 'What the server sends runs at once, with the rights of the build: nobody sees it, a broken connection runs half of it, and whoever takes over the server or the name gets into every image. Download to a file, compare its hash, then run it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      pipe: '`{shell}` runs whatever {program} downloads. Download to a file, check its hash, then run it.',
    },
    aliases: ['droast:DF021'],
    references: ['CWE-494', 'CWE-829'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { invocations } of runs(model)) {
      for (const invocation of invocations) {
        const { name, word, args } = invocation;
        const source =
          name === 'eval' || name === 'source' || name === '.'
            ? inWords(args)
            : runsInput(invocation)
              ? piped(invocation)
              : SHELLS.test(name)
                ? inWords(args)
                : undefined;
        if (!source) continue;
        const [first] = unwrap(source.words).words;
        const program = baseNameOf((first && valueOf(first)) ?? '');
        const fix = pipeFix(model.text, invocation, source, program);
        yield { message: 'pipe', data: { shell: name, program }, span: word.span, fixes: fix ? [fix] : [] };
      }
    }
  },
);

/** Whether an interpreter runs its standard input: it is given no program of its own. */
function runsInput({ name, args }: Invocation): boolean {
  if (!INTERPRETERS.test(name)) return false;
  const values = args.map((word) => valueOf(word) ?? 'x');
  if (values.some((value) => /^-[a-z]*[ce]$/.test(value) && !(SHELLS.test(name) && /^-[a-z]*e$/.test(value)))) return false;
  const first = values.find((value) => !value.startsWith('-') || value === '-');
  return first === undefined || first === '-' || first === '/dev/stdin' || values.some((value) => /^-[a-z]*s$/.test(value));
}

/** The download that is piped into a command, unless something on the way looks at it. */
function piped({ place }: Invocation): SimpleCommand | undefined {
  const before = place?.pipeline.commands.slice(0, place.index) ?? [];
  const isChecked = before.some((command) => {
    const [first] = command.kind === 'simple' ? unwrap(command.words).words : [];
    return first && CHECKS.test(baseNameOf(valueOf(first) ?? ''));
  });
  return isChecked ? undefined : before.map(downloader).find((command) => command !== undefined);
}

function inWords(words: readonly Word[]): SimpleCommand | undefined {
  for (const { parts } of words) {
    const found = downloadIn(parts);
    if (found) return found;
  }
  return undefined;
}

/** Downloads to a file, compares its hash, which a person has to fill in, and runs the file. */
function pipeFix(text: string, { place, word, args }: Invocation, source: SimpleCommand, program: string): Fix | undefined {
  const pipeline = place?.pipeline;
  const operator = pipeline?.operators[0];
  const [last, stop] = [source.words.at(-1), args.at(-1)?.span.end ?? word.span.end];
  if (!pipeline || !operator || pipeline.commands.length !== 2 || pipeline.commands[0] !== source || !last || program !== 'curl')
    return undefined;
  if (source.words.some((each) => /^-[a-zA-Z]*[oO]/.test(valueOf(each) ?? ''))) return undefined;
  const rest = args.filter((each) => !/^(?:-|-s|--|\/dev\/stdin)$/.test(valueOf(each) ?? ''));
  const begin = rest[0]?.span.start;
  const given = begin === undefined ? '' : ` ${text.slice(begin, stop)}`;
  return {
    title: 'Download, check the hash, then run (fill in the hash)',
    applicability: 'manual',
    edits: [
      insertion(last.span.end, ` -o ${SCRIPT} && echo "<sha256>  ${SCRIPT}" | sha256sum -c -`),
      { span: operator.span, newText: '&&' },
      { span: { start: word.span.end, end: stop }, newText: ` ${SCRIPT}${given}` },
    ],
  };
}
