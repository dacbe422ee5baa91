import type { Edit } from '../../../base/edit.ts';
import { type Container, lookup, type Workload } from '../../../model/kubernetes/index.ts';
import {
  appendItem,
  asMapping,
  asSequence,
  at,
  type Edits,
  type EditSource,
  insertEntry,
  itemsOf,
  type NewValue,
  stringOf,
  type YamlMapping,
} from '../../../model/yaml/index.ts';

/** Names that need no quotes and make a volume and a path. */
const PLAIN_NAME = /^[a-z0-9](?:[-a-z0-9]{0,50}[a-z0-9])?$/;

/** Pods with more volumes are not looked through for each variable. */
const MOST = 100;

export interface SecretMount {
  readonly path: string;
  /** What the pod and the container lack so far; empty where the Secret is mounted there already. */
  readonly edits: readonly Edit[];
}

/** Mounts a Secret in a container, or finds where it is mounted; undefined where that cannot be written. */
export function mountSecret(
  source: EditSource,
  { spec, isWindows }: Workload,
  { node }: Container,
  secret: string,
): SecretMount | undefined {
  if (isWindows || !PLAIN_NAME.test(secret)) return undefined;
  if ([at(spec, 'volumes'), at(node, 'volumeMounts')].some((list) => (asSequence(list)?.items.length ?? 0) > MOST))
    return undefined;
  const volume = itemsOf(at(spec, 'volumes')).find(
    (item) => stringOf(at(item, 'secret', 'secretName')) === secret && !at(item, 'secret', 'items'),
  );
  const known = stringOf(at(volume, 'name'));
  const name = known ?? `secret-${secret}`;
  const mount =
    known === undefined
      ? undefined
      : itemsOf(at(node, 'volumeMounts')).find((item) => stringOf(at(item, 'name')) === known && !at(item, 'subPath'));
  const mounted = stringOf(at(asMapping(mount), 'mountPath'));
  if (mounted !== undefined) return { path: mounted.replace(/\/$/, ''), edits: [] };
  const path = `/etc/secrets/${secret}`;
  // Where both come behind the last line, the container is the inner one and so the first.
  const inContainer = addTo(source, node, 'volumeMounts', { name, mountPath: path, readOnly: 'true' });
  const inPod = known === undefined ? addTo(source, spec, 'volumes', { name, secret: { secretName: secret } }) : [];
  return inContainer && inPod && { path, edits: [...inContainer, ...inPod] };
}

/** Adds an item to the list under a key, which is created where it is missing. */
function addTo(source: EditSource, mapping: YamlMapping, key: string, item: NewValue): Edits {
  const found = lookup(mapping, key);
  if (found.state === 'present') return found.node.kind === 'sequence' ? appendItem(source, found.node, item) : undefined;
  return found.state === 'absent' && !at(mapping, key) ? insertEntry(source, mapping, key, [item]) : undefined;
}
