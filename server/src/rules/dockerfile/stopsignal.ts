import type { Applicability } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';

/** Signals of Linux in the order of their numbers, from 1. */
const SIGNALS =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );
/** Other names that Linux and the engine know. */
const SYNONYMS: Readonly<Record<string, string>> = { IOT: 'ABRT', CLD: 'CHLD', POLL: 'IO' };
const REAL_TIME = /^(?:SIG)?(RTMIN(?:\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?)$/;

export const stopsignal = dockerfileRule(
  {
    id: 'dockerfile/stopsignal',
    title: 'Signal that stops the container',
    why: 'STOPSIGNAL is what the program gets first when its container is stopped. SIGKILL and SIGSTOP cannot be caught, so it has no chance to finish; a name that the engine does not know fails the build.',
    severity: 'low',
    confidence: 'high',
    profiles: ['strict'],
    messages: {
      invalid: '"{signal}" is no signal.',
      ungraceful: '{signal} cannot be caught, so the program cannot finish its work. Use SIGTERM.',
      canonical: 'Write the signal by its full name: {name}.',
    },
    aliases: [
      'dockerfile-utils:INVALID_SIGNAL',
      'tally:tally/no-ungraceful-stopsignal',
      'tally:tally/prefer-canonical-stopsignal',
    ],
    references: [
      'https://docs.docker.com/reference/dockerfile/#stopsignal',
      'https://man7.org/linux/man-pages/man7/signal.7.html',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('STOPSIGNAL')) {
      if (!instruction.word) continue;
      const { span } = instruction.word;
      const signal = model.expand(instruction.word, instruction).value;
      if (signal === undefined) continue;
      const name = canonical(signal);
      const written = file.text.slice(span.start, span.end);
      const isWritten = written === signal || written === `"${signal}"`;
      const fixes = (newText: string, applicability: Applicability) =>
        isWritten ? [{ title: `Use ${newText}`, applicability, edits: [{ span, newText }] } as const] : [];
      if (name === undefined) yield { message: 'invalid', data: { signal }, span };
      else if (name === 'SIGKILL' || name === 'SIGSTOP')
        yield { message: 'ungraceful', data: { signal: name }, span, fixes: fixes('SIGTERM', 'suggested') };
      else if (name !== signal) yield { message: 'canonical', data: { name }, span, fixes: fixes(name, 'safe') };
    }
  },
);

/** `SIGTERM` for `term`, `TERM` and `15`; undefined for what is no signal. */
function canonical(signal: string): string | undefined {
  if (/^\d+$/.test(signal)) {
    const number = Number(signal);
    const name = SIGNALS[number - 1];
    if (name !== undefined) return `SIG${name}`;
    return number >= 34 && number <= 64
      ? number === 34
        ? 'SIGRTMIN'
        : number <= 49
          ? `SIGRTMIN+${number - 34}`
          : number === 64
            ? 'SIGRTMAX'
            : `SIGRTMAX-${64 - number}`
      : undefined;
  }
  const upper = signal.toUpperCase();
  const realTime = REAL_TIME.exec(upper)?.[1];
  if (realTime !== undefined) return `SIG${realTime}`;
  const short = upper.replace(/^SIG/, '');
  const name = SYNONYMS[short] ?? short;
  return SIGNALS.includes(name) ? `SIG${name}` : undefined;
}
