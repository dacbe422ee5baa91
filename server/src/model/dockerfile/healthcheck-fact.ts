import type { Span } from '../../base/span.ts';
import type { State } from './stage.ts';
import type { HealthcheckInstruction } from './syntax.ts';

/** A HEALTHCHECK as plain data: its flags as written, Docker's defaults left out. */
export interface HealthcheckFact {
  /** The words that are run, the shell's first for a shell form; undefined when they are not known. */
  readonly command: readonly string[] | undefined;
  readonly interval: string | undefined;
  readonly timeout: string | undefined;
  readonly startPeriod: string | undefined;
  readonly retries: string | undefined;
  /** The keyword. */
  readonly span: Span;
}

/** Nobody checks with a longer script, and facts are kept small. */
const LONGEST_COMMAND = 2000;

export function healthcheckFact({ healthcheck, shell, dialect }: State): HealthcheckFact | undefined {
  if (healthcheck?.value !== 'CMD') return undefined;
  const { instruction } = healthcheck;
  const flag = (name: string): string | undefined => instruction.flags.findLast((each) => each.name === name)?.value?.text;
  return {
    command: commandOf(instruction, shell?.instruction.elements.map(({ value }) => value) ?? defaultShell(dialect)),
    interval: flag('interval'),
    timeout: flag('timeout'),
    startPeriod: flag('start-period'),
    retries: flag('retries'),
    span: instruction.keywordSpan,
  };
}

const defaultShell = (dialect: State['dialect']): readonly string[] | undefined => (dialect === 'sh' ? ['sh', '-c'] : undefined);

function commandOf(
  { command, args, hereDocuments }: HealthcheckInstruction,
  shell: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!command || args.length > LONGEST_COMMAND || hereDocuments.length > 0) return undefined;
  if (command.form === 'exec') return command.elements.length > 0 ? command.elements.map(({ value }) => value) : undefined;
  const text = command.text.text.trim();
  return shell && text !== '' ? [...shell, text] : undefined;
}
