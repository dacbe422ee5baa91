import { readArguments, valueOf, type Invocation, type OptionSpec } from '../../../model/shell/index.ts';

/** Options of apt-get that take a value, from apt-get(8). */
export const APT_OPTIONS: OptionSpec = {
  short: 'octaP',
  long: [
    'option',
    'config-file',
    'target-release',
    'default-release',
    'host-architecture',
    'build-profiles',
    'quiet-level',
    'solver',
    'planner',
  ],
};

/** `install` of `apt-get -o A=b install x`; undefined when it is another program or not known. */
export function aptCommand({ name, args }: Invocation): string | undefined {
  if (name !== 'apt-get' && name !== 'apt') return undefined;
  const [command] = readArguments(args, APT_OPTIONS).operands;
  return command && valueOf(command);
}
