import type { Span } from '../../base/span.ts';
import { touches } from '../../base/span.ts';
import type { Advisories } from '../../engine/advisories.ts';
import { bySeverity } from '../../engine/severity.ts';
import type { Advisory } from '../../knowledge/advisory.ts';
import {
  catalogEntryFor,
  isAffected,
  lockedFor,
  lockfileFor,
  schemeOf,
  type Dependency,
} from '../../model/dependencies/index.ts';
import { code } from '../markdown.ts';
import type { Workspace } from '../workspace.ts';

/** Nobody reads more in a hover. */
const MOST_ADVISORIES = 10;

/** Markdown about the package at `offset` of a manifest or lockfile: what is asked for, what is locked, what is known of it, and of when that knowledge is. */
export function describePackage(
  workspace: Workspace,
  path: string,
  offset: number,
): { readonly span: Span; readonly markdown: string } | undefined {
  const parsed = workspace.parsed(path);
  if (parsed?.kind !== 'dependencies') return undefined;
  const here = { start: offset, end: offset };
  for (const dependency of parsed.model.dependencies) {
    const span = [dependency.nameSpan, dependency.requirementSpan, dependency.versionSpan].find(
      (one) => one && touches(one, here),
    );
    if (span) return { span, markdown: linesOf(workspace, path, dependency).join('\n') };
  }
  return undefined;
}

function linesOf(workspace: Workspace, path: string, dependency: Dependency): readonly string[] {
  const { ecosystem, name, rawName, requirement, version, groups, deprecated, license } = dependency;
  const title = [`**${name || rawName}**`, ecosystem, ...groups].join(' · ');
  const lines = [title];
  const say = (text: string): void => void lines.push('', text);
  if (requirement) say(`Asked for: ${code(requirement)}`);
  const { view } = workspace;
  const lock = dependency.use === 'declared' ? lockfileFor(path, view) : undefined;
  const locked = lockedFor(lock, dependency);
  if (lock && locked?.version !== undefined) say(`Locked: ${code(locked.version)} in ${code(lock.path)}`);
  else if (version !== undefined && version !== requirement) say(`Version: ${code(version)}`);
  const catalog = catalogEntryFor(path, dependency, view);
  if (catalog) say(`Catalog: ${code(catalog.entry.requirement ?? '')} in ${code(catalog.path)}`);
  if (license !== undefined) say(`Licence: ${code(license)}`);
  if (deprecated !== undefined) say(`Deprecated: ${oneLine(deprecated)}`);
  const safe = safeVersions(workspace, path, dependency);
  if (safe.length > 0) say(`Smallest safe version: ${safe.join(', ')}`);
  lines.push(...aboutAdvisories(workspace.advisoriesFor(path), dependency, locked?.version ?? version));
  return lines;
}

/** What findings say to take instead: of the package itself, and, by their names, of what it brings in. */
function safeVersions(workspace: Workspace, path: string, { name, nameSpan, span }: Dependency): readonly string[] {
  const within = { start: Math.min(span.start, nameSpan.start), end: Math.max(span.end, nameSpan.end) };
  const found = new Set<string>();
  for (const { about, span: at } of workspace.report(path).findings)
    if (about?.safe !== undefined && touches(within, at))
      found.add(about.package === name ? code(about.safe) : `${code(about.safe)} of ${code(about.package)}`);
  return [...found].slice(0, MOST_ADVISORIES);
}

/** Those that the version falls under, worst first, and how many others there are; where the version is not known, all of them. */
function aboutAdvisories(
  advisories: Advisories,
  { ecosystem, name }: Dependency,
  version: string | undefined,
): readonly string[] {
  const known = name === '' ? [] : advisories.forPackage(ecosystem, name);
  if (known.length === 0) return [];
  const scheme = version === undefined ? undefined : schemeOf(ecosystem);
  const shown = known.filter((one) => !scheme || isAffected(scheme, version ?? '', one));
  const others = known.length - shown.length;
  const listed = shown.toSorted((a, b) => bySeverity(a.severity, b.severity)).slice(0, MOST_ADVISORIES);
  const rest = shown.length - listed.length;
  return [
    '',
    ...(scheme && shown.length > 0 ? [`${code(version ?? '')} is affected by`, ''] : []),
    ...listed.map(advisoryLine),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    ...(others > 0 ? [...(shown.length > 0 ? [''] : []), othersInWords(others, version ?? '')] : []),
    '',
    `Data: ${advisories.source}, ${advisories.date}`,
  ];
}

const othersInWords = (count: number, version: string): string =>
  `${count} known ${count === 1 ? 'advisory is' : 'advisories are'} about other versions than ${code(version)}.`;

function advisoryLine({ id, aliases, severity, summary, ranges, versions = [], url }: Advisory): string {
  const affected = [
    ...ranges.map(({ introduced, fixed, lastAffected }) => {
      const from = introduced === '0' ? '' : `${introduced} `;
      if (fixed !== undefined) return from === '' ? `before ${fixed}` : `${from}to ${fixed}`;
      if (lastAffected !== undefined) return `${from}up to ${lastAffected}`;
      return from === '' ? 'all versions' : `from ${introduced}`;
    }),
    ...versions.slice(0, 5),
  ];
  const others = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
  return `- [${id}](${url ?? pageOf(id)})${others} · ${severity} · ${affected.join(', ')}: ${oneLine(summary)}`;
}

/** Of ids that OSV does not have the page of whoever gave them. */
const pageOf = (id: string): string =>
  `https://${id.startsWith('SNYK-') ? 'security.snyk.io/vuln' : 'osv.dev/vulnerability'}/${encodeURIComponent(id)}`;

/** Words of others, without what Markdown would obey. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200)
    .replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&');
