import { dockerfileRule } from '../../engine/rule.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';

/** Subcommands that the other programs have under the same name. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...[
    'install',
    'reinstall',
    'remove',
    'purge',
    'autoremove',
    'autopurge',
    'update',
    'upgrade',
    'clean',
    'autoclean',
    'download',
    'source',
    'build-dep',
  ].map((name) => [name, 'apt-get'] as const),
  ...['search', 'show', 'policy', 'depends', 'rdepends', 'showsrc'].map((name) => [name, 'apt-cache'] as const),
]);

export const aptNotForScripts = dockerfileRule(
  {
    id: 'dockerfile/apt-not-for-scripts',
    title: '`apt` in a script',
    why: '`apt` is made for people: its output and options may change between versions, and it warns about that when it is not on a terminal. `apt-get` and `apt-cache` are made for scripts.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      apt: '`apt` is made for people and may change. Use `{instead}` in a build.',
    },
    aliases: [
      'checkov:CKV_DOCKER_9',
      'droast:DF059',
      'hadolint:DL3027',
      'kics:run_using_apt',
      'semgrep:prefer-apt-get',
      'tally:hadolint/DL3027',
    ],
    references: ['https://manpages.debian.org/stable/apt/apt.8.en.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { invocations } of runs(model)) {
      for (const { name, word, args } of invocations) {
        if (name !== 'apt') continue;
        const [command] = readArguments(args, APT_OPTIONS).operands;
        const subcommand = command && valueOf(command);
        const instead = INSTEAD.get(subcommand ?? '') ?? 'apt-get';
        // Only the last part of a path is the program's name.
        const end = word.parts.length === 1 && word.parts[0]?.kind === 'literal' ? word.parts[0].span.end : undefined;
        const isKnown = subcommand !== undefined && INSTEAD.has(subcommand) && end !== undefined;
        const span = end === undefined ? word.span : { start: end - 'apt'.length, end };
        const fix = { title: `Use ${instead}`, applicability: 'safe', edits: [{ span, newText: instead }] } as const;
        yield { message: 'apt', data: { instead }, span, fixes: isKnown ? [fix] : [] };
      }
    }
  },
);
