import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Dependency, DependencyFormat } from '../../../model/dependencies/index.ts';
import { hostOf } from './locked-urls.ts';

/** A rule that tells the cause of what a lockfile only repeats. */
export type Cause =
  | 'dependencies/npmrc-insecure-registry'
  | 'dependencies/yarnrc-unsafe-http'
  | 'dependencies/pip-insecure-index'
  | 'dependencies/http-dependency';

/** Finds the settings and manifests that make a package manager write plain `http:` into a lockfile: there it has to be mended, or it comes back. */
export function causesOfPlainHttp({
  model,
  env,
}: Context<'dependencies'>): (host: string, dependency?: Dependency) => Cause | undefined {
  const hosts = new Map<string, Cause>();
  for (const [, { ecosystem, role, format, registries }] of env.workspace.all('dependencies')) {
    const cause = ruleFor(ecosystem, format);
    if (ecosystem !== model.ecosystem || role === 'lockfile' || !cause) continue;
    for (const { url } of registries) {
      const host = /^http:/i.test(url) ? hostOf(url) : undefined;
      if (host !== undefined) hosts.set(host, cause);
    }
  }
  const asked = new Set<Dependency>();
  for (const { declared = [], resolved } of model.roots)
    for (const { rawName, source, location } of declared) {
      const to = source === 'url' && location?.transport === 'http' ? resolved.get(rawName) : undefined;
      if (to) asked.add(to);
    }
  return (host, dependency) => (dependency && asked.has(dependency) ? 'dependencies/http-dependency' : hosts.get(host));
}

function ruleFor(ecosystem: Ecosystem, format: DependencyFormat): Cause | undefined {
  if (ecosystem === 'PyPI') return 'dependencies/pip-insecure-index';
  if (ecosystem !== 'npm') return undefined;
  return format === '.yarnrc.yml' ? 'dependencies/yarnrc-unsafe-http' : 'dependencies/npmrc-insecure-registry';
}
