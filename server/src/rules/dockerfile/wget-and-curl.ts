import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';

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
    for (const stage of model.stages) {
      const uses = usesIn(model, stage);
      const first = uses[0];
      const second = uses.find(({ name }) => name !== first?.name);
      if (!first || second?.stage !== stage) continue;
      const related = [{ span: first.span, note: `\`${first.name}\` is used here.` }];
      yield { message: 'both', data: { name: second.name, other: first.name }, span: second.span, related };
    }
  },
);

/** Uses of both programs in a stage and those that it is built on, in the order of the file. */
function usesIn(model: Dockerfile, stage: Stage) {
  if (model.isTemplate) return [];
  return lineage(stage)
    .toReversed()
    .flatMap((each) =>
      each.instructions.flatMap((instruction) =>
        instruction.keyword === 'RUN'
          ? model
              .invocations(instruction)
              .flatMap(({ name, word: { span } }) => (name === 'wget' || name === 'curl' ? [{ name, span, stage: each }] : []))
          : [],
      ),
    );
}
