import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import type { Invocation } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { isRoot, userAt } from './support/user.ts';

/** Where package managers keep their downloads, from their documentation; of some only one may use the folder at a time. */
const CACHES: readonly { programs: RegExp; installs: RegExp; targets: readonly [string, ...string[]]; isLocked?: true }[] = [
  { programs: /^apt(?:-get)?$/, installs: /^install$/, targets: ['/var/cache/apt', '/var/lib/apt'], isLocked: true },
  { programs: /^apk$/, installs: /^add$/, targets: ['/var/cache/apk'] },
  { programs: /^yum$/, installs: /^install$/, targets: ['/var/cache/yum'], isLocked: true },
  { programs: /^(?:dnf5?|microdnf)$/, installs: /^install$/, targets: ['/var/cache/dnf'], isLocked: true },
  { programs: /^pip[\d.]*$/, installs: /^install$/, targets: ['/root/.cache/pip'] },
  { programs: /^uv$/, installs: /^(?:sync|pip)$/, targets: ['/root/.cache/uv'] },
  { programs: /^npm$/, installs: /^(?:ci|install|i)$/, targets: ['/root/.npm'] },
  { programs: /^go$/, installs: /^(?:build|install|mod)$/, targets: ['/go/pkg/mod', '/root/.cache/go-build'] },
  { programs: /^cargo$/, installs: /^(?:build|install|fetch)$/, targets: ['/usr/local/cargo/registry'] },
  { programs: /^mvnw?$/, installs: /./, targets: ['/root/.m2'] },
  { programs: /^gradlew?$/, installs: /./, targets: ['/root/.gradle'] },
  { programs: /^dotnet$/, installs: /^(?:restore|build|publish)$/, targets: ['/root/.nuget/packages'] },
];

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
      const user = userAt(model, instruction);
      for (const invocation of invocations) {
        const cache = CACHES.find((each) => each.programs.test(invocation.name) && each.installs.test(subcommandOf(invocation)));
        if (!cache || invocation.args.some((word) => valueOf(word)?.startsWith('--no-cache'))) continue;
        const mounts = cache.targets.map(
          (target) => `--mount=type=cache,target=${target}${cache.isLocked ? ',sharing=locked' : ''} `,
        );
        const edits = [insertion(start, mounts.join(''))];
        const fix = { title: `Mount a cache on ${cache.targets.join(' and ')}`, applicability: 'suggested', edits } as const;
        // The home of another user is elsewhere.
        const isRight = !cache.targets[0].startsWith('/root') || (user !== undefined && isRoot(user.name));
        const data = { command: `${invocation.name} ${subcommandOf(invocation)}`.trim(), target: cache.targets.join(' and ') };
        yield { message: 'mount', data, span: invocation.word.span, fixes: isRight ? [fix] : [] };
        break;
      }
    }
  },
);

function subcommandOf({ args }: Invocation): string {
  const [first] = readArguments(args, APT_OPTIONS).operands;
  return (first && valueOf(first)) ?? '';
}
