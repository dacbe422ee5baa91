import { RULE_PAGES } from '../base/product.ts';
import type { AnyRule, RuleMeta } from '../engine/rule.ts';

/** The page of a rule. */
export const pageOf = (rule: string): string => `${RULE_PAGES}${rule}.md`;

const FIX_WORDS: Record<RuleMeta['fix'], string> = {
  safe: 'can be fixed automatically',
  suggested: 'has a quick-fix to choose',
  manual: 'has a quick-fix with placeholders to fill in',
  none: 'has no automatic fix',
};

/** How a rule's default reads: the profiles that turn it on. */
export const defaultOf = ({ profiles }: RuleMeta): string =>
  profiles.includes('recommended') ? 'on' : profiles.length > 0 ? `on in ${profiles.join(', ')}` : 'off';

/** All that there is to say about a rule, as Markdown: what, why, what to do, standards, peers' ids. */
export function explainRule({ meta }: Pick<AnyRule, 'meta'>): string {
  const lines = [
    `# ${meta.title}`,
    '',
    `\`${meta.id}\` · ${meta.severity} · default: ${defaultOf(meta)} · ${FIX_WORDS[meta.fix]}`,
    '',
    meta.why,
    '',
    '## Messages',
    '',
  ];
  for (const message of Object.values(meta.messages)) lines.push(`- ${escapePlaceholders(message)}`);
  lines.push('', '## Suppress it', '', quietly(meta.id));
  if (meta.references.length > 0)
    lines.push('', '## References', '', ...meta.references.map((reference) => `- ${linked(reference)}`));
  if (meta.aliases.length > 0)
    lines.push('', '## The same rule elsewhere', '', meta.aliases.map((alias) => `\`${alias}\``).join(' · '));
  return `${lines.join('\n')}\n`;
}

/** Placeholders read better as words in italics, and inside code, where there are none, in angle brackets. */
const escapePlaceholders = (message: string): string =>
  message.replaceAll(/`[^`]*`|\{(\w+)\}/g, (part, name: string | undefined) =>
    name === undefined ? part.replaceAll(/\{(\w+)\}/g, '<$1>') : `*${name}*`,
  );

function quietly(id: string): string {
  const comment = `\`# larboard-ignore ${id}: the reason\` on the line or the line above`;
  if (id.startsWith('dependencies/'))
    return `Where the format has comments: ${comment}. Otherwise, or for many files, in \`.larboard.yaml\` under \`suppressions\`.`;
  const annotation = id.startsWith('kubernetes/')
    ? ` the annotation \`larboard.dev/ignore: "${id}: the reason"\` at the resource (\`larboard.dev/ignore.<container>\` for one container),`
    : '';
  return `${comment}, \`# larboard-ignore-file …\` for the file,${annotation} or an entry in \`.larboard.yaml\` under \`suppressions\`.`;
}

/** A standard's name with its page, where it has a stable one. */
export function linked(reference: string): string {
  const cwe = /^CWE-(\d+)$/.exec(reference)?.[1];
  if (cwe !== undefined) return `[${reference}](https://cwe.mitre.org/data/definitions/${cwe}.html)`;
  if (/^PSS\b/.test(reference)) return `[${reference}](https://kubernetes.io/docs/concepts/security/pod-security-standards/)`;
  return /^https?:/.test(reference) ? `<${reference}>` : reference;
}
