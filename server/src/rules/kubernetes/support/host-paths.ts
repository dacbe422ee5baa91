import { type KubernetesFile, lookup, type Resource, type Volume, type Workload } from '../../../model/kubernetes/index.ts';
import { asScalar, at, type YamlScalar } from '../../../model/yaml/index.ts';

/** A directory, file or pipe of the node that a pod may mount, or that a PersistentVolume hands out. */
export interface HostPath {
  /** For messages: "Volume `data` of Deployment `web`". */
  readonly subject: string;
  readonly node: YamlScalar;
  readonly path: string;
  readonly key: string;
}

/** The literal host paths of a file. One that several pods share through an alias stands there once. */
export function* hostPathsOf({ workloads, resources }: KubernetesFile): Generator<HostPath> {
  const seen = new Set<YamlScalar>();
  for (const found of candidates(workloads, resources)) {
    const { node } = found;
    const path = node && normalHostPath(node.text);
    if (!node || path === undefined || seen.has(node)) continue;
    seen.add(node);
    yield { ...found, node, path };
  }
}

type Candidate = Pick<HostPath, 'subject' | 'key'> & { readonly node: YamlScalar | undefined };

function* candidates(workloads: readonly Workload[], resources: readonly Resource[]): Generator<Candidate> {
  for (const { title, key, volumes } of workloads) {
    for (const [index, { name = `volumes[${index}]`, node }] of volumes.entries())
      yield { subject: `Volume \`${name}\` of ${title}`, node: pathOf(node), key: `${key}/volumes/${name}` };
  }
  for (const { kind, group, name = 'without a name', node } of resources) {
    if (kind !== 'PersistentVolume' || group !== '') continue;
    yield { subject: `PersistentVolume \`${name}\``, node: pathOf(at(node, 'spec')), key: `PersistentVolume/${name}` };
  }
}

const pathOf = (source: Parameters<typeof at>[0]): YamlScalar | undefined => asScalar(at(source, 'hostPath', 'path'));

/** The literal path of the node that a volume or the spec of a PersistentVolume names, as a normal one. */
export function hostPathOf(source: Parameters<typeof at>[0]): string | undefined {
  const text = pathOf(source)?.text;
  return text === undefined ? undefined : normalHostPath(text);
}

/** Whether a volume is a directory of the node. */
export const isHostPath = ({ node }: Volume): boolean => lookup(node, 'hostPath').state === 'present';

/**
 * The path with one `/` between its segments and without `.`, `..` and the one at its end. Of Windows paths the drive goes, `\` is `/` and letters are small,
 * so that `C:\Windows` is `/windows` and `\\.\pipe\docker_engine` is `/pipe/docker_engine`. Undefined for one that is not absolute.
 */
export function normalHostPath(path: string): string | undefined {
  const isWindows = /^[A-Za-z]:|\\/.test(path);
  const text = isWindows
    ? path
        .replace(/^[A-Za-z]:/, '')
        .replaceAll('\\', '/')
        .toLowerCase()
    : path;
  if (!text.startsWith('/') && !(isWindows && text === '')) return undefined;
  const segments: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Whether `path` is `folder` or lies in it; both are normal. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? folder : `${folder}/`);
