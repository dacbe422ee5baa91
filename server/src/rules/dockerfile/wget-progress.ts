import { dockerfileRule } from '../../engine/rule.ts';
import { valueOf } from '../../model/shell/index.ts';
import { familyAt } from './support/base-image.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';

/** Options that print less, or elsewhere; also in a cluster: `-qO-`. */
const QUIET =
  /^(?:-[a-zA-Z]*q|-nv|--quiet|--no-verbose|--progress|--show-progress|-o|-a|--output-file|--append-output|--version|--help)/;

export const wgetProgress = dockerfileRule(
  {
    id: 'dockerfile/wget-progress',
    title: '`wget` fills the log with its progress',
    why: 'Without a terminal wget prints a line for every 50 kilobytes, so the log of a build that downloads something large is hard to read.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      progress: '`wget` prints a line for every 50 kB that it downloads. Add `{option}`.',
    },
    aliases: ['droast:DF056', 'hadolint:DL3047', 'tally:hadolint/DL3047'],
    references: ['https://www.gnu.org/software/wget/manual/wget.html#Logging-and-Input-File-Options'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { stage, invocations } of runs(model)) {
      for (const invocation of invocations) {
        const { name, word, args } = invocation;
        if (name !== 'wget' || args.length === 0 || args.some((each) => QUIET.test(valueOf(each) ?? '-q'))) continue;
        // The small wget of BusyBox knows no `--progress`.
        const option = stage && familyAt(stage) === 'alpine' ? '-q' : '--progress=dot:giga';
        const fix = { title: `Add ${option}`, applicability: 'safe', edits: [appendWord(invocation, word, option)] } as const;
        yield { message: 'progress', data: { option }, span: word.span, fixes: [fix] };
      }
    }
  },
);
