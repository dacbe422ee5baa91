import type { Context } from '../../../engine/rule.ts';

/** What conditions say that ask which APIs or which version the cluster has. */
const ASKS = /\bCapabilities\b|semverCompare|api_?version|kube_?version/i;

/** What opens a block that `end` closes. */
const OPENS = /^(?:if|with|range|define|block)\b/;

interface Change {
  readonly at: number;
  readonly asks: boolean;
}

/**
 * Tells for offsets of a Helm template whether they are only rendered under a condition about the cluster's APIs: there the chart itself chooses
 * between the old version and the new one.
 */
export function apiConditions({ file, model }: Context<'kubernetes'>): (offset: number) => boolean {
  if (!model.isTemplate) return () => false;
  let changes: readonly Change[] | undefined;
  return (offset) => {
    changes ??= changesIn(file.text);
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return changes[low - 1]?.asks ?? false;
  };
}

function changesIn(text: string): readonly Change[] {
  const changes: Change[] = [];
  const open: boolean[] = [];
  for (let start = text.indexOf('{{'); start >= 0;) {
    const end = text.indexOf('}}', start);
    if (end < 0) break;
    const action = text
      .slice(start + 2, end)
      .replace(/^-/, '')
      .trimStart();
    if (OPENS.test(action)) open.push((open.at(-1) ?? false) || ASKS.test(action));
    else if (action.startsWith('else')) open.push((open.pop() ?? false) || ASKS.test(action));
    else if (/^end\b/.test(action)) open.pop();
    changes.push({ at: end, asks: open.at(-1) ?? false });
    start = text.indexOf('{{', end);
  }
  return changes;
}
