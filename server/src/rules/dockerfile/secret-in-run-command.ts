import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { findCredentials, isNoSecret, isPlaceholder } from '../../knowledge/secrets.ts';
import { isPredefined, type CommandInstruction, type Dockerfile, type Invocation } from '../../model/dockerfile/index.ts';
import { valueOf, type Word } from '../../model/shell/index.ts';
import { isAssetBuild, isThrowAway } from './support/asset-build.ts';
import { keyFiles, writtenSecrets } from './support/credential-files.ts';
import { comparable, leftOut } from './support/deleted-files.ts';
import { runs } from './support/commands.ts';
import { hasSecretUrl, secretArguments, secretAssignments, type SecretArgument } from './support/secret-arguments.ts';
import { hasCommand, namesIn } from './support/words.ts';
import { mountEdit, mountTitle, secretFix, VariableUses } from './support/secret-mount.ts';

export const secretInRunCommand = dockerfileRule(
  {
    id: 'dockerfile/secret-in-run-command',
    title: 'Secret in the arguments of a command',
    why: 'The arguments of a RUN stay readable in the history of the image, and so do the arguments of the build that it uses. Hand the secret over with `RUN --mount=type=secret`.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      literal:
        'This {what} is written into the command, and stays in the history of the image. Mount it with `RUN --mount=type=secret`.',
      variable:
        'The variable {name} ends up in the history of the image. Mount it with `RUN --mount=type=secret` instead of passing it as an argument of the build.',
      file: '`{command}` reads a key from this file, which stays in a layer when it is not mounted. Mount it with `RUN --mount=type=secret`.',
    },
    aliases: ['tally:tally/require-secret-mounts', 'trivy:DS-0031'],
    references: ['CWE-522', 'CWE-214', 'https://docs.docker.com/build/building/secrets/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const uses = VariableUses.of(model);
    for (const { instruction, invocations } of runs(model)) {
      // Who mounts secrets knows how to hand them over.
      if (instruction.flags.some(({ name, value }) => name === 'mount' && value?.text.includes('type=secret'))) continue;
      const buildsAssets = invocations.some(isAssetBuild);
      for (const invocation of invocations) {
        const isForAssets = isAssetBuild(invocation) || (buildsAssets && invocation.name === 'export');
        for (const { word, what, variable } of candidates(invocation, model.text)) {
          if (isForAssets && what === 'value' && isThrowAway(word)) continue;
          const names = namesIn(word);
          if (names.length === 0) {
            if (hasCommand(word) || !isLiteral(word)) continue;
            const fix = literalFix(model, instruction, word, variable);
            yield { message: 'literal', data: { what }, span: word.span, secrets: [word.span], fixes: fix ? [fix] : [] };
            continue;
          }
          const found = variableFinding(uses, instruction, word, names);
          if (found) yield found;
        }
        for (const { word, path } of keyFiles(invocation))
          if (!leftOut(instruction, invocations, model.text)(comparable(path)))
            yield { message: 'file', data: { command: invocation.name }, span: word.span };
        for (const { word, name } of writtenSecrets(invocation, model.text)) {
          const found = variableFinding(uses, instruction, word, [name]);
          if (found) yield found;
        }
      }
    }
  },
);

/** What is said of a word with the variables `names`, the first of which that the build is given is taken for the secret. */
function variableFinding(uses: VariableUses, instruction: CommandInstruction, { span }: Word, names: readonly string[]) {
  const { model } = uses;
  const name = names.find((each) => model.binding(each, instruction)?.kind === 'arg' && !isPredefined(each));
  const binding = name === undefined ? undefined : model.binding(name, instruction);
  if (name === undefined || !binding) return undefined;
  const stage = model.stageOf(binding.instruction);
  const fix = stage && secretFix(uses, stage, binding.instruction, binding.pair);
  return { message: 'variable', data: { name }, span, fixes: fix ? [fix] : [] } as const;
}

function* candidates(invocation: Invocation, text: string): Generator<SecretArgument> {
  const told = new Set<Word>();
  for (const found of secretArguments(invocation, text)) {
    told.add(found.word);
    yield found;
  }
  for (const word of invocation.args)
    if (!told.has(word) && hasSecretUrl(text.slice(word.span.start, word.span.end)))
      yield { word, what: 'token', variable: 'TOKEN' };
  for (const { name, value } of secretAssignments(invocation)) if (value) yield { word: value, what: 'value', variable: name };
}

/** Whether a word is a secret that is written out; one that is told by its form is a finding of secret-value-hardcoded. */
function isLiteral(word: Word): boolean {
  const value = valueOf(word) ?? '';
  const secret = /^(?:--[\w-]+=)?[\w.:/-]*(?:=|: ?(?:Bearer |Basic |token )?)(\S+)$/i.exec(value)?.[1] ?? value;
  return secret !== '' && !isPlaceholder(secret) && !isNoSecret(secret) && findCredentials(value).length === 0;
}

/** Replaces the whole argument by a variable that a secret of the build sets. */
function literalFix(
  model: Dockerfile,
  instruction: CommandInstruction,
  { span, parts }: Word,
  variable: string,
): Fix | undefined {
  const mount = mountEdit(model, instruction, variable);
  const isPlain =
    parts.length === 1 &&
    (parts[0]?.kind === 'literal' || parts[0]?.kind === 'double-quoted' || parts[0]?.kind === 'single-quoted');
  // With a name or key before it, it is not the whole argument.
  if (
    !mount ||
    !isPlain ||
    instruction.command.form !== 'shell' ||
    instruction.isTrigger ||
    /[=:]/.test(model.text.slice(span.start, span.end))
  )
    return undefined;
  return {
    title: mountTitle(variable),
    applicability: 'suggested',
    edits: [mount, { span, newText: `"$${variable}"` }],
  };
}
