import type { Span } from '../../base/span.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';

export const wgetAndCurl = dockerfileRule(
  {
    id: 'dockerfile/wget-and-curl',
    title: 'Both `wget` and `curl`',
    why: 'The two do the same, so one of them is enough: fewer packages, and one program less to keep free of holes.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      both: 'This image uses `{other}` already, so `{name}` is one program more for the same work.',
    },
    aliases: [
      'droast:DF058',
      'hadolint:DL4001',
      'kics:run_using_wget_and_curl',
      'semgrep:use-either-wget-or-curl',
      'tally:hadolint/DL4001',
      'trivy:DS-0014',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const known = new Map<Stage, Uses>();
    for (const stage of model.stages) {
      const inherited = stage.base.kind === 'stage' ? known.get(stage.base.stage) : undefined;
      const uses = usesIn(model, stage, inherited);
      known.set(stage, uses);
      const { first, second } = uses;
      if (!first || !second || inherited?.second) continue;
      const related = [{ span: first.span, note: `\`${first.name}\` is used here.` }];
      yield { message: 'both', data: { name: second.name, other: first.name }, span: second.span, related };
    }
  },
);

interface Use {
  readonly name: string;
  readonly span: Span;
}

/** The first use of either program in an image, and the first of the other one. */
interface Uses {
  readonly first?: Use;
  readonly second?: Use;
}

/** @param inherited those of the stage that this one is built on */
function usesIn(model: Dockerfile, stage: Stage, inherited: Uses | undefined): Uses {
  let { first, second } = inherited ?? {};
  for (const instruction of stage.instructions) {
    if (second) break;
    if (instruction.keyword !== 'RUN') continue;
    for (const { name, word } of model.invocations(instruction)) {
      if (name !== 'wget' && name !== 'curl') continue;
      const use = { name, span: word.span };
      if (!first) first = use;
      else if (first.name !== name) second ??= use;
    }
  }
  return { ...(first ? { first } : {}), ...(second ? { second } : {}) };
}
