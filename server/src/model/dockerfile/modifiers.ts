import { MappedTextBuilder } from '../shell/index.ts';
import type { Expansion, ExpansionLookup } from './expansion.ts';

type Known = Pick<Expansion, 'value' | 'origin'>;

/** What a variable is that nothing gives a value. */
export const NOTHING: Known = { value: '', origin: new MappedTextBuilder().build() };

/** Patterns are matched only against values of ordinary length, because each `*` multiplies the time. */
const MAX_LENGTH = 256;
const MAX_STARS = 2;

/** `${NAME<operator>operand}`; undefined when the outcome is not known. `found` is the variable's value, undefined when unknown. */
export function applyModifier(operator: string, found: ReturnType<ExpansionLookup>, operand: Expansion): Known | undefined {
  if (found === 'unset') return operator.endsWith('-') ? operand : undefined;
  if (found === 'absent') return operator.endsWith('-') ? operand : operator.endsWith('?') ? undefined : NOTHING;
  const known = found;
  switch (operator) {
    case ':-':
      return known?.value === '' ? operand : known;
    case '-':
    case ':?':
    case '?':
      return known;
    case ':+':
      return known?.value === undefined ? undefined : known.value === '' ? known : operand;
    case '+':
      return known?.value === undefined ? undefined : operand;
    case '#':
    case '##':
    case '%':
    case '%%':
      return removeAffix(operator, known, operand.value);
    default:
      return replace(operator, known, operand.value);
  }
}

function removeAffix(operator: string, known: Known | undefined, pattern: string | undefined): Known | undefined {
  const { value } = known ?? {};
  if (known === undefined || value === undefined || pattern === undefined || !isSmall(value, pattern)) return undefined;
  const glob = new RegExp(`^(?:${regexOf(pattern)})$`, 's');
  const lengths = Array.from({ length: value.length + 1 }, (_, length) => length);
  if (operator.length === 2) lengths.reverse();
  const isPrefix = operator.startsWith('#');
  const found = lengths.find((length) => glob.test(isPrefix ? value.slice(0, length) : value.slice(value.length - length)));
  if (found === undefined) return known;
  const [start, end] = isPrefix ? [found, value.length] : [0, value.length - found];
  return { value: value.slice(start, end), origin: known.origin.slice(start, end) };
}

function replace(operator: string, known: Known | undefined, operand: string | undefined): Known | undefined {
  const { value } = known ?? {};
  if (known === undefined || value === undefined || operand === undefined) return undefined;
  const slash = operand.indexOf('/');
  const [pattern, replacement] = slash < 0 ? [operand, ''] : [operand.slice(0, slash), operand.slice(slash + 1)];
  if (pattern === '' || !isSmall(value, pattern)) return undefined;
  const result = value.replace(new RegExp(regexOf(pattern), operator === '//' ? 'gs' : 's'), () => replacement);
  const { start, end } = known.origin.span(0, known.origin.length);
  return { value: result, origin: new MappedTextBuilder(start).addWhole(result, start, end).build() };
}

const isSmall = (value: string, pattern: string): boolean =>
  value.length <= MAX_LENGTH && pattern.length <= MAX_LENGTH && pattern.split('*').length - 1 <= MAX_STARS;

const regexOf = (glob: string): string =>
  glob.replaceAll(/[.+^${}()|[\]\\*?]/g, (char) => (char === '*' ? '.*' : char === '?' ? '.' : `\\${char}`));
