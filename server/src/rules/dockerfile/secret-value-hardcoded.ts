import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { findCredentials, isRandomLooking, isSecretName, type Credential } from '../../knowledge/secrets.ts';
import type { Instruction, Pair } from '../../model/dockerfile/index.ts';
import { mountEdit, mountTitle, secretFix, VariableUses } from './support/secret-mount.ts';

export const secretValueHardcoded = dockerfileRule(
  {
    id: 'dockerfile/secret-value-hardcoded',
    title: 'Credential written in the Dockerfile',
    why: 'The file is in version control and its values are in every image, so whoever reads either has the credential. Revoke it, and pass the new one with `RUN --mount=type=secret` or when the container starts.',
    severity: 'critical',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      form: 'This is {what}, and everyone who can read this file or pull the image has it. Revoke it.',
      value:
        'The value of {name} looks like a real credential, and everyone who can read this file or pull the image has it. Revoke it.',
    },
    aliases: ['droast:DF014', 'kics:passwords_and_secrets', 'tally:tally/secrets-in-code'],
    references: ['CWE-798', 'https://docs.docker.com/build/building/secrets/'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    const uses = VariableUses.of(model);
    for (const instruction of model.instructions) {
      const { start, end } = instruction.span;
      const pairs =
        instruction.keyword === 'ENV' || instruction.keyword === 'ARG' || instruction.keyword === 'LABEL'
          ? instruction.pairs
          : [];
      const credentials = findCredentials(file.text.slice(start, end)).map((each) => ({
        ...each,
        start: start + each.start,
        end: start + each.end,
      }));
      for (const credential of credentials) {
        const fix = fixFor(uses, instruction, pairs, credential);
        const span = { start: credential.start, end: credential.end };
        yield {
          message: 'form',
          data: { what: credential.label },
          span,
          secrets: [span],
          fixes: fix ? [fix] : [],
        };
      }
      for (const pair of pairs) {
        const value = pair.value;
        if (!value || !isSecretName(pair.name) || value.text.text.includes('$')) continue;
        if (credentials.some((each) => each.start >= value.span.start && each.end <= value.span.end)) continue;
        const text = model.expand(value, instruction).value;
        if (text === undefined || !isRandomLooking(text)) continue;
        const fix = pairFix(uses, instruction, pair);
        yield { message: 'value', data: { name: pair.name }, span: value.span, secrets: [value.span], fixes: fix ? [fix] : [] };
      }
    }
  },
);

function pairFix(uses: VariableUses, instruction: Instruction, pair: Pair): Fix | undefined {
  const stage = uses.model.stageOf(instruction);
  return stage && (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
    ? secretFix(uses, stage, instruction, pair)
    : undefined;
}

function fixFor(
  uses: VariableUses,
  instruction: Instruction,
  pairs: readonly Pair[],
  { variable, start, end }: Credential,
): Fix | undefined {
  const { model } = uses;
  const pair = pairs.find(({ span }) => span.start <= start && end <= span.end);
  if (pair) return isSecretName(pair.name) ? pairFix(uses, instruction, pair) : undefined;
  if (
    instruction.keyword !== 'RUN' ||
    instruction.command.form !== 'shell' ||
    instruction.hereDocuments.length > 0 ||
    variable === undefined
  )
    return undefined;
  // In single quotes the shell would not expand the variable.
  if (model.text.slice(instruction.span.start, start).split("'").length % 2 === 0) return undefined;
  const mount = mountEdit(model, instruction, variable);
  const edit = { span: { start, end }, newText: `\${${variable}}` };
  return mount && { title: mountTitle(variable), applicability: 'suggested', edits: [mount, edit] };
}
