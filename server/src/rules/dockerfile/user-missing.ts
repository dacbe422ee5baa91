import { dockerfileRule } from '../../engine/rule.ts';
import { baseUser, beforeStart, bottomOf, stepsDown, unprivileged } from './support/user.ts';

export const userMissing = dockerfileRule(
  {
    id: 'dockerfile/user-missing',
    title: 'Image without a user',
    why: 'Without USER the program runs as root. Whoever breaks into it is root in the container, and on the host too if the runtime or kernel has a hole. Most programs need no root at all.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'cis', 'nsa'],
    messages: {
      root: 'The final stage never sets USER, so the image runs as root.',
      likely: 'The final stage never sets USER, so the image runs as root unless "{image}" sets another user.',
    },
    aliases: [
      'checkov:CKV_DOCKER_3',
      'dockle:CIS-DI-0001',
      'droast:DF020',
      'kics:missing_user_instruction',
      'semgrep:missing-user',
      'semgrep:missing-user-entrypoint',
      'tally:tally/stateful-root-runtime',
      'trivy:DS-0002',
    ],
    references: ['CIS Docker 4.1', 'CWE-250', 'https://docs.docker.com/build/building/best-practices/#user'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    const stage = model.finalStage;
    if (!stage || model.isTemplate || stage.isWindows || stage.final.user) return;
    const base = bottomOf(stage);
    const { kind } = baseUser(base);
    const { image } = stage.from;
    if (kind === 'non-root' || kind === 'unknown' || !image) return;
    // Without anything to run, FROM scratch only carries files.
    if (base.kind === 'scratch' && !stage.final.cmd && !stage.final.entrypoint) return;
    if (stepsDown(model, stage)) return;
    const { user, lines } = unprivileged(model, stage);
    const title = lines.length > 1 ? `Create the user ${user} and run as it` : `Run as ${user}`;
    const fixes = [{ title, applicability: 'suggested', edits: [beforeStart(model, stage, lines, file.eol)] }] as const;
    if (kind === 'root') yield { message: 'root', span: image.span, fixes };
    else
      yield {
        message: 'likely',
        data: { image: file.text.slice(image.span.start, image.span.end) },
        span: image.span,
        fixes,
        severity: 'low',
      };
  },
);
