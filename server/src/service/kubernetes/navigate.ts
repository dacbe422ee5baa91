import { folderOf, resolvePath } from '../../base/path.ts';
import type { Span } from '../../base/span.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import { type KubernetesFile, type ResourceFact, selects } from '../../model/kubernetes/index.ts';
import { isNear, type Located, resourcesIn, workloadsIn } from '../../rules/kubernetes/support/located.ts';
import { type Unit, unitOf } from '../../rules/kubernetes/support/unit.ts';
import { builtImages } from '../../rules/workspace/support/built-image.ts';
import { type KubernetesPlace, kubernetesPlaceAt } from './place.ts';

/** A place in a file of the workspace. */
export interface Location {
  readonly path: string;
  readonly span: Span;
}

const FILE_START: Span = { start: 0, end: 0 };

/** Where what stands at an offset is defined: the object a name refers to, the pods a selector picks, the Dockerfile of an image, the file an entry names. */
export function definitionsAt(
  model: KubernetesFile,
  path: string,
  offset: number,
  workspace: WorkspaceView,
): { readonly origin: Span; readonly targets: readonly Location[] } | undefined {
  const place = kubernetesPlaceAt(model, offset);
  const targets = place ? targetsOf(place, path, workspace) : [];
  return place && targets.length > 0 ? { origin: place.span, targets } : undefined;
}

function targetsOf(place: KubernetesPlace, path: string, workspace: WorkspaceView): readonly Location[] {
  switch (place.kind) {
    case 'reference': {
      const { kind, group, name, namespace } = place.reference;
      return inUnitFirst(path, workspace, (unit) =>
        resourcesIn(unit, kind, group).filter((each) => each.fact.name === name && isNear(unit, namespace)(each)),
      );
    }
    case 'selection': {
      const { selector, picks } = place.selection;
      return inUnitFirst(path, workspace, (unit) =>
        (picks === 'pods' ? workloadsIn(unit) : resourcesIn(unit, 'Service', ''))
          .filter(isNear(unit, place.resource.namespace))
          .filter(({ fact }) => selects(selector, fact.labels) === true),
      );
    }
    case 'image': {
      const built = builtImages(path, workspace)(place.container.image?.text ?? '');
      return built ? [{ path: built.path, span: FILE_START }] : [];
    }
    case 'entry':
      return [linkTarget(place.entry.path, path, workspace)].flatMap((target) =>
        target === undefined ? [] : { path: target, span: FILE_START },
      );
    case 'name':
      return [{ path, span: place.span }];
  }
}

/** What is deployed together comes first; only where nothing there fits the whole workspace is asked. */
function inUnitFirst(
  path: string,
  workspace: WorkspaceView,
  find: (unit: Unit) => readonly Located<{ readonly nameSpan: Span }>[],
): readonly Location[] {
  const unit = unitOf(path, workspace);
  const near = find(unit);
  const found = near.length > 0 ? near : find({ ...unit, files: workspace.all('kubernetes') });
  return found.map((each) => ({ path: each.path, span: each.fact.nameSpan }));
}

/** Every place that names or selects the object at an offset: from its own name, or from another reference to it. */
export function referencesAt(model: KubernetesFile, path: string, offset: number, workspace: WorkspaceView): readonly Location[] {
  const place = kubernetesPlaceAt(model, offset);
  if (place?.kind !== 'name' && place?.kind !== 'reference') return [];
  const { kind, name, namespace } = place.kind === 'name' ? place.resource : place.reference;
  const unit = { ...unitOf(path, workspace), files: workspace.all('kubernetes') };
  const isSame = isNear(unit, namespace);
  const selected = place.kind === 'name' ? selectorsOf(place.resource, path, unit) : [];
  const named = unit.files.flatMap(([file, { resources }]) =>
    resources.flatMap((fact) =>
      fact.references
        .filter((reference) => reference.kind === kind && reference.name === name && isSame({ path: file, fact: reference }))
        .map(({ span }) => ({ path: file, span })),
    ),
  );
  return [...named, ...selected];
}

/** The selectors that pick the pods of a workload, or a Service. */
function selectorsOf(
  { kind, name, namespace }: { readonly kind: string; readonly name: string | undefined; readonly namespace: string | undefined },
  path: string,
  unit: Unit,
): readonly Location[] {
  const own = [...workloadsIn(unit), ...resourcesIn(unit, 'Service', '')].find(
    (each) => each.path === path && each.fact.kind === kind && each.fact.name === name,
  );
  if (!own) return [];
  const picks = kind === 'Service' ? 'services' : 'pods';
  const isPicking = ({ selection, namespace: other }: ResourceFact): boolean =>
    selection?.picks === picks &&
    isNear(unit, namespace)({ path, fact: { namespace: other } }) &&
    selects(selection.selector, own.fact.labels) === true;
  return unit.files.flatMap(([file, { resources }]) =>
    resources.flatMap((fact) => (fact.selection && isPicking(fact) ? { path: file, span: fact.selection.selector.span } : [])),
  );
}

/** The entries of a kustomization that name files or folders of the workspace. */
export const linksOf = (
  { kustomization }: KubernetesFile,
  path: string,
  workspace: WorkspaceView,
): readonly { readonly span: Span; readonly target: string }[] =>
  (kustomization?.entries ?? []).flatMap(({ path: written, node }) => {
    const target = linkTarget(written, path, workspace);
    return target === undefined ? [] : { span: node.span, target };
  });

const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The file that an entry names: that of a folder is its kustomization. */
function linkTarget(written: string, path: string, workspace: WorkspaceView): string | undefined {
  const target = resolvePath(folderOf(path), written);
  if (target === undefined) return undefined;
  const nested = KUSTOMIZATIONS.map((name) => (target === '' ? name : `${target}/${name}`)).find((each) =>
    workspace.get('kubernetes', each),
  );
  if (nested !== undefined) return nested;
  return workspace.get('kubernetes', target) !== undefined || workspace.tree()?.has(target) ? target : undefined;
}
