import type { OptionSpec } from '../../../model/shell/index.ts';
import { APT_OPTIONS } from './apt.ts';
import { APK, DNF, GO, NPM, PIP, YUM } from './package-managers.ts';

export interface Folder {
  /** `~` is the home of the user. */
  readonly path: string;
  /** Options and variables that say another one, the strongest first, and what the program puts behind them. */
  readonly moved?: readonly (readonly [name: string, behind: string])[];
}

export interface Cache {
  readonly programs: RegExp;
  readonly options: OptionSpec;
  /** The subcommand, or two of them, with which the program downloads. */
  readonly installs: RegExp;
  readonly folders: readonly [Folder, ...Folder[]];
  /** Whether only one may use the folder at a time. */
  readonly isLocked?: true;
  /** A command without which the RUN needs what an earlier one left in the folder. */
  readonly needs?: RegExp;
  /** A command that empties it. */
  readonly cleans?: RegExp;
  /** Options and variables with which there is none. */
  readonly off?: readonly string[];
}

const RPM = { installs: /^install(?: |$)/, isLocked: true, cleans: /^(?:yum|dnf5?|microdnf) (?:.* )?clean / } as const;
const MAVEN: OptionSpec = {
  singleDash: true,
  long: 'f file s settings gs global-settings t toolchains l log-file P activate-profiles pl projects rf resume-from T threads b builder'.split(
    ' ',
  ),
};
const GRADLE: OptionSpec = {
  short: 'pgbcIxPD',
  long: 'project-dir gradle-user-home build-file settings-file init-script exclude-task console project-cache-dir max-workers'.split(
    ' ',
  ),
};

/** Where package managers keep their downloads, from their documentation. */
export const CACHES: readonly Cache[] = [
  {
    programs: /^apt(?:-get)?$/,
    options: APT_OPTIONS,
    installs: /^install(?: |$)/,
    // Not the whole of /var/lib/apt: which packages were installed automatically is part of the image.
    folders: [{ path: '/var/cache/apt' }, { path: '/var/lib/apt/lists' }],
    isLocked: true,
    needs: /^apt(?:-get)? (?:.* )?update\b/,
    cleans: /^apt(?:-get)? (?:.* )?(?:auto|dist-?)?clean\b/,
  },
  {
    programs: /^apk$/,
    options: APK.options,
    installs: /^add(?: |$)/,
    folders: [{ path: '/var/cache/apk', moved: [['--cache-dir', '']] }],
    cleans: /^apk (?:.* )?cache (?:.* )?(?:clean|purge)\b/,
    off: ['--no-cache'],
  },
  { ...RPM, programs: /^yum$/, options: YUM.options, folders: [{ path: '/var/cache/yum' }] },
  { ...RPM, programs: /^(?:dnf5?|microdnf)$/, options: DNF.options, folders: [{ path: '/var/cache/dnf' }] },
  {
    // https://pip.pypa.io/en/stable/topics/caching/; any value of the variable switches it off.
    programs: /^pip[\d.]*$/,
    options: PIP.options,
    installs: /^install(?: |$)/,
    folders: [
      {
        path: '~/.cache/pip',
        moved: [
          ['--cache-dir', ''],
          ['PIP_CACHE_DIR', ''],
          ['XDG_CACHE_HOME', '/pip'],
        ],
      },
    ],
    cleans: /^pip\S* cache (?:purge|remove)\b/,
    off: ['--no-cache-dir', '--no-cache', 'PIP_NO_CACHE_DIR'],
  },
  {
    // https://docs.astral.sh/uv/concepts/cache/#cache-directory
    programs: /^uv$/,
    options: { short: 'p', long: ['cache-dir', 'directory', 'project', 'config-file', 'color', 'python'] },
    installs: /^(?:sync|pip (?:install|sync|compile))(?: |$)/,
    folders: [
      {
        path: '~/.cache/uv',
        moved: [
          ['--cache-dir', ''],
          ['UV_CACHE_DIR', ''],
          ['XDG_CACHE_HOME', '/uv'],
        ],
      },
    ],
    cleans: /^uv cache (?:clean|prune)\b/,
    off: ['--no-cache', '--no-cache-dir', '-n', 'UV_NO_CACHE'],
  },
  {
    // https://docs.npmjs.com/cli/using-npm/config#cache
    programs: /^npm$/,
    options: NPM.options,
    installs: /^(?:ci|install|i)(?: |$)/,
    folders: [
      {
        path: '~/.npm',
        moved: [
          ['--cache', ''],
          ['npm_config_cache', ''],
          ['NPM_CONFIG_CACHE', ''],
        ],
      },
    ],
    cleans: /^npm cache (?:.* )?(?:clean|clear|rm)\b/,
  },
  {
    // https://go.dev/ref/mod#module-cache; the image of Go has its GOPATH in /go.
    programs: /^go$/,
    options: GO.options,
    installs: /^(?:build|install|mod (?:download|tidy|vendor))(?: |$)/,
    folders: [
      {
        path: '/go/pkg/mod',
        moved: [
          ['GOMODCACHE', ''],
          ['GOPATH', '/pkg/mod'],
        ],
      },
      {
        path: '~/.cache/go-build',
        moved: [
          ['GOCACHE', ''],
          ['XDG_CACHE_HOME', '/go-build'],
        ],
      },
    ],
    cleans: /^go clean (?:.* )?-(?:mod)?cache\b/,
  },
  {
    // https://doc.rust-lang.org/cargo/guide/cargo-home.html
    programs: /^cargo$/,
    options: { short: 'CZ', long: ['config', 'color'] },
    installs: /^(?:build|install|fetch)(?: |$)/,
    folders: [{ path: '/usr/local/cargo/registry', moved: [['CARGO_HOME', '/registry']] }],
  },
  {
    programs: /^mvnw?$/,
    options: MAVEN,
    installs: /./,
    folders: [{ path: '~/.m2', moved: [['-Dmaven.repo.local', '']] }],
    cleans: /^mvnw? (?:.* )?dependency:purge-local-repository\b/,
  },
  {
    // https://docs.gradle.org/current/userguide/directory_layout.html#dir:gradle_user_home
    programs: /^gradlew?$/,
    options: GRADLE,
    installs: /./,
    folders: [
      {
        path: '~/.gradle',
        moved: [
          ['-g', ''],
          ['--gradle-user-home', ''],
          ['GRADLE_USER_HOME', ''],
        ],
      },
    ],
  },
  {
    // https://learn.microsoft.com/nuget/consume-packages/managing-the-global-packages-and-cache-folders
    programs: /^dotnet$/,
    options: { long: ['packages'] },
    installs: /^(?:restore|build|publish)(?: |$)/,
    folders: [
      {
        path: '~/.nuget/packages',
        moved: [
          ['--packages', ''],
          ['NUGET_PACKAGES', ''],
        ],
      },
    ],
    cleans: /^dotnet nuget locals (?:.* )?(?:-c|--clear)\b/,
  },
];
