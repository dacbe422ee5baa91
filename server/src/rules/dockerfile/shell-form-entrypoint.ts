import { insertion, type Edit } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { CommandForm, CommandInstruction, HealthcheckInstruction, Stage } from '../../model/dockerfile/index.ts';
import { isPosix, valueOf, type Script, type SimpleCommand } from '../../model/shell/index.ts';
import { isBrokenArray } from './support/broken-array.ts';

/** What only a shell can run. */
const BUILTINS =
  /^(?:\.|:|alias|bg|break|builtin|cd|command|continue|declare|eval|exec|exit|export|fc|fg|getopts|hash|jobs|let|local|read|readonly|return|set|shift|shopt|source|times?|trap|type|typeset|ulimit|umask|unalias|unset|wait)$/;

export const shellFormEntrypoint = dockerfileRule(
  {
    id: 'dockerfile/shell-form-entrypoint',
    title: 'Command in shell form',
    why: 'In shell form a shell is process 1 and the program its child, so the SIGTERM that stops the container never reaches the program: it is killed after the grace period instead of shutting down. A health check in shell form starts a shell each time. Write the command as a JSON array.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      shell: '{keyword} is in shell form, so a shell takes the signals that are meant for the program. Use the JSON form.',
      check: 'HEALTHCHECK is in shell form, so each check starts a shell first, and the image must have one. Use the JSON form.',
    },
    aliases: [
      'buildkit:JSONArgsRecommended',
      'droast:DF018',
      'droast:DF025',
      'hadolint:DL3025',
      'kics:not_using_json_in_cmd_and_entrypoint_arguments',
      'semgrep:prefer-json-notation',
      'tally:buildkit/JSONArgsRecommended',
    ],
    references: ['https://docs.docker.com/reference/build-checks/json-args-recommended/'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructions) {
      const { keyword } = instruction;
      if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') continue;
      const { command } = instruction;
      const stage = model.stageOf(instruction);
      // Who sets SHELL has chosen the shell on purpose.
      if (command?.form !== 'shell' || !stage || model.stateAt(instruction)?.shell || !isPosix(model.dialectAt(instruction)))
        continue;
      // What was meant to be a JSON array is a finding of another rule.
      if (isBrokenArray(command.text)) continue;
      const script = model.script(instruction);
      if (
        !script ||
        script.list.items.length === 0 ||
        script.source.text.includes('$') ||
        /^\s*\[(?:\s|\[)/.test(script.source.text)
      )
        continue;
      // Half a JSON array is shell form, but nobody meant its brackets as words.
      const isHalfArray = /^\s*\[/.test(script.source.text);
      if (isHalfArray && /[,[]\s*$/.test(script.source.text)) continue;
      const simple = simpleCommand(script);
      if (startsWithExec(script) || (keyword === 'HEALTHCHECK' && !simple)) continue;
      const fix = isHalfArray ? undefined : simple ? wordsFix(simple, isAlone(instruction, stage)) : shellFix(file.text, command);
      const fixes = fix ? [fix] : [];
      // A health check is not process 1, and nobody sends it signals.
      if (keyword === 'HEALTHCHECK') yield { message: 'check', span: command.span, fixes };
      else yield { message: 'shell', data: { keyword }, span: command.span, fixes };
    }
  },
);

/** With `exec` the program takes the shell's place, and its signals. */
function startsWithExec({ list }: Script): boolean {
  const last = list.items.at(-1)?.pipelines.at(-1)?.commands.at(-1);
  return last?.kind === 'simple' && last.words[0] !== undefined && valueOf(last.words[0]) === 'exec';
}

/** The script's one command, if no shell is needed to run it. */
function simpleCommand({ list, comments }: Script): SimpleCommand | undefined {
  const [item, ...more] = list.items;
  const [pipeline, ...others] = item?.pipelines ?? [];
  const command = pipeline?.commands[0];
  if (
    more.length + others.length + comments.length > 0 ||
    item?.terminator ||
    pipeline?.negated ||
    pipeline?.commands.length !== 1
  )
    return undefined;
  if (command?.kind !== 'simple' || command.assignments.length + command.redirections.length > 0) return undefined;
  const plain = command.words.every(({ parts }, index) => {
    const value = valueOf({ parts });
    const bare = parts.some((part) => part.kind === 'glob' || (part.kind === 'literal' && /^~|[{}]/.test(part.value)));
    return value !== undefined && !bare && !(index === 0 && BUILTINS.test(value));
  });
  return plain ? command : undefined;
}

/** Whether the command's form changes nothing for another instruction: an ENTRYPOINT in JSON form takes CMD as its arguments. */
function isAlone({ keyword }: CommandInstruction | HealthcheckInstruction, { final, instructions }: Stage): boolean {
  if (keyword === 'HEALTHCHECK') return true;
  return keyword === 'CMD'
    ? final.entrypoint === undefined
    : final.cmd === undefined && !instructions.some((other) => other.keyword === 'CMD');
}

/** Quotes each word where it stands, so that continuation lines and comments stay. */
function wordsFix({ words }: SimpleCommand, isSafe: boolean) {
  const edits = words.map((word, index): Edit => {
    const newText = `${index === 0 ? '[' : ''}${JSON.stringify(valueOf(word))}${index === words.length - 1 ? ']' : ','}`;
    return { span: word.span, newText };
  });
  const [first, ...rest] = edits;
  return (
    first && ({ title: 'Use the JSON form', applicability: isSafe ? 'safe' : 'suggested', edits: [first, ...rest] } as const)
  );
}

/** Gives the script to an explicit shell. */
function shellFix(text: string, { span }: CommandForm) {
  const script = text.slice(span.start, span.end);
  if (/[^ -\u{10FFFF}\r\n]/u.test(script)) return undefined;
  const escapes = [...script.matchAll(/["\\](?![ \t]*\r?\n)/g)].map(({ index }) => insertion(span.start + index, '\\'));
  const edits = [insertion(span.start, '["/bin/sh", "-c", "'), ...escapes, insertion(span.end, '"]')] as const;
  return { title: 'Name the shell in the JSON form', applicability: 'suggested', edits } as const;
}
