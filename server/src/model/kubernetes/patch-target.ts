import { asMapping, at, stringOf, type YamlNode } from '../yaml/index.ts';
import { labelSetOf } from './labels.ts';
import type { Resource } from './resource.ts';

/** Which objects a patch of a kustomization is for. Names and namespaces are regular expressions, as Kustomize reads them. Plain data. */
export interface PatchTarget {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly annotationSelector?: string;
}

const FIELDS = ['group', 'version', 'kind', 'name', 'namespace', 'labelSelector', 'annotationSelector'] as const;

export function patchTargetIn(node: YamlNode | undefined): PatchTarget | undefined {
  const mapping = asMapping(node);
  if (!mapping) return undefined;
  const fields = FIELDS.flatMap((field) => {
    const value = stringOf(at(mapping, field));
    return value === undefined || value === '' ? [] : [[field, value] as const];
  });
  return Object.fromEntries(fields);
}

/** Whether a target certainly takes a resource in: what cannot be decided here does not. */
export const isTarget = (resource: Resource, { labelSelector, annotationSelector, ...fields }: PatchTarget): boolean =>
  annotationSelector === undefined &&
  (['group', 'version', 'kind', 'name', 'namespace'] as const).every((field) => {
    const pattern = fields[field];
    return pattern === undefined || fits(pattern, resource[field] ?? '');
  }) &&
  (labelSelector === undefined || hasLabels(resource, labelSelector));

/** The simple expressions that people write: alternatives of plain text with `.*` in it. */
function fits(pattern: string, text: string): boolean {
  const inner = /^\^?\(?([\w.*|-]*)\)?\$?$/.exec(pattern)?.[1];
  return inner?.split('|').some((each) => fitsParts(each.split('.*'), text)) ?? false;
}

function fitsParts(parts: readonly string[], text: string): boolean {
  if (parts.some((part) => part.includes('*'))) return false;
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of others) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= text.length - last.length;
}

function hasLabels({ node }: Resource, selector: string): boolean {
  const { values } = labelSetOf(node, false);
  return selector.split(',').every((part) => {
    const [, key = '', value] = /^\s*([\w./-]+)\s*(?:==?\s*([\w.-]*)\s*)?$/.exec(part) ?? [];
    return Object.hasOwn(values, key) && (value === undefined || values[key] === value);
  });
}
