import type { Span } from '../../base/span.ts';
import { touches } from '../../base/span.ts';
import type { Advisories } from '../../engine/advisories.ts';
import type { Advisory } from '../../knowledge/advisory.ts';
import { catalogEntryFor, lockedFor, lockfileFor, type Dependency } from '../../model/dependencies/index.ts';
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
  lines.push(...aboutAdvisories(workspace.advisoriesFor(path), dependency));
  return lines;
}

function aboutAdvisories(advisories: Advisories, { ecosystem, name }: Dependency): readonly string[] {
  const known = name === '' ? [] : advisories.forPackage(ecosystem, name);
  if (known.length === 0) return [];
  const rest = known.length - MOST_ADVISORIES;
  return [
    '',
    ...known.slice(0, MOST_ADVISORIES).map(advisoryLine),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    '',
    `Data: ${advisories.source}, ${advisories.date}`,
  ];
}

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
  return `- [${id}](${url ?? `https://osv.dev/vulnerability/${encodeURIComponent(id)}`})${others} · ${severity} · ${affected.join(', ')}: ${oneLine(summary)}`;
}

/** Words of others, without what Markdown would obey. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200)
    .replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&');
