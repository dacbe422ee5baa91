import satisfies from 'semver/functions/satisfies.js';
import { foldersUpwards } from '../base/path.ts';
import type { Config } from '../engine/config/config.ts';
import type { WorkspaceView } from '../engine/environment.ts';
import { minorOf, NEWEST_KUBERNETES_VERSION } from '../knowledge/kubernetes-version.ts';

/** Charts name no older minor in use. */
const OLDEST_MINOR = 16;

/**
 * The Kubernetes minor to check a file against: the configured one, else the newest that the chart of the file says it is for
 * (https://helm.sh/docs/topics/charts/#the-kubeversion-field), else the newest that we know.
 */
export function targetVersion({ kubernetesVersion }: Config, path: string, workspace: WorkspaceView): string {
  if (kubernetesVersion.origin.from !== 'default' || !path.includes('/')) return kubernetesVersion.value;
  for (const folder of foldersUpwards(path)) {
    const chart = workspace.get('kubernetes', folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`)?.chart;
    if (chart) return (chart.kubeVersion === undefined ? undefined : newestIn(chart.kubeVersion)) ?? kubernetesVersion.value;
  }
  return kubernetesVersion.value;
}

/** The newest minor that a range allows; undefined where it allows none that we know, or cannot be read. */
function newestIn(range: string): string | undefined {
  // Helm joins conditions by commas or blanks, the library by blanks alone.
  const readable = range.replaceAll(',', ' ');
  for (let minor = minorOf(NEWEST_KUBERNETES_VERSION) ?? 0; minor >= OLDEST_MINOR; minor--)
    if (satisfies(`1.${minor}.0`, readable, { includePrerelease: true, loose: true })) return `1.${minor}`;
  return undefined;
}
