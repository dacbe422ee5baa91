import { readArguments, valueOf, type Invocation, type Option, type OptionSpec, type Word } from '../../../model/shell/index.ts';
import { APT_OPTIONS } from './apt.ts';

/** What rules about package managers need to know of one. */
export interface PackageManager {
  readonly names: RegExp;
  readonly options: OptionSpec;
  /** Subcommands that install the packages named behind them. */
  readonly installs: RegExp;
  /** Whether an operand names a package in a registry, and not a file, a URL or a group. */
  readonly isPackage: (operand: string) => boolean;
  /** Whether an operand says which version. */
  readonly isPinned: (operand: string) => boolean;
  /** Options with which the versions are said elsewhere. */
  readonly pinning?: RegExp;
  /** What to write, for people. */
  readonly pinned: string;
}

/** A repository that pip, npm and yarn install from. */
const isGit = (operand: string): boolean => /^git\+|^git:\/\//.test(operand);
const isFile = (operand: string): boolean =>
  /^[./~]|^[a-z][a-z0-9+.-]*:\/\/|\.(?:deb|rpm|apk|whl|gem|tgz|zip|tar(?:\.\w+)?)$/i.test(operand);
const RPM_OPTIONS: OptionSpec = {
  short: 'cdexR',
  long: 'config debuglevel enablerepo disablerepo exclude excludepkgs installroot releasever setopt repo repoid errorlevel rpmverbosity randomwait color forcearch downloaddir disableplugin enableplugin comment'.split(
    ' ',
  ),
};

export const APT: PackageManager = {
  names: /^(?:apt-get|apt|aptitude)$/,
  options: APT_OPTIONS,
  installs: /^install$/,
  isPackage: (operand) => !isFile(operand) && !/[-+]$/.test(operand),
  isPinned: (operand) => /[=/]/.test(operand),
  pinned: '`package=version`',
};

export const APK: PackageManager = {
  names: /^apk$/,
  options: {
    short: 'tpX',
    long: 'virtual repository root arch keys-dir repositories-file cache-dir cache-max-age wait progress-fd repository-config timeout'.split(
      ' ',
    ),
  },
  installs: /^add$/,
  isPackage: (operand) => !isFile(operand) && !/^[!.]/.test(operand),
  isPinned: (operand) => /[=~<>]/.test(operand),
  pinned: '`package=version`',
};

const rpm = (names: RegExp): PackageManager => ({
  names,
  options: RPM_OPTIONS,
  installs: /^(?:install|in|localinstall|reinstall|groupinstall)$/,
  isPackage: (operand) => !isFile(operand) && !/^[@(]|[*/]/.test(operand),
  isPinned: (operand) => /-\d|[=<>]/.test(operand),
  pinned: '`package-version`',
});
export const YUM = rpm(/^yum$/);
export const DNF = rpm(/^(?:dnf|dnf5|microdnf|tdnf)$/);
export const ZYPPER: PackageManager = {
  ...rpm(/^zypper$/),
  options: {
    short: 'cDRrtpC',
    long: 'config root reposd-dir cache-dir repo from type pkg-cache-dir solv-cache-dir raw-cache-dir plus-repo plus-content'.split(
      ' ',
    ),
  },
  installs: /^(?:install|in)$/,
  pinned: '`package=version`',
};

export const PIP: PackageManager = {
  names: /^pip[\d.]*$/,
  options: {
    short: 'rcetidfC',
    long: 'requirement constraint index default-index index-strategy editable target index-url extra-index-url find-links platform python-version implementation abi root prefix src upgrade-strategy progress-bar log proxy retries timeout trusted-host cert client-cert cache-dir report no-binary only-binary config-settings global-option python group root-user-action default-timeout keyring-provider use-feature use-deprecated exists-action build-constraint timeout retries resume-retries uploaded-prior-to'.split(
      ' ',
    ),
  },
  installs: /^install$/,
  isPackage: (operand) => isGit(operand) || (!isFile(operand) && !/[\\/]/.test(operand) && operand !== ''),
  // A repository has its branch, tag or commit behind the path.
  isPinned: (operand) =>
    isGit(operand)
      ? /@[^/@]+$|@[0-9a-f]{40}/.test(operand.replace(/#.*$/, '').replace(/^git\+\w+:\/\/[^/]*/, ''))
      : /[=<>~!]=|[<>]|\s@\s|@\S*:\/\//.test(operand),
  pinning: /^(?:-r|--requirement|-c|--constraint|-e|--editable|--group)$/,
  pinned: '`package==version`',
};

/** What npm and the package managers that read its registry have in common. */
const NODE = {
  // npm and pnpm read a `true` or `false` behind a switch as its value: https://github.com/npm/nopt#types.
  isPackage: (operand) =>
    isGit(operand) ||
    (!isFile(operand) && !/^(?:true|false)$/.test(operand) && /^(?:@[\w.-]+\/)?[\w.-]+(?:@[^/]*)?$/.test(operand)),
  isPinned: (operand) => {
    if (isGit(operand)) return operand.includes('#');
    const version = /^@?[^@]+@(.+)$/.exec(operand)?.[1];
    return version !== undefined && !/^(?:latest|next|\*|x)$/.test(version);
  },
  pinned: '`package@version`',
} as const satisfies Partial<PackageManager>;

/** https://docs.npmjs.com/cli/using-npm/config: what is no switch. */
const NPM_VALUED =
  '_auth access audit-level auth-type before ca cache cache-max cache-min cafile call cert cidr cpu depth editor fetch-retries fetch-retry-factor fetch-retry-maxtimeout fetch-retry-mintimeout fetch-timeout git globalconfig heading https-proxy include init-author-email init-author-name init-author-url init-license init-module init-type init-version install-strategy key libc local-address location lockfile-version loglevel logs-dir logs-max maxsockets message min-release-age node-gyp node-options noproxy omit only os otp package prefix preid proxy registry replace-registry-host save-prefix scope script-shell shell tag tag-version-prefix umask user-agent userconfig viewer workspace'.split(
    ' ',
  );

export const NPM: PackageManager = {
  ...NODE,
  names: /^npm$/,
  options: { short: 'cCLmw', long: NPM_VALUED },
  installs: /^(?:install|i|add)$/,
};

/** https://pnpm.io/cli/install and https://pnpm.io/settings; npm's own settings are read too. */
export const PNPM: PackageManager = {
  ...NODE,
  names: /^pnpm$/,
  options: {
    short: 'CF',
    long: [
      ...NPM_VALUED,
      ...'cache-dir catalog-mode changed-files-ignore-pattern child-concurrency config-dir dir fetching-concurrency filter filter-prod global-bin-dir global-dir global-pnpmfile hoist-pattern lockfile-dir minimum-release-age minimum-release-age-exclude modules-cache-max-age modules-dir network-concurrency node-linker npm-path package-import-method patches-dir pnpmfile public-hoist-pattern reporter resolution-mode save-catalog-name state-dir store-dir test-pattern trust-policy trust-policy-exclude trust-policy-ignore-after use-node-version virtual-store-dir virtual-store-dir-max-length workspace-concurrency'.split(
        ' ',
      ),
    ],
  },
  installs: /^(?:install|i|add)$/,
};

/** https://classic.yarnpkg.com/docs/cli/ and https://yarnpkg.com/cli. `yarn install` takes no packages. */
export const YARN: PackageManager = {
  ...NODE,
  names: /^yarn(?:pkg)?$/,
  options: {
    long: 'cache-folder cwd global-folder https-proxy link-folder mode modules-folder mutex network-concurrency network-timeout otp preferred-cache-folder prefix proxy registry use-yarnrc'.split(
      ' ',
    ),
  },
  installs: /^add$/,
};

/** https://bun.com/docs/pm/cli/install */
export const BUN: PackageManager = {
  ...NODE,
  names: /^bun$/,
  options: {
    short: 'cF',
    long: 'backend ca cache-dir cafile concurrent-scripts config cpu cwd filter linker minimum-release-age network-concurrency omit os registry'.split(
      ' ',
    ),
  },
  installs: /^(?:install|i|add|a)$/,
};

export const GEM: PackageManager = {
  names: /^gem$/,
  options: {
    short: 'vinsPBm',
    long: 'version install-dir bindir document build-root trust-policy source http-proxy platform file without'.split(' '),
  },
  installs: /^(?:install|i)$/,
  isPackage: (operand) => !isFile(operand),
  isPinned: (operand) => operand.includes(':'),
  pinning: /^(?:-v|--version|-g|--file)$/,
  pinned: '`gem:version`',
};

export const GO: PackageManager = {
  names: /^go$/,
  options: {
    singleDash: true,
    long: ['ldflags', 'tags', 'mod', 'gcflags', 'o', 'p', 'C', 'modfile', 'overlay', 'pgo', 'asmflags', 'buildmode'],
  },
  installs: /^(?:install|get)$/,
  isPackage: (operand) => !/^[./]/.test(operand) && /^[^/]*\./.test(operand),
  isPinned: (operand) => /@(?!latest$|master$|main$|HEAD$|upgrade$|patch$)/.test(operand),
  pinned: '`module@version`',
};

export interface Installation {
  readonly subcommand: Word;
  readonly name: string;
  readonly packages: readonly Word[];
  readonly options: readonly Option[];
  /** Whether a word that is not known may hold options. */
  readonly unknown: boolean;
}

/** What an invocation installs; undefined when it is of another program, or does something else. */
export function installation(
  { names, options: spec, installs }: PackageManager,
  invocation: Invocation,
): Installation | undefined {
  const found = named(invocation);
  if (!found || !names.test(found.name)) return undefined;
  // Behind `--` stand flags for what is built, and no packages.
  const stop = found.args.findIndex((word) => valueOf(word) === '--');
  const { options, operands, unknown } = readArguments(stop < 0 ? found.args : found.args.slice(0, stop), spec);
  const [first, ...rest] = operands[0] && /^global$/.test(valueOf(operands[0]) ?? '') ? operands.slice(1) : operands;
  const name = first && valueOf(first);
  if (!first || name === undefined || !installs.test(name)) return undefined;
  return { subcommand: first, name, packages: rest, options, unknown };
}

/** The program with its arguments; `python -m pip` is pip. */
function named({ name, args }: Invocation): { readonly name: string; readonly args: readonly Word[] } | undefined {
  if (!/^(?:python|pypy)[\d.]*$/.test(name)) return { name, args };
  const at = args.findIndex((word) => valueOf(word) === '-m');
  const module = at < 0 ? undefined : args[at + 1];
  return module && valueOf(module) === 'pip' ? { name: 'pip', args: args.slice(at + 2) } : undefined;
}

/** Whether a word that is not known is likely to hold options and not names of packages. */
export const mayHoldOptions = (word: Word, text: string): boolean =>
  valueOf(word) === undefined && /^-|opt|arg|flag|param|yes|quiet/i.test(text.slice(word.span.start, word.span.end));
