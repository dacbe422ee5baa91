/** A unified diff of two versions of a file, three lines of context. Lines in common at both ends are cut off; what is between is compared line by line. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = splitLines(before);
  const now = splitLines(after);
  const steps = compare(old, now);
  const hunks: string[] = [];
  for (let index = 0; index < steps.length;) {
    if (steps[index]?.kind === ' ') {
      index++;
      continue;
    }
    const from = Math.max(0, index - 3);
    let to = index;
    for (let at = index; at < steps.length && at <= to + 6; at++) if (steps[at]?.kind !== ' ') to = at;
    const end = Math.min(steps.length, to + 4);
    const part = steps.slice(from, end);
    const first = steps[from];
    const removed = part.filter(({ kind }) => kind !== '+').length;
    const added = part.filter(({ kind }) => kind !== '-').length;
    hunks.push(
      `@@ -${(first?.old ?? 0) + 1},${removed} +${(first?.now ?? 0) + 1},${added} @@\n${part.map(({ kind, line }) => `${kind}${line}`).join('\n')}\n`,
    );
    index = end;
  }
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

interface Step {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
  readonly old: number;
  readonly now: number;
}

const splitLines = (text: string): string[] => {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

function compare(old: readonly string[], now: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail])
    tail++;
  const steps: Step[] = [];
  const same = (from: number, to: number, shift: number) => {
    for (let at = from; at < to; at++) steps.push({ kind: ' ', line: old[at] ?? '', old: at, now: at + shift });
  };
  same(0, head, 0);
  middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), head, steps);
  same(old.length - tail, old.length, now.length - old.length);
  return steps;
}

/** Above this many cells the table would not fit; then everything old goes and everything new comes. */
const CELLS = 4_000_000;

function middle(old: readonly string[], now: readonly string[], offset: number, steps: Step[]): void {
  const columns = now.length + 1;
  const table = old.length * now.length <= CELLS ? new Uint32Array((old.length + 1) * columns) : undefined;
  if (table) {
    for (let a = old.length - 1; a >= 0; a--) {
      for (let b = now.length - 1; b >= 0; b--) {
        table[a * columns + b] =
          old[a] === now[b]
            ? (table[(a + 1) * columns + b + 1] ?? 0) + 1
            : Math.max(table[(a + 1) * columns + b] ?? 0, table[a * columns + b + 1] ?? 0);
      }
    }
  }
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    const place = { old: offset + a, now: offset + b };
    if (table && a < old.length && b < now.length && old[a] === now[b]) {
      steps.push({ kind: ' ', line: old[a] ?? '', ...place });
      a++;
      b++;
    } else if (
      a < old.length &&
      (!table || b >= now.length || (table[(a + 1) * columns + b] ?? 0) >= (table[a * columns + b + 1] ?? 0))
    ) {
      steps.push({ kind: '-', line: old[a++] ?? '', ...place });
    } else steps.push({ kind: '+', line: now[b++] ?? '', ...place });
  }
}
