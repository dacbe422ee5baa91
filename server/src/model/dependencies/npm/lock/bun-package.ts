import { memberSpan, spanOfJson, type JsonMember, type JsonNode } from '../../../json/index.ts';
import type { Dependency } from '../../dependency.ts';
import { locationOf } from '../../location.ts';
import { parseNpmSpec } from '../spec.ts';

/** What an entry asks for. Peers are installed for it as well, unless they are optional. */
const REQUIRED = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * One entry of `packages`: `[name@version, registry, { dependencies }, integrity]`, with fewer items for what does not come from a registry. `workspace` for
 * a package of the repository; undefined for what is broken.
 */
export function lockedBunPackage(text: string, { key, value }: JsonMember): Dependency | 'workspace' | undefined {
  const head = value?.items[0];
  if (value?.kind !== 'array' || head?.kind !== 'string') return undefined;
  const at = head.text.indexOf('@', 1);
  if (at < 0) return undefined;
  const name = head.text.slice(0, at);
  const from = head.text.slice(at + 1);
  if (from.startsWith('workspace:')) return 'workspace';
  const exact = head.end - head.start === head.text.length;
  const place = exact ? { start: head.start + at + 1, end: head.end } : spanOfJson(head);
  const rawName = lastName(key.text);
  const nameStart = key.end - rawName.length;
  const isExactKey = key.end - key.start === key.text.length;
  return {
    ecosystem: 'npm',
    rawName,
    nameSpan: isExactKey ? { start: nameStart, end: key.end } : spanOfJson(key),
    use: 'locked',
    kind: 'direct',
    groups: [],
    section: 'packages',
    ...originOf(name, rawName, from, place),
    ...integrityOf(value),
    path: key.text,
    requires: requiredBy(value),
    span: memberSpan(text, { key, value }),
  };
}

type Origin = Pick<Dependency, 'name' | 'source' | 'version' | 'versionSpan' | 'location'>;

function originOf(name: string, rawName: string, from: string, place: Required<Dependency>['span']): Origin {
  if (/^\d/.test(from)) return { name, source: name === rawName ? 'registry' : 'alias', version: from, versionSpan: place };
  const { source } = parseNpmSpec(name, from, place);
  if (source === 'registry' || source === 'alias') return { name, source };
  const hash = source === 'git' ? from.indexOf('#') : -1;
  const location = locationOf(from, place, hash, hash < 0 ? undefined : { start: hash + 1, end: from.length });
  return {
    name: rawName,
    source: from.startsWith('root:') ? 'path' : source,
    location: from.startsWith('github:') ? { ...location, transport: 'https' } : location,
  };
}

/** `a/@s/b` ends in `@s/b`. */
function lastName(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  const before = path.lastIndexOf('/', slash - 1);
  return path[before + 1] === '@' ? path.slice(before + 1) : path.slice(slash + 1);
}

function integrityOf({ items }: JsonNode): Pick<Dependency, 'integrity'> {
  const last = items.at(-1);
  return last?.kind === 'string' && /^sha\d+-/.test(last.text) ? { integrity: [last.text] } : {};
}

function requiredBy({ items }: JsonNode): string[] {
  const facts = items.find(({ kind }) => kind === 'object');
  if (facts === undefined) return [];
  const optional = facts.members.find(({ key }) => key.text === 'optionalPeers')?.value?.items.map(({ text }) => text) ?? [];
  const names = facts.members.flatMap(({ key, value }) =>
    value?.kind === 'object' && REQUIRED.includes(key.text) ? value.members.map((member) => member.key.text) : [],
  );
  return optional.length === 0 ? names : names.filter((name) => !optional.includes(name));
}
