const NUMBERS = /^[=v]*(\d{1,9})(?:\.(\d{1,9}))?/;

/** Ecosystems in which the second number is the one that breaks while the first is zero. */
const ZERO_IS_OPEN = new Set(['npm', 'crates.io', 'Hex', 'Pub', 'Packagist']);

/** Whether going from one version to the other may break what uses it: another major version. False where either has no numbers. */
export function crossesMajor(ecosystem: string, from: string, to: string): boolean {
  const before = NUMBERS.exec(from);
  const after = NUMBERS.exec(to);
  if (!before || !after) return false;
  if (Number(before[1]) !== Number(after[1])) return true;
  return ZERO_IS_OPEN.has(ecosystem) && Number(before[1]) === 0 && Number(before[2] ?? 0) !== Number(after[2] ?? 0);
}
