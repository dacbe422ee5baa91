import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';
import { APT, installation, mayHoldOptions } from './support/package-managers.ts';

/** `-R` is aptitude's. */
const OFF = /^(?:--no-install-recommends|--without-recommends|-R|--download-only|-d|-s|--simulate|--dry-run)$/;

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
    const configured = new Map<Stage, boolean>();
    for (const { stage, invocations } of runs(model)) {
      if (isConfigured(model, stage, configured)) continue;
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

/** Whether a stage, or one that it is built on, writes a configuration of apt that leaves recommended packages out. Each stage is read once. */
function isConfigured({ text }: Dockerfile, stage: Stage | undefined, known: Map<Stage, boolean>): boolean {
  return lineage(stage).some((each) => {
    const found =
      known.get(each) ??
      each.instructions.some(({ span }) =>
        /install-recommends["']?\s*["'=]?\s*["']?(?:0|no|false|off)/i.test(text.slice(span.start, span.end)),
      );
    known.set(each, found);
    return found;
  });
}
