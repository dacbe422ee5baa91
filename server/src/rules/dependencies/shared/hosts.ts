import type { Ecosystem } from '../../../base/ecosystem.ts';
import { Memo, remembered } from '../../../base/memo.ts';
import type { Environment, WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFacts } from '../../../model/dependencies/index.ts';
import { hostOf } from './locked-urls.ts';

/** Hosts of the public registries, as their package managers write them into lockfiles without any setting. */
const PUBLIC: Partial<Record<Ecosystem, readonly string[]>> = {
  npm: ['registry.npmjs.org', 'registry.yarnpkg.com', 'registry.npmjs.com'],
  PyPI: ['pypi.org', 'files.pythonhosted.org', 'pypi.python.org'],
  'crates.io': ['github.com', 'index.crates.io', 'static.crates.io', 'crates.io'],
  RubyGems: ['rubygems.org', 'index.rubygems.org'],
  Packagist: ['repo.packagist.org', 'packagist.org'],
  Pub: ['pub.dev', 'pub.dartlang.org'],
};

/** Forges that git dependencies and archives of tags come from. */
const FORGES = [
  'github.com',
  'codeload.github.com',
  'api.github.com',
  'raw.githubusercontent.com',
  'objects.githubusercontent.com',
  'gitlab.com',
  'bitbucket.org',
  'gist.github.com',
  'codeberg.org',
  'git.sr.ht',
];

export const isPublicHost = (ecosystem: Ecosystem, host: string): boolean => PUBLIC[ecosystem]?.includes(host) === true;

export const isForge = (host: string): boolean => FORGES.includes(host);

/** The same for an address: of the forge that holds the index of crates.io only that index is the public registry. */
export const isPublicPlace = (ecosystem: Ecosystem, host: string, url: string): boolean =>
  isPublicHost(ecosystem, host) &&
  (host !== 'github.com' || /^https:\/\/github\.com\/rust-lang\/crates\.io-index(?:\.git)?\/?$/i.test(url));

/** Settings that name registries in files or forms that we do not read. */
const UNREAD: Partial<Record<Ecosystem, readonly (readonly [name: string, ending: string])[]>> = {
  npm: [['.yarnrc', '.yarnrc']],
  PyPI: [['uv.toml', 'uv.toml']],
  'crates.io': [
    ['config.toml', '.cargo/config.toml'],
    ['config', '.cargo/config'],
  ],
};

/** A value that comes from outside: nothing is known of it. */
const VARIABLE = /\$\{|\$[A-Z(]|%\w+%|\{\{/;

/**
 * The hosts that the settings and manifests of the workspace name as registries of an ecosystem. `unknown` when one of them is a variable: then every host may be it.
 */
export function configuredHosts(
  ecosystem: Ecosystem,
  { workspace }: Pick<Environment, 'workspace'>,
): ReadonlySet<string> | 'unknown' {
  return remembered(CONFIGURED.of(workspace.all('dependencies')), ecosystem, () => readHosts(ecosystem, workspace));
}

/** By the facts of the whole workspace: each of its files asks. */
const CONFIGURED = new Memo(
  (_: readonly (readonly [string, DependencyFacts])[]) => new Map<Ecosystem, ReturnType<typeof readHosts>>(),
);

function readHosts(ecosystem: Ecosystem, workspace: WorkspaceView): ReadonlySet<string> | 'unknown' {
  const hosts = new Set<string>();
  const isUnread = ([name, ending]: readonly [string, string]): boolean =>
    workspace
      .tree()
      ?.named(name)
      .some((path) => `/${path}`.endsWith(`/${ending}`) && !workspace.get('dependencies', path)) === true;
  if (UNREAD[ecosystem]?.some(isUnread) === true) return 'unknown';
  for (const [, facts] of workspace.all('dependencies')) {
    if (facts.ecosystem !== ecosystem) continue;
    // What Bundler writes into the lockfile names its own hosts; a Gemfile that is a program may have more than is read.
    if (ecosystem === 'RubyGems' && facts.role === 'lockfile') continue;
    if (facts.format === 'Gemfile' && facts.isBroken) return 'unknown';
    const urls = facts.registries.map(({ url }) => url);
    for (const { key, value } of facts.settings)
      if (key.startsWith('//')) urls.push(`https:${key}`);
      else if (/registry|server|index|source|url/i.test(key)) urls.push(value);
    for (const url of urls) {
      const host = hostOf(url);
      if (VARIABLE.test(host ?? url)) return 'unknown';
      if (host !== undefined) hosts.add(host);
    }
  }
  return hosts;
}

/** `*.example.com` stands for all hosts below it; a URL stands for its host. */
export const isAllowed = (allowed: readonly string[], host: string): boolean =>
  allowed.some((one) => {
    const pattern = hostOf(one) ?? one.toLowerCase();
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host || pattern === host.replace(/:\d+$/, '');
  });

/** The last two names of a host, or three where the last two are short: files are often served from a sibling of the index. */
export function siteOf(host: string): string {
  const names = host.replace(/:\d+$/, '').split('.');
  const isShort = (names.at(-2)?.length ?? 0) <= 3 && (names.at(-1)?.length ?? 0) <= 2;
  return names.slice(isShort ? -3 : -2).join('.');
}
