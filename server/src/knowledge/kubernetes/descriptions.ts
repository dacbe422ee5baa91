import { DESCRIPTIONS } from './descriptions-data.ts';

/** Read when it is first asked for. The table is constant, so what was read stays right. A line is `#Type`, or a field's name and its description. */
class Descriptions {
  #types: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  of(type: string): ReadonlyMap<string, string> | undefined {
    this.#types ??= typesOf(DESCRIPTIONS);
    return this.#types.get(type);
  }
}

function typesOf(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const types = new Map<string, Map<string, string>>();
  let fields = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const blank = line.indexOf(' ');
    if (line.startsWith('#')) {
      fields = new Map<string, string>();
      types.set(line.slice(1), fields);
    } else fields.set(line.slice(0, blank), line.slice(blank + 1));
  }
  return types;
}

const ALL = new Descriptions();

/** What a field of a type means: the first sentence of its description. */
export const descriptionOf = (type: string, field: string): string | undefined => ALL.of(type)?.get(field);
