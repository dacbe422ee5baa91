import type { Demand } from '../../../knowledge/control-plane/index.ts';

/** What is wrong with a value; `better` is the value that would be right, if one is known. */
export interface Wrong {
  readonly better: string | undefined;
}

/** Judges the value of a flag as its program reads it; undefined when it is right, or not of the type that the flag has. */
export function judge(demand: Demand, value: string): Wrong | undefined {
  if ('unset' in demand) return { better: undefined };
  if ('set' in demand) return value === '' ? { better: demand.set } : undefined;
  if ('equals' in demand) {
    const truth = booleanOf(value);
    return truth === undefined || String(truth) === demand.equals ? undefined : { better: demand.equals };
  }
  if ('least' in demand) {
    const number = Number(value);
    return number > 0 && number < demand.least ? { better: String(demand.least) } : undefined;
  }
  if ('never' in demand) return demand.never.includes(value) ? { better: demand.instead } : undefined;
  if ('only' in demand) return demand.only.includes(value) ? undefined : { better: demand.instead };
  const items = value.split(',').map((item) => item.trim());
  if ('includes' in demand)
    return items.includes(demand.includes)
      ? undefined
      : { better: [...items.filter((item) => item !== ''), demand.includes].join(',') };
  const left = items.filter((item) => !demand.excludes.includes(item));
  return left.length === items.length ? undefined : { better: left.length > 0 ? left.join(',') : demand.instead };
}

/** The value that a flag needs which is not there, if one fits every cluster. */
export function missingValue(demand: Demand): string | undefined {
  if ('equals' in demand) return demand.equals;
  if ('set' in demand) return demand.set;
  if ('includes' in demand) return demand.includes;
  if ('least' in demand) return String(demand.least);
  return 'instead' in demand ? demand.instead : undefined;
}

/** What to do, without the full stop. */
export function remedyOf(demand: Demand): string {
  if ('unset' in demand) return 'Delete it';
  if ('set' in demand) return `Set it, for example to \`${demand.set}\``;
  if ('equals' in demand) return `Set it to \`${demand.equals}\``;
  if ('includes' in demand) return `Add \`${demand.includes}\``;
  if ('least' in demand) return `Set it to \`${demand.least}\` or more`;
  if ('excludes' in demand)
    return demand.instead === undefined
      ? `Take out ${demand.excludes.length > 1 ? 'what is weak' : `\`${demand.excludes.join()}\``}`
      : `Use \`${demand.instead}\``;
  return `Set it to \`${demand.instead}\``;
}

/** A boolean as Go's `strconv.ParseBool` reads it. */
function booleanOf(value: string): boolean | undefined {
  if (['1', 't', 'T', 'true', 'True', 'TRUE'].includes(value)) return true;
  return ['0', 'f', 'F', 'false', 'False', 'FALSE'].includes(value) ? false : undefined;
}
