import { dockerfileRule } from '../../engine/rule.ts';
import { findCredentials, isNoSecret, isPlaceholder, isRandomLooking, isSecretName } from '../../knowledge/secrets.ts';
import {
  UNKNOWN,
  type Dockerfile,
  type Pair,
  type PairsInstruction,
  type Stage,
  type Word,
} from '../../model/dockerfile/index.ts';
import { secretFix, VariableUses } from './support/secret-mount.ts';

export const secretInEnvOrArg = dockerfileRule(
  {
    id: 'dockerfile/secret-in-env-or-arg',
    title: 'Secret in ENV or ARG',
    why: 'ENV and ARG are kept in the image and its history, where everyone who can pull it can read them. Give a build its secrets with `RUN --mount=type=secret`, and a container when it starts.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      env: '{name} is kept in the image, where everyone who can pull it can read it.',
      declared:
        '{name} is an argument of the build, and what a build is given is recorded with the image. Pass it with `RUN --mount=type=secret` instead.',
      arg: '{name} is kept in the history of the image. Pass it with `RUN --mount=type=secret` instead.',
    },
    aliases: [
      'buildkit:SecretsUsedInArgOrEnv',
      'dockle:CIS-DI-0010',
      'droast:DF013',
      'hadolint:DL3064',
      'kics:env_instruction_has_secret',
      'kics:passwords_and_secrets',
      'semgrep:secret-in-build-arg',
      'tally:buildkit/SecretsUsedInArgOrEnv',
      'tally:tally/ruby/secrets-in-arg-or-env',
      'trivy:DS-0031',
    ],
    references: [
      'CWE-522',
      'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
      'https://docs.docker.com/build/building/secrets/',
    ],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const uses = VariableUses.of(model);
    for (const instruction of model.instructionsOf('ENV', 'ARG')) {
      const { keyword } = instruction;
      const stage = model.stageOf(instruction);
      for (const pair of instruction.pairs) {
        if (!isSecretName(pair.name)) continue;
        const found = evidence(uses, stage, instruction, pair);
        if (found === undefined) continue;
        // What ONBUILD declares is used in files that are not known.
        const fix = instruction.isTrigger ? undefined : stage && secretFix(uses, stage, instruction, pair);
        yield {
          message: keyword === 'ENV' ? 'env' : found === 'declared' ? 'declared' : 'arg',
          data: { name: pair.name },
          span: pair.nameSpan,
          secrets: pair.value ? [pair.value.span] : [],
          severity: found === 'declared' ? 'low' : found,
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
);

/** How bad it is by what is known: a literal value, then one that a build must be given and uses, then a name alone. Undefined: no secret. */
function evidence(
  uses: VariableUses,
  stage: Stage | undefined,
  instruction: PairsInstruction,
  pair: Pair,
): 'high' | 'medium' | 'low' | 'declared' | undefined {
  const { model } = uses;
  const written = pair.value?.text.text ?? '';
  const value = pair.value && model.expand(pair.value, instruction).value;
  const isReference = written.includes('$');
  // A literal that is a credential by its looks is a finding of secret-value-hardcoded.
  if (!isReference && value !== undefined && (findCredentials(written).length > 0 || isRandomLooking(value))) return undefined;
  if (value !== undefined && value !== '' && isNoSecret(value)) return undefined;
  if (!isReference && value !== undefined && value !== '') return isPlaceholder(value) ? 'medium' : 'high';
  if (!stage || (pair.value && isEmpty(model, pair.value, instruction))) return undefined;
  const inImage = uses.inImage.has(stage);
  if (instruction.keyword === 'ENV') return written === '' || value === '' ? undefined : inImage ? 'high' : 'low';
  const { runs, aliases, hasOthers, hasLaterRuns } = uses.consumers(stage, pair.name, instruction);
  if (runs.length > 0 || aliases.length > 0 || hasOthers) return inImage ? 'medium' : 'low';
  return hasLaterRuns ? 'low' : 'declared';
}

/** Whether a value consists of variables that nothing declares, so that it is empty, or what the base image has set already. */
function isEmpty(model: Dockerfile, value: Word, instruction: PairsInstruction): boolean {
  const { site, variables } = model.expand(value, instruction);
  if (variables.length === 0 || site.text.replaceAll(UNKNOWN, '') !== '') return false;
  return variables.every(({ name, operator }) => operator === undefined && model.binding(name, instruction) === undefined);
}
