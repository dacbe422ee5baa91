import type { Span } from '../../../base/span.ts';
import type { Dependency, Location } from '../dependency.ts';
import { locationOf } from '../location.ts';

type Spec = Pick<Dependency, 'name' | 'source' | 'requirement' | 'requirementSpan' | 'location'>;

const PATH = /^(?:file:|link:|portal:|\.{1,2}(?:[\\/]|$)|[\\/]|~[\\/]|[a-z]:[\\/])/i;
const GIT = /^(?:git(?:\+[a-z]+)?:|git@|ssh:|(?:github|gitlab|bitbucket|gist):)/i;
const SHORTHAND = /^[\w-][\w.-]*\/[\w.-]+(?:#.*)?$/;
const WEB = /^https?:/i;
/** Pages of the large forges that npm clones instead of downloading (hosted-git-info), and what Yarn and pnpm clone because of its ending. */
const FORGE =
  /^https?:\/\/(?:[^/@]*@)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/#]+\/[^/#]+\/?(?:#|$)|\.git(?:#|$)/i;
/** A package with a patch of Yarn's (https://yarnpkg.com/protocol/patch): `patch:a@npm%3A1.0.0#~/.yarn/patches/a.patch`. */
const PATCH = /^patch:((?:@[^/@]+\/)?[^/@]+)@(?:npm(?::|%3A))?([^#%:@]+)#/i;
/** Names may begin like ranges: `vue`, `xstate`. */
const RANGE_START = /^(?:[\d^~<>=*\s]|v\d|x(?:$|[.\s|]))/i;

/**
 * What stands behind a package's name in package.json (https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies, with the protocols of
 * pnpm and Yarn).
 * @param text decoded
 * @param place where `text` is in the file
 */
export function parseNpmSpec(rawName: string, text: string, place: Span): Spec {
  const exact = place.end - place.start === text.length;
  const from = (offset: number): Span => (exact ? { start: place.start + offset, end: place.end } : place);
  const registry = (name: string, source: 'registry' | 'alias', offset: number): Spec => ({
    name,
    source,
    requirement: text.slice(offset),
    requirementSpan: from(offset),
  });
  if (text.startsWith('workspace:')) {
    // An alias: `workspace:name@^1.0.0`.
    const at = text.indexOf('@', 11);
    const isAlias = at > 0 && /^[@a-z]/i.test(text.slice(10));
    return { ...registry(isAlias ? text.slice(10, at) : rawName, 'registry', isAlias ? at + 1 : 10), source: 'workspace' };
  }
  if (text.startsWith('catalog:')) return { ...registry(rawName, 'registry', 8), source: 'catalog' };
  if (text.startsWith('npm:')) {
    if (RANGE_START.test(text.slice(4))) return registry(rawName, 'registry', 4);
    const at = text.indexOf('@', 5);
    if (at < 0) return { name: text.slice(4), source: 'alias' };
    return registry(text.slice(4, at), 'alias', at + 1);
  }
  const patched = PATCH.exec(text);
  // Nothing is raised here: the patch is for this version.
  if (patched?.[1] !== undefined && patched[2] !== undefined)
    return { name: patched[1], source: patched[1] === rawName ? 'registry' : 'alias', requirement: patched[2] };
  if (PATH.test(text)) return { name: rawName, source: 'path', location: locationOf(text, place, -1, undefined) };
  if (GIT.test(text) || FORGE.test(text) || SHORTHAND.test(text))
    return { name: rawName, source: 'git', location: gitLocation(text, place) };
  if (WEB.test(text)) return { name: rawName, source: 'url', location: locationOf(text, place, -1, undefined) };
  // Protocols of other package managers (`patch:`, `jsr:`, `exec:`) are no npm package that we know anything of.
  if (/^[a-z]+:/i.test(text)) return { name: rawName, source: 'path', location: locationOf(text, place, -1, undefined) };
  return registry(rawName, 'registry', 0);
}

/** The reference is the first part of the fragment; pnpm adds `&path:…`. The forges' short forms are fetched over HTTPS. */
function gitLocation(text: string, place: Span): Location {
  const hash = text.indexOf('#');
  const more = hash < 0 ? -1 : text.indexOf('&', hash);
  const end = more < 0 ? text.length : more;
  const ref = hash < 0 || text.startsWith('path:', hash + 1) ? undefined : { start: hash + 1, end };
  const location = locationOf(text, place, hash, ref);
  const isShort = /^(?:github|gitlab|bitbucket|gist):/i.test(text) || SHORTHAND.test(text);
  return isShort ? { ...location, transport: 'https' } : location;
}
