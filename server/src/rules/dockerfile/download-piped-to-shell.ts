import { dockerfileRule } from '../../engine/rule.ts';
import type { Invocation } from '../../model/dockerfile/index.ts';
import { baseNameOf, unwrap, valueOf, type SimpleCommand, type Word } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { checkedDownload } from './support/checked-download.ts';
import { downloader, downloadIn } from './support/downloads.ts';

const SHELLS = /^(?:ba|da|a|z|k)?sh$/;
const INTERPRETERS = /^(?:(?:ba|da|a|z|k)?sh|python[\d.]*|perl|ruby|node|php|Rscript)$/;
/** Commands between the download and the shell that look at what came. */
const CHECKS = /^(?:sha\d+sum|shasum|md5sum|gpgv?|cosign|minisign|openssl|tee|grep|jq)$/;

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
    for (const { instruction, invocations } of runs(model)) {
      const script = model.script(instruction);
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
        const fix = checkedDownload(model.text, script, invocation, source, program);
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
