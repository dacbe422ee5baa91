import { findCredentials, isRandomLooking, isSecretName } from '../../knowledge/secrets.ts';
import type { Binding, Dockerfile, Expansion, Instruction } from '../../model/dockerfile/index.ts';

/** Parts of paths, versions and the like, which are long and of many characters without being secret: `x86`, `openjdk`, `2024`. */
const WORD = /^(?:[A-Za-z]?[a-z]{0,15}\d{0,4}|[A-Z]{1,12}\d{0,4}|\d{1,8})$/;

const isWordy = (value: string): boolean => value.split(/[./_~-]/).every((part) => WORD.test(part));

/** Whether a value looks like a credential, or a variable that goes into it, through whichever others, has the name of a secret. */
export function holdsSecret(expansion: Expansion, declared: Instruction, model: Dockerfile): boolean {
  const seen = new Set<Binding>();
  const open: (readonly [Expansion, Instruction])[] = [[expansion, declared]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [{ value, variables }, place] = next;
    if (value !== undefined && (findCredentials(value).length > 0 || (isRandomLooking(value) && !isWordy(value)))) return true;
    for (const { name } of variables) {
      if (isSecretName(name)) return true;
      // The default of an argument that a stage repeats stands before the first FROM.
      const bindings = [model.binding(name, place), model.global.find(name, place.index)];
      for (const binding of bindings) {
        if (!binding?.expansion || seen.has(binding)) continue;
        seen.add(binding);
        open.push([binding.expansion, binding.instruction]);
      }
    }
  }
  return false;
}
