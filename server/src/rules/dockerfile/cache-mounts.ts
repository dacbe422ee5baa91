import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import { cacheOf, empties, fillsAll } from './support/cache-folders.ts';
import { runs } from './support/commands.ts';

export const cacheMounts = dockerfileRule(
  {
    id: 'dockerfile/cache-mounts',
    title: 'Downloads of a package manager are fetched anew each time',
    why: 'With a cache mount the package manager keeps its downloads between builds and outside the image: builds are faster, and nothing is left to clean up.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      mount:
        '`{command}` downloads everything again in each build. A cache mount on {target} keeps its downloads, outside the image.',
    },
    aliases: ['tally:tally/prefer-package-cache-mounts'],
    references: ['https://docs.docker.com/build/cache/optimize/#use-cache-mounts'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      const start =
        instruction.flags[0]?.span.start ?? (instruction.args.length > 0 ? instruction.args.span(0, 1).start : undefined);
      if (
        instruction.flags.some(({ name, value }) => name === 'mount' && value?.text.includes('type=cache')) ||
        start === undefined
      )
        continue;
      for (const invocation of invocations) {
        const found = cacheOf(model, instruction, invocation);
        if (!found) continue;
        const { cache, subcommand, folders, isCertain } = found;
        const mounts = folders.map((folder) => `--mount=type=cache,target=${folder}${cache.isLocked ? ',sharing=locked' : ''} `);
        const target = folders.join(' and ');
        const edits = [insertion(start, mounts.join(''))];
        const fix = { title: `Mount a cache on ${target}`, applicability: 'suggested', edits } as const;
        const data = { command: `${invocation.name} ${subcommand}`, target };
        // What the RUN removes behind it, it would remove from the cache.
        const isFixable =
          isCertain && fillsAll(invocations, cache) && !invocations.some((other) => empties(other, cache, folders));
        yield { message: 'mount', data, span: invocation.word.span, fixes: isFixable ? [fix] : [] };
        break;
      }
    }
  },
);
