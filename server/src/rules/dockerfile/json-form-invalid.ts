import { dockerfileRule } from '../../engine/rule.ts';
import type { Instruction } from '../../model/dockerfile/index.ts';
import { isPosix, type MappedText } from '../../model/shell/index.ts';
import { arrayFix, isBrokenArray } from './support/broken-array.ts';

export const jsonFormInvalid = dockerfileRule(
  {
    id: 'dockerfile/json-form-invalid',
    title: 'Brackets that are no valid JSON',
    why: 'JSON knows only double quotes, and no comma behind the last string. Docker takes anything else for the shell form, so a shell runs the text as it stands, brackets and all, or files of strange names are copied.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      array:
        'This is no valid JSON, so {keyword} takes it as it stands, brackets and all. Use double quotes, with commas between.',
      shell: 'SHELL takes only the JSON form: `SHELL ["/bin/bash", "-c"]`.',
    },
    aliases: ['dockerfile-utils:JSON_IN_SINGLE_QUOTES', 'tally:tally/invalid-json-form'],
    references: ['https://docs.docker.com/reference/dockerfile/#exec-form'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.effectiveInstructions()) {
      const { keyword } = instruction;
      if (keyword === 'SHELL') {
        if (instruction.elements.length === 0 && instruction.args.length > 0)
          yield { message: 'shell', span: instruction.args.span(0, instruction.args.length) };
        continue;
      }
      const text = textOf(instruction);
      if (!text || !isPosix(model.dialectAt(instruction)) || !isBrokenArray(text)) continue;
      const fix = arrayFix(text);
      // What is no list of strings may be a test of the shell: `[ "$A" = b ]`.
      if (!fix && (text.text.includes('$') || /\s(?:[=!<>]=?|-[a-z]+)\s/.test(text.text) || keyword === 'RUN')) continue;
      yield { message: 'array', data: { keyword }, span: text.span(0, text.text.trimEnd().length), fixes: fix ? [fix] : [] };
    }
  },
);

/** What may have been meant to be a JSON array. */
function textOf(instruction: Instruction): MappedText | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return instruction.command?.form === 'shell' && instruction.hereDocuments.length === 0
        ? instruction.command.text
        : undefined;
    case 'COPY':
    case 'ADD': {
      const [first] = instruction.sources;
      if (instruction.isExec || !first) return undefined;
      const at = instruction.args.text.indexOf(first.text.text);
      return at < 0 ? undefined : instruction.args.slice(at, instruction.args.length);
    }
    case 'VOLUME':
      return (instruction.words[0]?.text.text ?? '').startsWith('[') ? instruction.args : undefined;
    default:
      return undefined;
  }
}
