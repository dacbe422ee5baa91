import { insertion, type Edit } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Pair } from '../../model/dockerfile/index.ts';
import { hasCommentLine } from './support/edits.ts';

export const legacyKeyValue = dockerfileRule(
  {
    id: 'dockerfile/legacy-key-value',
    title: 'Name and value without an equals sign',
    why: 'The old form `ENV name value` takes the rest of the line as one value, so a second variable on the line becomes part of the first, and it may go away one day. Write `name=value`.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { legacy: 'Write `{name}=…` with an equals sign; {keyword} without one is an old form.' },
    aliases: ['buildkit:LegacyKeyValueFormat', 'dockerfile-utils:SYNTAX_MISSING_EQUALS', 'tally:buildkit/LegacyKeyValueFormat'],
    references: ['https://docs.docker.com/reference/build-checks/legacy-key-value-format/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ENV', 'LABEL')) {
      const [pair] = instruction.pairs;
      if (!instruction.isLegacy || !pair?.value) continue;
      const fix = equalsFix(file.text, pair);
      const data = { name: pair.name, keyword: instruction.keyword };
      yield { message: 'legacy', data, span: pair.nameSpan, fixes: fix ? [fix] : [] };
    }
  },
);

/** In the old form white space and all that stands between belong to the value; in the new one they need quotes. */
function equalsFix(text: string, { nameSpan, value }: Pair): Fix | undefined {
  if (!value) return undefined;
  const { start, end } = value.span;
  const gap = { start: nameSpan.end, end: start };
  if (hasCommentLine(text.slice(nameSpan.start, end))) return undefined;
  const written = value.text.text;
  const edits: Edit[] = [{ span: gap, newText: '=' }];
  const isOneWord = !/\s/.test(written) || /^"[^"\\]*"$|^'[^']*'$/.test(written);
  if (!isOneWord) {
    // With quotes inside, it depends on them what another pair would mean.
    if (/["'\\`]/.test(written)) return undefined;
    edits[0] = { span: gap, newText: '="' };
    edits.push(insertion(end, '"'));
  }
  return { title: 'Write an equals sign', applicability: 'safe', edits };
}
