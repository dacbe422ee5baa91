import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { locationOf } from '../location.ts';
import { pinnedVersion } from '../versions/index.ts';
import { pypiVersions } from '../versions/pypi/index.ts';
import { normalizedPythonName } from './name.ts';

type Requirement = Omit<Dependency, 'use' | 'kind' | 'groups' | 'section' | 'span' | 'deletion'>;

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[ \t]*(\[[^\]]*\])?[ \t]*/;
const URL_LIKE = /^(?:(?:git|hg|svn|bzr)\+|[a-z]+:\/\/|git@|\.{0,2}\/|\.{1,2}(?:\[|$)|file:|[^\s;@]+\.whl\s*(?:;|$))/i;
const EGG = /[#&]egg=([A-Za-z0-9._-]+)/;
/** The name of a wheel's file: package, version, perhaps a build, and what it runs on (https://packaging.python.org/specifications/binary-distribution-format/). */
const WHEEL = /(?:^|[\\/=])([A-Za-z0-9][\w.]*)-([^-\\/?#]+)(?:-\d[^-\\/?#]*)?-[^-\\/?#]+-[^-\\/?#]+-[^-\\/?#]+\.whl(?=$|[?#])/i;
const OPTION = /[ \t]--?[A-Za-z]/;
const HASH = /--hash[= ]([a-z0-9]+:[0-9a-f]+)/gi;

/**
 * One requirement (PEP 508), or a bare URL or path as pip takes it.
 * @param text without comments, continuation lines joined
 * @param start where `text` begins in the file; it has the file's offsets
 */
export function parseRequirement(text: string, start: number): Requirement | undefined {
  const option = OPTION.exec(text);
  const body = option === null ? text : text.slice(0, option.index);
  const integrity = option === null ? [] : [...text.slice(option.index).matchAll(HASH)].map(([, hash]) => hash ?? '');
  const found = URL_LIKE.test(body) ? bareLocation(body, start) : named(body, start);
  return found && { ...found, ...(integrity.length > 0 && { integrity }) };
}

function named(body: string, start: number): Requirement | undefined {
  const match = NAME.exec(body);
  const rawName = match?.[1];
  if (match === null || rawName === undefined) return undefined;
  const base = {
    ecosystem: 'PyPI',
    name: normalizedPythonName(rawName),
    rawName,
    nameSpan: { start, end: start + rawName.length },
  } as const;
  const behind = match[0].length;
  const rest = body.slice(behind);
  if (rest.startsWith('@')) {
    const spaces = /^@[ \t]*/.exec(rest)?.[0].length ?? 1;
    const { url, marker } = cutMarker(rest.slice(spaces));
    const version = wheelIn(url)?.version;
    return {
      ...base,
      ...located(url, start + behind + spaces),
      ...(version !== undefined && { version }),
      ...(marker !== undefined && { marker }),
    };
  }
  if (rest !== '' && !/^[(;<>=!~]/.test(rest)) return undefined;
  const semicolon = rest.indexOf(';');
  const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim();
  const specifier = inner(semicolon < 0 ? rest : rest.slice(0, semicolon));
  const requirement = rest.slice(specifier.start, specifier.end);
  // A pair of another format, `title = "x"`, and no `==` with a character missing.
  if (/^=[ \t]*["'{[]/.test(requirement)) return undefined;
  // A requirement that is not there yet belongs behind the extras.
  const from = start + (requirement === '' ? match[0].trimEnd().length : behind + specifier.start);
  const requirementSpan = { start: from, end: from + requirement.length };
  const version = pinnedVersion(pypiVersions, requirement);
  return {
    ...base,
    source: 'registry',
    requirement,
    requirementSpan,
    ...(version !== undefined && { version, versionSpan: requirementSpan }),
    ...(marker !== undefined && { marker }),
  };
}

/** Without white space and one pair of parentheses around it. */
function inner(specifier: string): Span {
  let start = specifier.length - specifier.trimStart().length;
  let end = specifier.trimEnd().length;
  if (specifier[start] === '(' && specifier[end - 1] === ')') {
    start++;
    end--;
    while (start < end && specifier[start] === ' ') start++;
    while (end > start && specifier[end - 1] === ' ') end--;
  }
  return { start: Math.min(start, end), end };
}

/** A marker behind a URL needs white space before its semicolon. */
function cutMarker(text: string): { readonly url: string; readonly marker?: string } {
  const at = /[ \t];/.exec(text)?.index ?? -1;
  return at < 0 ? { url: text.trimEnd() } : { url: text.slice(0, at).trimEnd(), marker: text.slice(at + 2).trim() };
}

function bareLocation(body: string, start: number): Requirement {
  const { url, marker } = cutMarker(body);
  const egg = EGG.exec(url);
  const wheel = wheelIn(url);
  const rawName = egg?.[1] ?? wheel?.name ?? '';
  const at = egg ? egg.index + 5 : (wheel?.at ?? 0);
  return {
    ecosystem: 'PyPI',
    name: normalizedPythonName(rawName),
    rawName,
    nameSpan: { start: start + at, end: start + at + rawName.length },
    ...located(url, start),
    ...(wheel && { version: wheel.version }),
    ...(marker !== undefined && { marker }),
  };
}

/** The package and version that the name of a wheel's file tells. */
function wheelIn(url: string): { readonly name: string; readonly at: number; readonly version: string } | undefined {
  const match = WHEEL.exec(url);
  const [, name, written] = match ?? [];
  if (!match || name === undefined || written === undefined) return undefined;
  const version = written.replaceAll(/%2B/gi, '+').replaceAll('_', '-');
  return pypiVersions.isVersion(version) ? { name, at: match.index + match[0].indexOf(name), version } : undefined;
}

/** A URL: `git+https://host/path@ref#egg=name`. The reference stands behind the path's last `@`. */
function located(url: string, start: number): Pick<Dependency, 'source' | 'location'> {
  const place = { start, end: start + url.length };
  const hash = url.indexOf('#');
  const end = hash < 0 ? url.length : hash;
  const isGit = /^git[+@:]/i.test(url);
  const pathStart = url.indexOf('/', url.includes('://') ? url.indexOf('://') + 3 : 0);
  const at = url.lastIndexOf('@', end);
  const ref = isGit && pathStart >= 0 && at > pathStart ? { start: at + 1, end } : undefined;
  const location = locationOf(url, place, ref === undefined ? hash : at, ref);
  const isPath = /^(?:file:|\.)|^\//i.test(url) || (!isGit && !/^[a-z+]+:/i.test(url));
  return { source: isGit ? 'git' : isPath ? 'path' : 'url', location };
}
