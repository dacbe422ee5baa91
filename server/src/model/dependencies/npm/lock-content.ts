import type { SyntaxProblem } from '../../document.ts';
import { JsonScanner, memberSpan, parseJson, spanOfJson, stringOf, valueOf, type JsonNode } from '../../json/index.ts';
import type { Span } from '../../../base/span.ts';
import { packageLockShape } from '../json-shapes.ts';
import { lacksOne } from '../misspelt.ts';
import type { Locked } from './lock/locked.ts';
import { lockedFields, lockedPackage, readField, REQUIRING, SCALARS } from './locked-package.ts';
import { sectionsOf } from './manifest.ts';

const FOLDER = 'node_modules/';
/** Folders nest a few levels; a deeper file is not one that npm wrote, and its paths would grow without bound. */
const MAX_PATH = 4096;

/** A folder of the repository itself, with its manifest. */
export interface LockProject {
  readonly path: string;
  readonly span: Span;
  readonly node: JsonNode;
}

/** What is in a lockfile, before who asks for what is told. */
export interface LockContent {
  readonly name: string | undefined;
  /** Version 1 knows no manifests. */
  readonly isVersion1: boolean;
  /** Offset of the outermost bracket. */
  readonly start: number;
  /** In the order of the file. */
  readonly installed: readonly Locked[];
  readonly projects: readonly LockProject[];
  /** Installed folders that are symbolic links into the repository. */
  readonly links: ReadonlySet<string>;
  readonly problems: readonly SyntaxProblem[];
}

/** Valid files are scanned, because a tree of a large lockfile costs several times more; the tree is for broken ones. */
export const lockContent = (text: string): LockContent => scanned(text) ?? fromTree(text);

const packageNameIn = (path: string): string | undefined => {
  const at = path.lastIndexOf(FOLDER);
  return at < 0 ? undefined : path.slice(at + FOLDER.length);
};

function scanned(text: string): LockContent | undefined {
  const json = new JsonScanner(text);
  json.peek();
  const { at: start } = json;
  const installed: Locked[] = [];
  const projects: LockProject[] = [];
  const links = new Set<string>();
  let name: string | undefined;
  let packages = 0;
  let old = -1;
  const isRead = json.members((key) => {
    if (key === 'name') {
      const value = json.scalar();
      name = value?.kind === 'string' ? value.text : undefined;
      return value !== undefined;
    }
    if (key === 'packages' && json.peek() === 123) {
      packages++;
      return scanPackages(json, { installed, projects, links });
    }
    if (key.length === 7 && lacksOne('packages', key)) packages = 2;
    // A second one or none is for the tree to decide about.
    if (key === 'dependencies') old = old === -1 && json.peek() === 123 ? json.at : -2;
    return json.skip();
  });
  if (!isRead || !json.isAtEnd() || packages > 1 || (packages === 0 && old < 0)) return undefined;
  if (packages === 0) {
    if (!scanOldPackages(new JsonScanner(text, old), '', installed)) return undefined;
    installed.sort((a, b) => a.span.start - b.span.start);
  }
  return { name, isVersion1: packages === 0, start, installed, projects, links, problems: [] };
}

interface Found {
  readonly installed: Locked[];
  readonly projects: LockProject[];
  readonly links: Set<string>;
}

const scanPackages = (json: JsonScanner, { installed, projects, links }: Found): boolean =>
  json.members((path, start, end) => {
    if (json.peek() !== 123) return json.skip();
    const rawName = packageNameIn(path);
    const nameSpan = { start, end };
    if (rawName === undefined) {
      const node = json.value();
      if (node) projects.push({ path, span: nameSpan, node });
      return node !== undefined;
    }
    const fields = lockedFields();
    const isRead = json.members((key) => {
      if (SCALARS.has(key)) {
        const value = json.scalar();
        if (value) readField(fields, key, value);
        return value !== undefined;
      }
      if (!REQUIRING.has(key) || json.peek() !== 123) return json.skip();
      return json.members((required) => {
        fields.requires.push(required);
        return json.skip();
      });
    });
    if (!isRead) return false;
    if (fields.isLink) links.add(path);
    else installed.push(lockedPackage(fields, rawName, nameSpan, path, { start: start - 1, end: json.at }));
    return true;
  });

/** Lockfile version 1 nests `dependencies` as the folders were nested; the paths they had are rebuilt. */
const scanOldPackages = (json: JsonScanner, folder: string, installed: Locked[]): boolean =>
  json.members((rawName, start, end) => {
    if (json.peek() !== 123) return json.skip();
    const path = `${folder}${FOLDER}${rawName}`;
    const fields = lockedFields();
    let nested = 0;
    const isRead = json.members((key) => {
      if (SCALARS.has(key)) {
        const value = json.scalar();
        if (value) readField(fields, key, value);
        return value !== undefined;
      }
      if (!REQUIRING.has(key) || json.peek() !== 123) return !lacksOne('dependencies', key) && json.skip();
      if (key !== 'dependencies')
        return json.members((required) => {
          fields.requires.push(required);
          return json.skip();
        });
      if (nested++ > 0 || path.length >= MAX_PATH) return false;
      const from = installed.length;
      if (!scanOldPackages(json, `${path}/`, installed)) return false;
      const depth = path.length + 1 + FOLDER.length;
      for (let index = from; index < installed.length; index++) {
        const below = installed[index];
        if (below !== undefined && below.path?.length === depth + below.rawName.length) fields.requires.push(below.rawName);
      }
      return true;
    });
    if (!isRead) return false;
    installed.push(lockedPackage(fields, rawName, { start, end }, path, { start: start - 1, end: json.at }));
    return true;
  });

function fromTree(text: string): LockContent {
  const { root, problems } = parseJson(text, { shape: packageLockShape });
  const packages = sectionsOf(root, 'packages').at(-1);
  const start = root?.start ?? 0;
  const common = { name: stringOf(root, 'name'), start, problems };
  if (packages === undefined)
    return { ...common, isVersion1: true, installed: oldPackagesOf(text, root), projects: [], links: new Set() };
  const installed: Locked[] = [];
  const projects: LockProject[] = [];
  const links = new Set<string>();
  for (const member of packages.members) {
    const { key, value } = member;
    const path = key.text;
    const isLink = valueOf(value, 'link')?.text === 'true';
    if (isLink) links.add(path);
    if (value?.kind !== 'object') continue;
    const rawName = packageNameIn(path);
    if (rawName === undefined) projects.push({ path, span: spanOfJson(key), node: value });
    else if (!isLink) installed.push(packageOf(value, rawName, spanOfJson(key), path, memberSpan(text, member)));
  }
  return { ...common, isVersion1: false, installed, projects, links };
}

function packageOf(entry: JsonNode, rawName: string, nameSpan: Span, path: string, span: Span): Locked {
  const fields = lockedFields();
  for (const { key, value } of entry.members) {
    if (value === undefined) continue;
    if (REQUIRING.has(key.text)) for (const required of value.members) fields.requires.push(required.key.text);
    else readField(fields, key.text, value);
  }
  return lockedPackage(fields, rawName, nameSpan, path, span);
}

/** Does not recurse: broken files nest as they like. */
function oldPackagesOf(text: string, root: JsonNode | undefined): Locked[] {
  const result: Locked[] = [];
  const open: { readonly object: JsonNode; readonly folder: string }[] = [];
  for (const object of sectionsOf(root, 'dependencies').slice(-1)) open.push({ object, folder: '' });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { object, folder } = next;
    for (const member of object.members) {
      if (member.value?.kind !== 'object') continue;
      const path = `${folder}${FOLDER}${member.key.text}`;
      result.push(packageOf(member.value, member.key.text, spanOfJson(member.key), path, memberSpan(text, member)));
      const [nested] = sectionsOf(member.value, 'dependencies').slice(-1);
      if (nested && path.length < MAX_PATH) open.push({ object: nested, folder: `${path}/` });
    }
  }
  return result.sort((a, b) => a.span.start - b.span.start);
}
