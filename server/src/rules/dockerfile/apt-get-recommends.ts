import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';
import { APT, installation, mayHoldOptions } from './support/package-managers.ts';

/** `-R` is aptitude's. */
const OFF = /^(?:--no-install-recommends|--without-recommends|-R|--download-only|-d|-s|--simulate|--dry-run)$/;

const CONFIGURED = /install-recommends["']?\s*["'=]?\s*["']?(?:0|no|false|off)/i;

export const aptGetRecommends = dockerfileRule(
  {
    id: 'dockerfile/apt-get-recommends',
    title: '`apt-get` also installs what is only recommended',
    why: 'Debian’s packages recommend others that most images never use: each makes the image larger and is one more thing to keep free of holes. Install them by name where they are needed.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      recommends: '`{command}` also installs recommended packages. Add `--no-install-recommends`.',
    },
    aliases: [
      'droast:DF016',
      'hadolint:DL3015',
      'kics:apt_get_not_avoiding_additional_packages',
      'semgrep:missing-no-install-recommends',
      'trivy:DS-0029',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const configured = configuredStages(model);
    for (const { stage, invocations } of runs(model)) {
      if (stage && configured.has(stage)) continue;
      for (const invocation of invocations) {
        const found = installation(APT, invocation);
        if (!found || invocation.args.some((word) => mayHoldOptions(word, model.text))) continue;
        if (
          found.options.some(
            ({ name, value }) => OFF.test(name) || /install-recommends\s*=\s*["']?(?:0|no|false|off)/i.test(value ?? ''),
          )
        )
          continue;
        const edits = [appendWord(invocation, found.subcommand, '--no-install-recommends')];
        yield {
          message: 'recommends',
          data: { command: `${invocation.name} ${found.name}` },
          span: found.subcommand.span,
          fixes: [{ title: 'Add --no-install-recommends', applicability: 'suggested', edits }],
        };
      }
    }
  },
);

/** The stages that write a configuration of apt that leaves recommended packages out, with those that are built on them. */
function configuredStages({ stages, text }: Dockerfile): ReadonlySet<Stage> {
  const configured = new Set<Stage>();
  for (const stage of stages) {
    const isInherited = stage.base.kind === 'stage' && configured.has(stage.base.stage);
    if (isInherited || stage.instructions.some(({ span }) => CONFIGURED.test(text.slice(span.start, span.end))))
      configured.add(stage);
  }
  return configured;
}
