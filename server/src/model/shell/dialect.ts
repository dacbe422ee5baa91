import { baseNameOf } from './names.ts';

/** The languages in which a RUN may be written; `other` is no shell that we read. */
export type Dialect = 'sh' | 'bash' | 'ash' | 'zsh' | 'cmd' | 'powershell' | 'other';

const DIALECTS: Readonly<Record<string, Dialect>> = {
  sh: 'sh',
  dash: 'sh',
  ksh: 'sh',
  mksh: 'sh',
  ash: 'ash',
  busybox: 'ash',
  bash: 'bash',
  zsh: 'zsh',
  cmd: 'cmd',
  powershell: 'powershell',
  pwsh: 'powershell',
};

/** The dialect of the program `command`, which may be a path and end in `.exe`. */
export const dialectOf = (command: string): Dialect => DIALECTS[baseNameOf(command)] ?? 'other';

/** Whether the dialect has the grammar of POSIX sh, as far as commands, words and quotes go. */
export const isPosix = (dialect: Dialect): boolean =>
  dialect === 'sh' || dialect === 'bash' || dialect === 'ash' || dialect === 'zsh';

/** The dialect that a first line `#!…` asks for; undefined without one. */
export function shebangDialect(text: string): Dialect | undefined {
  const line = /^\s*#![ \t]*([^\r\n]{1,300})/.exec(text)?.[1];
  if (line === undefined) return undefined;
  const [program = '', ...args] = line.trim().split(/[ \t]+/);
  const isEnv = baseNameOf(program) === 'env';
  return dialectOf(isEnv ? (args.find((arg) => !arg.startsWith('-') && !arg.includes('=')) ?? '') : program);
}
