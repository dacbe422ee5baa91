import type { Advisories } from '../engine/advisories.ts';
import { BUILT_IN_ADVISORIES } from '../engine/builtin-advisories.ts';
import type { Config } from '../engine/config/config.ts';
import type { Environment, WorkspaceView } from '../engine/environment.ts';
import { NO_REGISTRY, type Registry } from '../engine/registry.ts';
import { targetVersion } from './target-version.ts';

/** What the host knows of packages. */
export interface PackageKnowledge {
  /** Instead of everything else; the built-in facts when neither this nor the configured source says more. */
  readonly advisories?: Advisories;
  /** The data on this machine, for a configuration whose source of advisories is not `off`. */
  readonly advisoryData?: Advisories;
  /** It knows what was asked with the user's consent, whatever a configuration says. */
  readonly registry?: Registry;
}

export const advisoriesOf = ({ advisories, advisoryData }: PackageKnowledge, { advisorySource }: Config): Advisories =>
  advisories ?? (advisorySource.value === 'off' ? undefined : advisoryData) ?? BUILT_IN_ADVISORIES;

/** What rules are given besides the file at `path`. */
export function environmentOf(
  path: string,
  config: Config,
  knowledge: PackageKnowledge,
  today: string,
  workspace: WorkspaceView,
): Environment {
  return {
    advisories: advisoriesOf(knowledge, config),
    registry: knowledge.registry ?? NO_REGISTRY,
    today,
    kubernetesVersion: targetVersion(config, path, workspace),
    requiredLabels: config.requiredLabels.value,
    requiredAnnotations: config.requiredAnnotations.value,
    allowedRegistries: config.allowedRegistries.value,
    labels: config.labels.value,
    strictLabels: config.strictLabels.value,
    policies: config.policies,
    workspace,
  };
}
