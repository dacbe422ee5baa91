import { textOf, type XmlElement } from '../../xml/index.ts';
import type { FoundVariable, Variable } from '../variables/variable.ts';
import { conditionOf } from './entry.ts';

/** A property as it stands in a file. `default`: it only fills in what nobody set before. `conditional`: it may not count. */
interface Written extends Variable {
  readonly kind: 'plain' | 'default' | 'conditional';
}

/** The elements of `<PropertyGroup>`, wherever it is. */
export function* propertyElements({ children }: XmlElement): Generator<XmlElement> {
  for (const child of children) {
    if (child.name.toLowerCase() === 'propertygroup') yield* child.children;
    else yield* propertyElements(child);
  }
}

/** Properties by their last definition. One that stands under a condition makes the value uncertain, unless it is the same. */
export function propertiesOf(text: string, root: XmlElement): Variable[] {
  const written = new Map<string, Written[]>();
  for (const element of propertyElements(root)) {
    const value = textOf(text, element);
    if (!value) continue;
    const key = element.name.toLowerCase();
    const before = written.get(key) ?? [];
    const kind = kindOf(element);
    const property: Written = { name: element.name, value: value.text, span: value.span, kind };
    if (kind === 'plain' || before.length === 0) written.set(key, [property]);
    else if (kind === 'conditional' && before.length < MOST_DEFINITIONS) before.push(property);
  }
  return [...written.values()].flatMap((all) => {
    const [first] = all;
    const isCertain = first?.kind !== 'conditional' && all.every(({ value }) => value === first?.value);
    if (!first) return [];
    const { name, value, span, kind } = first;
    return [{ name, value, span, ...(kind === 'default' && { isDefault: true }), ...(!isCertain && { isUncertain: true }) }];
  });
}

const MOST_DEFINITIONS = 20;

/** A condition that only asks whether the property is empty is none: it gives the default. */
function kindOf(element: XmlElement): Written['kind'] {
  const condition = conditionOf(element);
  if (condition === '') return 'plain';
  const isEmpty = new RegExp(String.raw`^'?\$\(${escaped(element.name)}\)'?\s*==\s*''$`, 'i');
  return isEmpty.test(condition) ? 'default' : 'conditional';
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

/** Looks properties up, whose names are the same in any letter case. Of several lists the first counts most, and defaults least. */
export function propertyFinder(...lists: readonly (readonly FoundVariable[])[]): (name: string) => FoundVariable | undefined {
  const set = lists.flat().filter(({ isDefault }) => isDefault !== true);
  const defaults = lists.flat().filter(({ isDefault }) => isDefault === true);
  const known = new Map([...set, ...defaults].toReversed().map((variable) => [variable.name.toLowerCase(), variable]));
  return (name) => known.get(name.toLowerCase());
}
