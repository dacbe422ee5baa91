import { dockerfileRule } from '../../engine/rule.ts';
import { readArguments } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';

export const useraddNoLogInit = dockerfileRule(
  {
    id: 'dockerfile/useradd-no-log-init',
    title: '`useradd` with a large number and without `-l`',
    why: '`useradd` keeps a log with a record for each number up to the highest, so a large UID makes a file of gigabytes, which Docker stores. `-l` leaves the log alone.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      log: 'UID {uid} makes `useradd` write a huge, sparse log into the image. Add `-l`.',
    },
    aliases: ['droast:DF064', 'hadolint:DL3046', 'kics:use_recommended_flags_with_useradd', 'tally:hadolint/DL3046'],
    references: ['https://docs.docker.com/build/building/best-practices/#user'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { invocations } of runs(model)) {
      for (const invocation of invocations) {
        const { name, word, args } = invocation;
        if (name !== 'useradd') continue;
        const { options } = readArguments(args, {
          short: 'bcdefgGkKpsuZR',
          long: ['uid', 'gid', 'groups', 'home', 'home-dir', 'shell', 'comment', 'password', 'base-dir', 'skel', 'key', 'root'],
        });
        const uid = options.find((option) => option.name === '-u' || option.name === '--uid');
        // Up to five digits the log stays small.
        if (uid?.value === undefined || !/^\d{6,}$/.test(uid.value)) continue;
        if (options.some((option) => option.name === '-l' || option.name === '--no-log-init')) continue;
        const fix = { title: 'Add -l', applicability: 'safe', edits: [appendWord(invocation, word, '-l')] } as const;
        yield { message: 'log', data: { uid: uid.value }, span: (uid.valueWord ?? uid.word).span, fixes: [fix] };
      }
    }
  },
);
