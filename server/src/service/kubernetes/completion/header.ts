import { apiLifecycle } from '../../../knowledge/kubernetes/api-lifecycle.ts';
import { kindInWords } from '../../../knowledge/kubernetes/kind-words.ts';
import { allKinds, isIn, schemaMinor } from '../../../knowledge/kubernetes/schema.ts';
import { at, entryOf, stringOf, type YamlMapping } from '../../../model/yaml/index.ts';
import { groupOf, isOwnGroup, versionsOf } from '../../../rules/kubernetes/support/kind-guess.ts';
import type { Surroundings } from '../describe.ts';
import { distinct, type Draft, valueDraft } from './draft.ts';

/** Kinds that people do not write into files: requests to the API server, and what its controllers keep. */
const NOT_WRITTEN = /Review$|^(?:Binding|ComponentStatus|ControllerRevision|Eviction|Scale|TokenRequest)$/;

/** The API versions that serve the kind of an object, else all. */
export function versionDrafts(object: YamlMapping, around: Surroundings): readonly Draft[] {
  const kind = stringOf(at(object, 'kind'));
  const minor = schemaMinor(around.env.kubernetesVersion);
  const own = kind === undefined ? [] : versionsOf(kind, minor).map(({ apiVersion }) => apiVersion);
  const custom = customKinds(around).filter((each) => each.kind === kind);
  const known = [...own, ...custom.map(({ apiVersion }) => apiVersion)];
  if (kind !== undefined && known.length > 0)
    return distinct(known.map((apiVersion, index) => versionDraft(apiVersion, kind, index, minor)));
  const served = [...allKinds()].filter((each) => isIn(each, minor) && !NOT_WRITTEN.test(each.kind));
  return distinct([
    ...served.map(({ apiVersion }) =>
      valueDraft(apiVersion, 'value', 'API version', COMMON.has(apiVersion) ? 0 : 1 + stage(apiVersion)),
    ),
    ...customKinds(around).map(({ apiVersion }) => valueDraft(apiVersion, 'value', 'API version of custom resources', 2)),
  ]);
}

/** What most files of people say. */
const COMMON: ReadonlySet<string> = new Set([
  'v1',
  'apps/v1',
  'autoscaling/v2',
  'batch/v1',
  'networking.k8s.io/v1',
  'policy/v1',
  'rbac.authorization.k8s.io/v1',
]);

const stage = (apiVersion: string): number => (apiVersion.includes('alpha') ? 2 : apiVersion.includes('beta') ? 1 : 0);

function versionDraft(apiVersion: string, kind: string, rank: number, minor: number): Draft {
  return valueDraft(apiVersion, 'value', kind, rank, isDeprecated(apiVersion, kind, minor) ? { isDeprecated: true } : {});
}

const isDeprecated = (apiVersion: string, kind: string, minor: number): boolean =>
  (apiLifecycle(apiVersion, kind)?.deprecated ?? Infinity) <= minor;

/** The kinds of the API version of an object, else all. */
export function kindDrafts(object: YamlMapping, around: Surroundings): readonly Draft[] {
  const version = stringOf(at(object, 'apiVersion'));
  const minor = schemaMinor(around.env.kubernetesVersion);
  const own = [...allKinds()].filter((each) => isIn(each, minor) && !NOT_WRITTEN.test(each.kind));
  const all = [...own, ...customKinds(around)];
  const fitting = all.filter(({ apiVersion }) => apiVersion === version);
  const group = groupOf(version ?? '');
  // To a group that nobody knows no known kind belongs.
  if (fitting.length === 0 && group.includes('.') && !isOwnGroup(group)) return [];
  const offered = fitting.length > 0 ? fitting : all.sort((a, b) => stage(a.apiVersion) - stage(b.apiVersion));
  const isHeadless = entryOf(object, 'apiVersion') === undefined;
  return distinct(
    offered.map(({ kind, apiVersion: first }) => {
      const apiVersion = fitting.length > 0 ? first : (versionsOf(kind, minor)[0]?.apiVersion ?? first);
      const about = kindInWords(kind);
      return valueDraft(kind, 'kind', apiVersion, 0, {
        ...(about !== undefined && { documentation: `${about}.` }),
        ...(isDeprecated(apiVersion, kind, minor) && { isDeprecated: true }),
        ...(isHeadless && { above: `apiVersion: ${apiVersion}` }),
      });
    }),
  );
}

/** The kinds that the CustomResourceDefinitions of the workspace bring, and those that other files have without any. */
function customKinds({ file, env }: Surroundings): readonly { readonly kind: string; readonly apiVersion: string }[] {
  const files = env.workspace.all('kubernetes');
  const defined = files.flatMap(([, { crds }]) =>
    crds.flatMap(({ kind, group, versions }) => versions.map(({ name }) => ({ kind, apiVersion: `${group}/${name}` }))),
  );
  const used = files.flatMap(([path, { resources }]) =>
    resources.flatMap(({ kind, group, version }) =>
      path === file.path || kind === '' || version === '' || !group.includes('.') || isOwnGroup(group)
        ? []
        : { kind, apiVersion: `${group}/${version}` },
    ),
  );
  return [...defined, ...used];
}
