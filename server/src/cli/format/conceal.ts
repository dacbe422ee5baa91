import type { Finding } from '../../engine/finding.ts';
import type { AnyRule } from '../../engine/rule.ts';
import { RULES } from '../../rules/index.ts';
import type { FileReport } from '../../service/workspace.ts';

/** Rules whose findings lie on a secret that is written out, with the messages that say so; the others lie on a name or a command. */
const ON_SECRETS: Readonly<Record<string, readonly string[]>> = {
  'dependencies/credentials-in-manifest': ['url', 'setting'],
  'dockerfile/password-in-chpasswd': ['literal'],
  'dockerfile/secret-in-run-command': ['literal'],
  'dockerfile/secret-value-hardcoded': ['form', 'value'],
  'kubernetes/secret-data-not-base64': ['invalid', 'type', 'newline'],
  'kubernetes/secret-in-configmap': ['form', 'named'],
  'kubernetes/secret-in-env-value': ['form', 'named'],
};

/** How the messages of such findings begin. */
const BEGINNINGS: ReadonlyMap<string, readonly string[]> = new Map(
  RULES.map(({ meta }: AnyRule) => {
    const messages: Readonly<Record<string, string>> = meta.messages;
    return [meta.id, (ON_SECRETS[meta.id] ?? []).map((name) => messages[name]?.split('{')[0] ?? '')];
  }),
);

const isOnSecret = ({ rule, message }: Finding): boolean =>
  BEGINNINGS.get(rule)?.some((beginning) => message.startsWith(beginning)) ?? false;

/**
 * The text of a file with `•` for what its findings, the suppressed ones included, call a secret, so that no build log keeps it. As long as the text itself, with
 * the same lines.
 */
export function withoutSecrets(text: string, { findings, suppressed }: FileReport): string {
  const spans = [...findings, ...suppressed.map(({ finding }) => finding)]
    .filter(isOnSecret)
    .map(({ span }) => span)
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
