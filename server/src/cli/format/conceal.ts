import type { FileReport } from '../../service/workspace.ts';

/**
 * The text of a file with `•` for what its findings, the suppressed ones included, say is a secret, so that no build log keeps it. As long as the text itself, with
 * the same lines.
 */
export function withoutSecrets(text: string, { findings, suppressed }: FileReport): string {
  const spans = [...findings, ...suppressed.map(({ finding }) => finding)]
    .flatMap(({ secrets = [] }) => secrets)
    .sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), text.slice(from, end).replaceAll(/[^\r\n]/g, '•'));
    done = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
