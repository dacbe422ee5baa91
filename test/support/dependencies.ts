import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import {
  dependencyFacts,
  lockfileFor,
  parseDependencies,
  type DependencyFacts,
  type Lock,
} from '../../server/src/model/dependencies/index.ts';

export const dependencyFactsOf = (path: string, text: string): DependencyFacts => dependencyFacts(parseDependencies(path, text));

/** The lockfile of the manifest at `path` in a workspace of `files`. */
export const lockOf = (files: Readonly<Record<string, string>>, path: string): Lock | undefined =>
  lockfileFor(path, { get: (_, other) => (files[other] === undefined ? undefined : dependencyFactsOf(other, files[other])) });

/** One line a dependency: section, name, what its spans cover. */
export function shown(path: string, text: string): string[] {
  return parseDependencies(path, text).dependencies.map((dependency) => {
    const {
      section,
      use,
      kind,
      groups,
      source,
      name,
      rawName,
      nameSpan,
      requirement,
      requirementSpan,
      template,
      origin,
      variant,
      version,
      location,
      marker,
    } = dependency;
    const asked = requirementSpan && text.slice(requirementSpan.start, requirementSpan.end);
    // A text with escapes has one place for all of its parts, and so has a list of words.
    const isExact = asked !== undefined && !asked.includes('\\') && (asked.includes(',') || requirement?.includes(',') !== true);
    // Gradle also writes variables without braces.
    if (requirement !== undefined && isExact) assert.equal(asked.replace(/^\$([\w.]+)$/, '${$1}'), template ?? requirement);
    if (origin) assert.equal(text.slice(origin.span.start, origin.span.end), requirement);
    if (location) assert.equal(text.slice(location.urlSpan.start, location.urlSpan.end), location.url);
    if (location?.refSpan) assert.equal(text.slice(location.refSpan.start, location.refSpan.end), location.ref);
    return [
      section || '-',
      use === 'declared' || use === 'locked' ? '' : use,
      kind === 'direct' ? '' : kind,
      groups.join('+'),
      source === 'registry' ? '' : source,
      name === rawName ? name : `${rawName}→${name}`,
      text.slice(nameSpan.start, nameSpan.end) === name ? '' : `'${text.slice(nameSpan.start, nameSpan.end)}'`,
      requirement === undefined ? '' : `"${requirement}"`,
      version === undefined ? '' : `=${version}`,
      location === undefined
        ? ''
        : `${location.transport} ${location.url}${location.ref === undefined ? '' : ` @${location.ref}`}${location.isCommit ? '!' : ''}`,
      template === undefined ? '' : `from ${template}${origin ? '' : ' in no one place'}`,
      marker === undefined ? '' : `if ${marker}`,
      variant === undefined ? '' : `(${variant})`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}

/** The text after deleting the entry of `name`. */
export const without = (path: string, text: string, name: string): string => {
  const dependency = parseDependencies(path, text).dependencies.find((one) => one.rawName === name);
  assert.ok(dependency?.deletion);
  return applyEdits(text, [{ span: dependency.deletion, newText: '' }]);
};

/** A line a manifest that a lockfile knows: its folder, what it asks for, what that leads to, what is linked. */
export const rootsOf = (path: string, text: string): string[][] =>
  parseDependencies(path, text).roots.map(({ path: folder, declared, resolved, linked }) => {
    for (const { requirement, requirementSpan } of declared ?? [])
      if (requirementSpan) assert.equal(text.slice(requirementSpan.start, requirementSpan.end), requirement);
    return [
      folder,
      declared
        ?.map(
          ({ section, rawName, requirement }) => `${section} ${rawName}${requirement === undefined ? '' : ` "${requirement}"`}`,
        )
        .join(', ') ?? 'no manifest known',
      [...resolved].map(([name, { version }]) => `${name} ${version ?? '-'}`).join(', '),
      [...linked].join(', '),
    ];
  });
