const NUMBERS = /^[=v]*(\d{1,9})(?:\.(\d{1,9}))?/;

/** Ecosystems in which the second number is the one that breaks while the first is zero. */
const ZERO_IS_OPEN = new Set(['npm', 'crates.io', 'Hex', 'Pub', 'Packagist']);

/**
 * What going from one version to the other may break: `major` where the first number changes, `minor` where the second one does that stands for it while the
 * first is zero. Undefined for a smaller step, and where either has no numbers.
 */
export function leapBetween(ecosystem: string, from: string, to: string): 'major' | 'minor' | undefined {
  const before = NUMBERS.exec(from);
  const after = NUMBERS.exec(to);
  if (!before || !after) return undefined;
  if (Number(before[1]) !== Number(after[1])) return 'major';
  const isOpen = ZERO_IS_OPEN.has(ecosystem) && Number(before[1]) === 0;
  return isOpen && Number(before[2] ?? 0) !== Number(after[2] ?? 0) ? 'minor' : undefined;
}
