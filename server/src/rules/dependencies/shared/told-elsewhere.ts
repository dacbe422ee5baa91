import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Dependency, DependencyFormat } from '../../../model/dependencies/index.ts';
import { hostOf } from './locked-urls.ts';

/** A rule that tells the cause of what a lockfile only repeats. */
type Cause =
  | 'dependencies/npmrc-insecure-registry'
  | 'dependencies/yarnrc-unsafe-http'
  | 'dependencies/pip-insecure-index'
  | 'dependencies/http-dependency';

/** Finds the settings and manifests that make a package manager write plain `http:` into a lockfile: there it has to be mended, or it comes back. */
export function causesOfPlainHttp({
  model,
  env,
}: Context<'dependencies'>): (host: string, dependency?: Dependency) => { readonly summedUpBy?: Cause } {
  const hosts = new Map<string, Cause>();
  const byAddress = new Set<string>();
  for (const [, { ecosystem, role, format, registries, declared }] of env.workspace.all('dependencies')) {
    const cause = ruleFor(ecosystem, format);
    for (const { rawName, source } of role === 'manifest' ? declared : []) if (source === 'url') byAddress.add(rawName);
    if (ecosystem !== model.ecosystem || role === 'lockfile' || !cause) continue;
    for (const { url } of registries) {
      const host = /^http:/i.test(url) ? hostOf(url) : undefined;
      if (host !== undefined) hosts.set(host, cause);
    }
  }
  const asked = new Set<Dependency>();
  for (const { declared = [], resolved } of model.roots)
    for (const { rawName, source, location } of declared) {
      const to = source === 'url' && location?.transport === 'http' && byAddress.has(rawName) ? resolved.get(rawName) : undefined;
      if (to) asked.add(to);
    }
  return (host, dependency) => {
    const cause = dependency && asked.has(dependency) ? 'dependencies/http-dependency' : hosts.get(host);
    return cause ? { summedUpBy: cause } : {};
  };
}

function ruleFor(ecosystem: Ecosystem, format: DependencyFormat): Cause | undefined {
  if (ecosystem === 'PyPI') return 'dependencies/pip-insecure-index';
  if (ecosystem !== 'npm') return undefined;
  return format === '.yarnrc.yml' ? 'dependencies/yarnrc-unsafe-http' : 'dependencies/npmrc-insecure-registry';
}
