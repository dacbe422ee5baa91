import { baseName } from '../../../base/path.ts';
import type { Span } from '../../../base/span.ts';
import type { Annotation } from '../../document.ts';
import { attributeText, childOf, parseXml, partOf, xmlComments, type XmlElement, type XmlValue } from '../../xml/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Inheritance } from '../file.ts';
import { hasVariable, type FoundVariable } from '../variables/variable.ts';
import { entryOf, metadataOf } from './entry.ts';
import { nugetName } from './name.ts';
import { overrideSitesOf } from './override-sites.ts';
import { propertiesOf, propertyFinder } from './properties.ts';
import { frameworksOf, nugetProject, sourcesOf } from './project-settings.ts';

type Find = (name: string) => FoundVariable | undefined;

/** The items that name packages (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files), by their names in lower case. */
const ITEMS: ReadonlyMap<string, { readonly section: string; readonly use: Use; readonly groups: readonly Group[] }> = new Map([
  ['packagereference', { section: 'PackageReference', use: 'declared', groups: [] }],
  ['packageversion', { section: 'PackageVersion', use: 'constraint', groups: [] }],
  ['globalpackagereference', { section: 'GlobalPackageReference', use: 'declared', groups: ['dev'] }],
  ['packagedownload', { section: 'PackageDownload', use: 'declared', groups: ['dev'] }],
  ['dotnetclitoolreference', { section: 'DotNetCliToolReference', use: 'declared', groups: ['dev'] }],
]);

/** Reads a file of MSBuild: a project, Directory.Packages.props, Directory.Build.props and what they import. */
export function parseMsbuild(text: string, path: string): DependencyFile {
  const document = parseXml(text);
  const variables = propertiesOf(text, document.root);
  const find = propertyFinder(variables);
  const dependencies: Dependency[] = [];
  const inherits: Inheritance[] = [];
  walk(text, document.root, find, dependencies, inherits);
  const annotations = text.includes(SUPPRESS) ? suppressionsIn(document.root, { start: 0, end: text.length }) : [];
  const overrideSites = overrideSitesOf(text, document.root, path);
  const name = find('PackageId')?.value ?? /^(.*)\.[a-z]*proj$/i.exec(baseName(path))?.[1];
  const project = nugetProject(find);
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'msbuild',
    role: 'manifest',
    problems: document.problems,
    comments: xmlComments(text, document),
    ...(name !== undefined && { name: nugetName(name) }),
    ...(project && { project }),
    ...(annotations.length > 0 && { annotations }),
    dependencies,
    registries: sourcesOf(text, document.root),
    runtimes: frameworksOf(text, document.root),
    variables,
    inherits,
    ...(overrideSites.length > 0 && { overrideSites }),
  });
}

function walk(text: string, element: XmlElement, find: Find, dependencies: Dependency[], inherits: Inheritance[]): void {
  for (const child of element.children) {
    const name = child.name.toLowerCase();
    if (name === 'propertygroup' || name === 'target') continue;
    if (ITEMS.has(name)) dependencies.push(...itemsOf(text, child, find));
    else if (name === 'project' || name === 'sdk' || name === 'import') dependencies.push(...sdksOf(text, child, find));
    if (name === 'import') inherits.push(...importOf(child));
    walk(text, child, find, dependencies, inherits);
  }
}

const SUPPRESS = 'NuGetAuditSuppress';

/** Items that accept an advisory by its address, for the whole project (https://learn.microsoft.com/nuget/concepts/auditing-packages#excluding-advisories). */
function suppressionsIn(element: XmlElement, covers: Span): Annotation[] {
  const include = element.name === SUPPRESS ? attributeText(element, 'Include') : undefined;
  const own = include && {
    name: SUPPRESS,
    value: include.text,
    span: include.span,
    covers,
    containers: new Map(),
    knowsContainers: false,
  };
  return [...(own ? [own] : []), ...element.children.flatMap((child) => suppressionsIn(child, covers))];
}

/** An item may name several packages, divided by semicolons. */
function itemsOf(text: string, element: XmlElement, find: Find): Dependency[] {
  const item = ITEMS.get(element.name.toLowerCase());
  const include = attributeText(element, 'Include');
  const id = include ?? attributeText(element, 'Update');
  if (!item || !id) return [];
  const override = metadataOf(text, element, 'VersionOverride');
  const version = override?.text ? override : metadataOf(text, element, 'Version');
  // What only updates an item says something of a package that is asked for elsewhere.
  if (!include && !version?.text) return [];
  const isPrivate = /(?:^|;)\s*all\s*(?:;|$)/i.test(metadataOf(text, element, 'PrivateAssets')?.text ?? '');
  const groups = isPrivate && item.groups.length === 0 ? (['dev'] as const) : item.groups;
  const section = include ? item.section : `${item.section}.Update`;
  const use = include ? item.use : 'constraint';
  return pieces(id)
    .filter((one) => !hasVariable(one.text) && one.text !== '*')
    .map((one) => entryOf(text, element, { id: one, version, section, use, groups }, find));
}

/** SDKs are packages when they have a version: `Sdk="Name/1.0"`, `<Sdk Name="…" Version="…" />` (https://learn.microsoft.com/visualstudio/msbuild/how-to-use-project-sdk). */
function sdksOf(text: string, element: XmlElement, find: Find): Dependency[] {
  const of = (id: XmlValue, version: XmlValue | undefined): Dependency =>
    entryOf(text, element, { id, version, section: 'Sdk', groups: ['dev'] }, find);
  const sdk = attributeText(element, element.name.toLowerCase() === 'sdk' ? 'Name' : 'Sdk');
  if (!sdk) return [];
  const apart = attributeText(element, 'Version');
  const found = pieces(sdk).flatMap((one) => {
    const slash = one.text.indexOf('/');
    if (slash > 0) return [of(partOf(one, 0, slash), partOf(one, slash + 1, one.text.length))];
    return apart && apart.text !== '' ? [of(one, apart)] : [];
  });
  // The project is more than its SDK: nothing is deleted with it.
  return found.map(({ deletion: _, ...dependency }) => dependency);
}

function pieces(value: XmlValue): XmlValue[] {
  const result: XmlValue[] = [];
  for (const match of value.text.matchAll(/[^;\s][^;]*/g))
    result.push(partOf(value, match.index, match.index + match[0].trimEnd().length));
  return result;
}

const HERE = /^\$\(MSBuild(?:ThisFile|Project)Directory\)[\\/]?/i;
const ABOVE = /GetPathOfFileAbove\(\s*'?([\w.$()-]+?)'?\s*[,)]/i;
const THIS_FILE = /^\$\(MSBuildThisFile\)?$/i;

/** Another file of properties whose place can be told. */
function importOf(element: XmlElement): Inheritance[] {
  const written = attributeText(element, 'Project')?.text ?? '';
  const above = ABOVE.exec(written)?.[1];
  if (above !== undefined) return [{ path: THIS_FILE.test(above) ? 'Directory.Build.props' : above, isAbove: true }];
  const path = written.replace(HERE, '').replaceAll('\\', '/');
  return path === '' || hasVariable(path) || childOf(element, 'Sdk') || attributeText(element, 'Sdk') ? [] : [{ path }];
}
