import { baseName } from '../../base/path.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  itemsOf,
  stringOf,
  type YamlFile,
  type YamlMapping,
  type YamlScalar,
} from '../yaml/index.ts';

export interface ChartDependency {
  readonly node: YamlMapping;
  readonly name: YamlScalar | undefined;
  readonly version: YamlScalar | undefined;
  readonly repository: YamlScalar | undefined;
}

/** A Helm `Chart.yaml` (https://helm.sh/docs/topics/charts/#the-chartyaml-file), or the `requirements.yaml` of Helm 2. */
export interface Chart {
  readonly node: YamlMapping;
  readonly dependencies: readonly ChartDependency[];
  /** The range of Kubernetes versions that the chart is for. */
  readonly kubeVersion: string | undefined;
}

/** What a chart tells the others. */
export interface ChartFacts {
  /** Whether other charts bring in objects of their own. */
  readonly hasDependencies: boolean;
  readonly kubeVersion: string | undefined;
}

export const isChartPath = (path: string): boolean => baseName(path) === 'Chart.yaml' || baseName(path) === 'requirements.yaml';

/** Values of a chart (`values.yaml`, `values-prod.yaml`, `prod.values.yaml`) have whatever keys its templates read, `kind` and `apiVersion` among them. */
export const isValuesPath = (path: string): boolean => /^(?:.*[._-])?values(?:[._-].*)?\.ya?ml$/i.test(baseName(path));

export function chartIn({ documents }: YamlFile): Chart | undefined {
  const root = asMapping(documents[0]?.root);
  // Other tools have a `requirements.yaml`, too: theirs is a list, or names no repositories.
  if (!root || !(entryOf(root, 'name') ?? entryOf(root, 'dependencies'))) return undefined;
  return {
    node: root,
    dependencies: itemsOf(at(root, 'dependencies')).flatMap((item) => {
      const node = asMapping(item);
      return node ? [dependencyIn(node)] : [];
    }),
    kubeVersion: stringOf(at(root, 'kubeVersion')),
  };
}

const dependencyIn = (node: YamlMapping): ChartDependency => ({
  node,
  name: asScalar(entryOf(node, 'name')?.value),
  version: asScalar(entryOf(node, 'version')?.value),
  repository: asScalar(entryOf(node, 'repository')?.value),
});

export const chartFacts = ({ dependencies, kubeVersion }: Chart): ChartFacts => ({
  hasDependencies: dependencies.length > 0,
  kubeVersion,
});
