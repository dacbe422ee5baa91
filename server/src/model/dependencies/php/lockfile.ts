import { parseJson, spanOfJson, valueOf, type JsonNode } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { composerLockShape } from '../json-shapes.ts';
import { isMistyped } from '../misspelt.ts';
import { flatRoot } from '../python/locked.ts';
import { composerLockLines } from './lock-lines.ts';
import { FIELDS, lockedComposerPackage, PARTS, rawPackage, type RawPackage } from './locked.ts';

/** How the lists of packages begin in the layout of Composer, of which one may be broken. */
const LAYOUT = /^[ \t]+"packages(?:-dev)?": \[\r?\n[ \t]+\{\r?$/m;

/** Reads composer.lock (Composer's own format, https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control). */
export function parseComposerLock(text: string): DependencyFile {
  const packages = (LAYOUT.test(text) ? composerLockLines(text) : undefined) ?? composerLockTree(text);
  const dependencies = packages.flatMap((raw) => lockedComposerPackage(raw) ?? []);
  // The file does not say what the project asks for: what no other package requires, and perhaps more.
  const required = new Set(dependencies.flatMap(({ requires = [] }) => requires));
  for (const one of dependencies) if (required.has(one.name)) one.kind = 'transitive';
  return dependencyFile({
    ecosystem: 'Packagist',
    format: 'composer.lock',
    role: 'lockfile',
    dependencies,
    roots: dependencies.length === 0 ? [] : [rootOf(dependencies, packages)],
  });
}

/** Names that another package stands for are left open: which version they have is not told. */
function rootOf(dependencies: readonly Dependency[], packages: readonly RawPackage[]): LockRoot {
  const root = flatRoot(dependencies);
  const names = packages.flatMap(({ provides }) => provides.map((name) => name.toLowerCase()));
  return { ...root, linked: new Set([...root.linked, ...names.filter((name) => !root.resolved.has(name))]) };
}

/** The same of a file in another layout. */
function composerLockTree(text: string): RawPackage[] {
  const { root } = parseJson(text, { shape: composerLockShape });
  return ['packages', 'packages-dev'].flatMap((section) =>
    (listOf(root, section)?.items ?? []).filter(({ kind }) => kind === 'object').map((node) => packageIn(section, node)),
  );
}

/** The list under `name`, which may lack a character. */
const listOf = (root: JsonNode | undefined, name: string): JsonNode | undefined =>
  valueOf(root, name) ?? root?.members.find(({ key, value }) => value?.kind === 'array' && isMistyped(name, key.text))?.value;

function packageIn(section: string, node: JsonNode): RawPackage {
  const raw = rawPackage(section, node.start);
  raw.end = node.end;
  const add = (prefix: string, object: JsonNode | undefined, keys: ReadonlySet<string>): void => {
    for (const { key, value } of object?.members ?? [])
      if (keys.has(key.text) && (value?.kind === 'string' || value?.kind === 'literal'))
        raw.fields.set(prefix + key.text, { text: value.text, span: spanOfJson(value) });
  };
  add('', node, FIELDS);
  add('source.', valueOf(node, 'source'), PARTS);
  add('dist.', valueOf(node, 'dist'), PARTS);
  raw.requires.push(...(valueOf(node, 'require')?.members ?? []).map(({ key }) => key.text));
  for (const key of ['replace', 'provide']) raw.provides.push(...(valueOf(node, key)?.members ?? []).map((one) => one.key.text));
  raw.licenses.push(...(valueOf(node, 'license')?.items ?? []).map(({ text: license }) => license));
  return raw;
}
