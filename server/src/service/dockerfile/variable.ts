import { isSecretName } from '../../knowledge/secrets.ts';
import {
  isPlatformArgument,
  isPredefined,
  isProxyArgument,
  type Binding,
  type Dockerfile,
  type Expansion,
  type Instruction,
  type Pair,
} from '../../model/dockerfile/index.ts';
import { holdsSecret } from './held-secret.ts';
import { code, type LineOf } from '../markdown.ts';
import type { VariablePlace } from './place.ts';

/** Markdown about a variable: what declares it, and its value where that is known. */
export function aboutVariable(place: VariablePlace, model: Dockerfile, lineOf: LineOf): string {
  const { name, instruction, declares, isSetByScript = false } = place;
  const title = `**${name}**`;
  if (declares) return declaration(title, declares, instruction, model, lineOf);
  if (isSetByScript) return `${title} · set by the command itself`;
  const earlier = earlierInGlobal(place, model);
  if (earlier) return declaration(title, earlier, instruction, model, lineOf);
  const sets = 'pairs' in instruction && instruction.keyword !== 'LABEL' && instruction.pairs.some((pair) => pair.name === name);
  const binding = model.binding(name, instruction);
  const isRunLater = RUN_LATER.has(instruction.keyword);
  if (isRunLater && (binding?.kind === 'arg' || (!binding && isPlatformArgument(name))))
    return `${title} · not set here: arguments end with the build, and this runs in the container. Keep it with \`ENV ${name}=$${name}\`.`;
  if (binding) {
    const lines = bound(title, binding, model, lineOf);
    if (sets) lines.push('', 'This is the value from before the instruction; the one that it sets counts behind it.');
    return lines.join('\n');
  }
  if (isPlatformArgument(name))
    return instruction.keyword === 'FROM' || !model.stageOf(instruction)
      ? `${title} · set by the build itself`
      : `${title} · not available here: a stage sees what the build sets only behind \`ARG ${name}\`. Declare it.`;
  if (isProxyArgument(name) && !isRunLater)
    return `${title} · set by the build, if it is given a proxy; no declaration is needed`;
  if (isPredefined(name) && !isRunLater) return `${title} · set by the build, if it is given (\`--build-arg\`)`;
  if (sets)
    return `${title} · not set before this instruction, unless by the base image: the value that it sets counts only behind it`;
  return instruction.keyword === 'RUN'
    ? `${title} · set by the command itself, or by the base image`
    : `${title} · nothing in this file declares it; only the base image may set it`;
}

/** Instructions whose commands run in the container, which has the environment variables only. */
const RUN_LATER: ReadonlySet<Instruction['keyword']> = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** Before the first FROM, and only there, an argument is known within the instruction that declares it. */
function earlierInGlobal({ name, instruction, span }: VariablePlace, model: Dockerfile): Pair | undefined {
  if (instruction.keyword !== 'ARG' || model.stageOf(instruction)) return undefined;
  return instruction.pairs.findLast((pair) => pair.name === name && pair.span.end < span.start);
}

function declaration(title: string, pair: Pair, instruction: Instruction, model: Dockerfile, lineOf: LineOf): string {
  const expansion = pair.value && model.expand(pair.value, instruction);
  return [`${title} · ${kindOf(instruction)}`, '', ...valueLines(pair.name, expansion, instruction, model, lineOf)].join('\n');
}

function bound(title: string, { pair, instruction, expansion }: Binding, model: Dockerfile, lineOf: LineOf): string[] {
  const where = `line ${lineOf(instruction.span.start)}`;
  return [`${title} · ${kindOf(instruction)}, ${where}`, '', ...valueLines(pair.name, expansion, instruction, model, lineOf)];
}

const kindOf = ({ keyword }: Instruction): string => (keyword === 'ENV' ? 'environment variable' : 'build argument');

function valueLines(
  name: string,
  expansion: Expansion | undefined,
  declared: Instruction,
  model: Dockerfile,
  lineOf: LineOf,
): readonly string[] {
  const lines: string[] = [];
  const value = expansion?.value;
  if (isSecretName(name) && value !== undefined && value !== '')
    lines.push('Its value is not shown, because the name is that of a secret.');
  else if (expansion && holdsSecret(expansion, declared, model)) lines.push('Its value is not shown, because it holds a secret.');
  else if (value !== undefined) lines.push(`Value: ${code(value)}`);
  else lines.push(declared.keyword === 'ARG' && !expansion ? whoGives(name) : 'Its value is not known before the build.');
  const global = model.global.find(name, Infinity);
  if (declared.keyword === 'ARG' && model.stageOf(declared) && global)
    lines.push('', `Repeats the argument of line ${lineOf(global.instruction.span.start)}, before the first FROM.`);
  return lines;
}

/** Where an argument without a default has its value from. */
function whoGives(name: string): string {
  if (isPlatformArgument(name)) return 'The build sets it by itself.';
  if (isProxyArgument(name)) return 'The build sets it, if it is given a proxy; no declaration is needed.';
  return 'No default: the build has to give it (`--build-arg`).';
}
