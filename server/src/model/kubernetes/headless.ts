import { asMapping, asScalar, entryOf, type YamlDocument, type YamlMapping } from '../yaml/index.ts';
import { hasHeader } from './resource.ts';

/** A document that would be a Kubernetes object if it said its kind and its API version, one or both of which it lacks. */
export interface HeadlessObject {
  readonly node: YamlMapping;
  readonly document: YamlDocument;
}

/**
 * A document with one of the two keys and the metadata of an object; one with neither only if it stands among objects. Kinds start with a capital letter,
 * which tells them from the like-named keys of other tools; Kustomize's own may leave the version out.
 */
export function headlessOf(document: YamlDocument, isAmongObjects: boolean): HeadlessObject | undefined {
  const node = asMapping(document.root);
  if (!node || hasHeader(node) || document.isTemplate || document.problems.length > 0) return undefined;
  const metadata = asMapping(entryOf(node, 'metadata')?.value);
  if (!metadata || !asScalar((entryOf(metadata, 'name') ?? entryOf(metadata, 'generateName'))?.value)) return undefined;
  const kind = entryOf(node, 'kind');
  const isKind = kind !== undefined && /^(?!Kustomization$|Component$)[A-Z][A-Za-z0-9]+$/.test(asScalar(kind.value)?.text ?? '');
  const isVersion = /^(?:[a-z0-9.-]+\/)?v[0-9][a-z0-9]*$/.test(asScalar(entryOf(node, 'apiVersion')?.value)?.text ?? '');
  const isNeither =
    !kind && !entryOf(node, 'apiVersion') && isAmongObjects && asMapping(entryOf(node, 'spec')?.value) !== undefined;
  return isKind || isVersion || isNeither ? { node, document } : undefined;
}
