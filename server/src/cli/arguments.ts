import { parseArgs } from 'node:util';
import { ADVISORY_SOURCES, type AdvisorySource, FAIL_ON, type FailOn } from '../engine/config/schema.ts';
import { KUBERNETES_VERSION } from '../knowledge/kubernetes-version.ts';
import { PROFILES, type Profile } from '../engine/rule.ts';
import { SEVERITIES, type Severity } from '../engine/severity.ts';
import { Failure } from './failure.ts';

export const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export interface ScanArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output?: string;
  /** Absent: as the configuration says, or `high`. */
  readonly failOn?: FailOn;
  readonly profile?: Profile;
  readonly minimumSeverity?: Severity;
  readonly config?: string;
  readonly kubernetesVersion?: string;
  readonly advisories?: AdvisorySource;
  /** Which fixes to apply. */
  readonly fix: 'none' | 'safe' | 'suggested';
  readonly dryRun: boolean;
  readonly filesFrom?: string;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
}

const OPTIONS = {
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  profile: { type: 'string' },
  'minimum-severity': { type: 'string' },
  config: { type: 'string' },
  'kubernetes-version': { type: 'string' },
  advisories: { type: 'string' },
  fix: { type: 'boolean' },
  'fix-suggested': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'files-from': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
} as const;

/** @throws Failure (exit code 2) that names the option and what it takes. */
export function scanArguments(args: readonly string[]): ScanArguments {
  const { values, positionals } = parseOptions(args);
  const config = values.config;
  const version = values['kubernetes-version'];
  if (version !== undefined && !KUBERNETES_VERSION.test(version))
    throw new Failure(`--kubernetes-version takes a version such as 1.34, not "${version}"`);
  const profile = choice('--profile', values.profile, PROFILES);
  const failOn = choice('--fail-on', values['fail-on'], FAIL_ON);
  const minimumSeverity = choice('--minimum-severity', values['minimum-severity'], SEVERITIES);
  const advisories = choice('--advisories', values.advisories, ADVISORY_SOURCES);
  // A lone `-` means standard input, as it does for other programs.
  const stdin = values.stdin === true || positionals.includes('-');
  const paths = positionals.filter((each) => each !== '-');
  if (stdin && (paths.length > 0 || values['files-from'] !== undefined))
    throw new Failure('--stdin analyses standard input alone; leave the paths out');
  if (stdin && values['stdin-filename'] === undefined)
    throw new Failure('--stdin needs --stdin-filename, which tells what kind of file it is');
  if (values['dry-run'] && !values.fix && !values['fix-suggested'])
    throw new Failure('--dry-run shows what --fix or --fix-suggested would do; give one of them');
  return {
    paths,
    format: choice('--format', values.format, FORMATS) ?? 'text',
    fix: values['fix-suggested'] ? 'suggested' : values.fix ? 'safe' : 'none',
    dryRun: values['dry-run'] ?? false,
    stdin,
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(profile === undefined ? {} : { profile }),
    ...(minimumSeverity === undefined ? {} : { minimumSeverity }),
    ...(advisories === undefined ? {} : { advisories }),
    ...(config === undefined ? {} : { config }),
    ...(version === undefined ? {} : { kubernetesVersion: version }),
    ...(values['files-from'] === undefined ? {} : { filesFrom: values['files-from'] }),
    ...(values['stdin-filename'] === undefined ? {} : { stdinFilename: values['stdin-filename'] }),
  };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(message.split('. ')[0] ?? message);
  }
}

export function choice<const T extends string>(option: string, given: string | undefined, options: readonly T[]): T | undefined {
  const found = options.find((each) => each === given);
  if (given !== undefined && found === undefined)
    throw new Failure(`${option} takes one of ${options.join(', ')}, not "${given}"`);
  return found;
}
