import type { Resource } from './resource.ts';

/** Small kinds whose whole content rules about other resources ask for. */
const KINDS: ReadonlySet<string> = new Set([
  'HorizontalPodAutoscaler',
  'LimitRange',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'ResourceQuota',
  'ScaledObject',
  'Service',
  'StorageClass',
]);

const LONGEST = 4000;

/** The text of a small resource, its first line indented like the others, so that it can be read alone; undefined for other kinds. */
export function quotedText({ kind, node, isPartial }: Resource, text: string): string | undefined {
  const { start, end } = node.span;
  if (!KINDS.has(kind) || isPartial || end - start > LONGEST) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return ' '.repeat(start - lineStart) + text.slice(start, end);
}
