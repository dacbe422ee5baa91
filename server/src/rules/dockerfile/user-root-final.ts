import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { accountsOf } from './support/accounts.ts';
import { baseUser, beforeStart, bottomOf, isRoot, unprivileged } from './support/user.ts';

export const userRootFinal = dockerfileRule(
  {
    id: 'dockerfile/user-root-final',
    title: 'Image ends as root',
    why: 'The last USER decides as whom the program runs. Root is fine for installing, but whoever breaks into a program that runs as root is root in the container. Change back to an unprivileged user before the image ends.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis', 'nsa'],
    messages: { root: 'The image runs as {user}. Let the last USER be an unprivileged one.' },
    aliases: [
      'checkov:CKV_DOCKER_8',
      'droast:DF002',
      'hadolint:DL3002',
      'kics:last_user_is_root',
      'semgrep:last-user-is-root',
      'tally:hadolint/DL3002',
      'trivy:DS-0002',
    ],
    references: ['CIS Docker 4.1', 'CWE-250'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    const stage = model.finalStage;
    const user = stage?.final.user;
    if (!stage || model.isTemplate || stage.isWindows || user?.value === undefined || !isRoot(user.value)) return;
    const earlier = earlierUser(model, stage);
    const { user: name, lines } =
      earlier === undefined ? unprivileged(model, stage) : { user: earlier, lines: [`USER ${earlier}`] };
    const title = lines.length > 1 ? `Create the user ${name} and run as it` : `Run as ${name}`;
    const { word, keywordSpan } = user.instruction;
    yield {
      message: 'root',
      data: { user: user.value },
      span: word?.span ?? keywordSpan,
      fixes: [{ title, applicability: 'suggested', edits: [beforeStart(model, stage, lines, file.eol)] }],
    };
  },
);

/** The unprivileged user that was last in force: set in the file, or by the base image. */
function earlierUser(model: Dockerfile, stage: Stage): string | undefined {
  const accounts = accountsOf(model, stage);
  for (const { instructions, scope } of lineage(stage)) {
    for (const instruction of instructions.toReversed()) {
      if (instruction.keyword !== 'USER' || !instruction.word) continue;
      const { value } = model.expand(instruction.word, instruction);
      if (value === undefined || isRoot(value) || accounts.isGone(value.replace(/:.*/, ''))) continue;
      // A variable is only good where it is declared.
      const written = instruction.word.text.text;
      return scope === stage.scope ? written : value;
    }
  }
  const { name } = baseUser(bottomOf(stage));
  return name === undefined || accounts.isGone(name) ? undefined : name;
}
