import { selects, selectionOf, type Resource } from '../../../model/kubernetes/index.ts';
import { workloadsIn } from '../../../rules/kubernetes/support/located.ts';
import { unitOf } from '../../../rules/kubernetes/support/unit.ts';
import type { Surroundings } from '../describe.ts';
import type { ObjectSpot, TreePath } from '../spot.ts';
import { distinct, type Draft, valueDraft } from './draft.ts';

const SCALED = { kind: ['Deployment', 'StatefulSet', 'ReplicaSet'], apiVersion: ['apps/v1'] };

/** What places that name an object by its kind take (the API reference of Kubernetes). */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  scaleTargetRef: SCALED,
  targetRef: SCALED,
  roleRef: { kind: ['ClusterRole', 'Role'], apiGroup: ['rbac.authorization.k8s.io'] },
  subjects: { kind: ['ServiceAccount', 'User', 'Group'], apiGroup: ['rbac.authorization.k8s.io'] },
};

/** The kinds and API groups that a reference may name; undefined at other places. */
export function objectWordDrafts(path: TreePath): readonly Draft[] | undefined {
  const [last, ...above] = path.toReversed();
  const holder = above.find((step) => typeof step === 'string');
  const words = holder !== undefined && Object.hasOwn(WORDS, holder) ? WORDS[holder] : undefined;
  return typeof last === 'string' && words && Object.hasOwn(words, last)
    ? words[last]?.map((word, index) => valueDraft(word, 'value', `${holder ?? ''}.${last}`, index))
    : undefined;
}

/** The ports of the pods that a Service selects; undefined at other places. */
export function targetPortDrafts({ path }: ObjectSpot, resource: Resource, around: Surroundings): readonly Draft[] | undefined {
  if (resource.kind !== 'Service' || path.at(-1) !== 'targetPort' || path.at(-3) !== 'ports') return undefined;
  const selection = selectionOf(resource);
  if (!selection) return undefined;
  const picked = workloadsIn(unitOf(around.file.path, around.env.workspace)).filter(
    ({ fact }) => selects(selection.selector, fact.labels) === true,
  );
  return distinct(
    picked.flatMap(({ fact }) =>
      fact.containers.flatMap(({ name: container = '', ports = [] }) =>
        ports.flatMap(({ name, port }) => [
          ...(name === undefined ? [] : [valueDraft(name, 'name', `port ${port ?? ''} of container ${container}`)]),
          ...(port === undefined
            ? []
            : [valueDraft(String(port), 'name', `port of container ${container}`, 1, { isString: false })]),
        ]),
      ),
    ),
  );
}

/** The namespaces that the workspace has or names; undefined at other places. */
export function namespaceDrafts({ path, scalar }: ObjectSpot, { env }: Surroundings): readonly Draft[] | undefined {
  if (path.at(-1) !== 'namespace') return undefined;
  const files = env.workspace.all('kubernetes');
  return distinct(
    files.flatMap(([, { resources }]) =>
      resources.flatMap(({ kind, name, namespace }) => {
        const own = kind === 'Namespace' ? name : namespace;
        return own === undefined || own === '' || own === scalar.text ? [] : valueDraft(own, 'name', 'namespace');
      }),
    ),
  );
}
