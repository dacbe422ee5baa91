import { VERSION } from '../base/product.ts';
import { advisoriesCommand } from './advisories.ts';
import { Failure } from './failure.ts';
import { explain } from './explain.ts';
import { HELP } from './help.ts';
import { listRules } from './rules.ts';
import { scanCommand } from './scan.ts';

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (
    command === undefined ||
    command === '--help' ||
    command === '-h' ||
    command === 'help' ||
    rest.includes('--help') ||
    rest.includes('-h')
  ) {
    process.stdout.write(HELP);
    return command === undefined ? 2 : 0;
  }
  switch (command) {
    case '--version':
    case '-v':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'scan':
      return scanCommand(rest);
    case 'rules':
      return listRules(rest);
    case 'explain':
      return explain(rest);
    case 'advisories':
      return advisoriesCommand(rest);
    case 'lsp':
      await import('../hosts/node.ts').then(({ serve }) => serve());
      return new Promise(() => {});
    default:
      throw new Failure(`there is no command "${command}"`);
  }
}

/** A reader that went away (`larboard … | head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const failure = error instanceof Failure;
    const message = failure
      ? `${error.message}${error.exitCode === 2 ? ' (see larboard --help)' : ''}`
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
    process.stderr.write(`larboard: ${message}\n`);
    process.exitCode = failure ? error.exitCode : 3;
  },
);
