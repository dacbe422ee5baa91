import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { PairsInstruction } from '../../model/dockerfile/index.ts';
import { hasCommentLine } from './support/edits.ts';

export const envSelfReference = dockerfileRule(
  {
    id: 'dockerfile/env-self-reference',
    title: 'ENV uses a variable that the same instruction sets',
    why: 'All values of one ENV are worked out before any of them is set, so a variable that the instruction sets is still empty, or has its old value, in the others. Set it in an instruction of its own, before.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: '{name} is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
    },
    aliases: ['droast:DF062', 'hadolint:DL3044', 'kics:env_no_refer_envvar'],
    references: ['https://docs.docker.com/reference/dockerfile/#environment-replacement'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ENV')) {
      if (instruction.isLegacy || instruction.pairs.length < 2) continue;
      const setAt = new Map(instruction.pairs.map(({ name }, index) => [name, index]));
      for (const [index, { value, name: own }] of instruction.pairs.entries()) {
        if (!value?.text.text.includes('$')) continue;
        for (const { name, operator, span } of model.expand(value, instruction).variables) {
          const other = setAt.get(name);
          // What was set before, or comes from the base image like PATH, has its old value, which may be meant.
          if (other === undefined || name === own || operator !== undefined || name === 'PATH') continue;
          if (model.binding(name, instruction)) continue;
          const fix = other < index ? splitFix(file.text, file.eol, instruction, index) : undefined;
          yield { message: 'unset', data: { name }, span, fixes: fix ? [fix] : [] };
        }
      }
    }
  },
);

/** Starts a new instruction with the pair `index`. */
function splitFix(text: string, eol: string, instruction: PairsInstruction, index: number): Fix | undefined {
  const [before, pair] = [instruction.pairs[index - 1], instruction.pairs[index]];
  if (!before || !pair || instruction.isTrigger) return undefined;
  const span = { start: before.span.end, end: pair.span.start };
  if (hasCommentLine(text.slice(span.start, span.end))) return undefined;
  return {
    title: 'Set it in an ENV of its own',
    applicability: 'safe',
    edits: [{ span, newText: `${eol}${instruction.keywordText} ` }],
  };
}
