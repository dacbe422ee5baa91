import { folderOf } from '../../../base/path.ts';
import type { Context } from '../../../engine/rule.ts';
import { NUGET_CLEAR, type Setting } from '../../../model/dependencies/index.ts';
import { childOf, nameSpanOf, parseXml, type XmlElement } from '../../../model/xml/index.ts';

/** What a NuGet.config says of the sources of packages. */
export interface NugetSources {
  /** `<packageSources>`. */
  readonly element: XmlElement;
  readonly span: ReturnType<typeof nameSpanOf>;
  /** Sources on other machines that are not switched off. */
  readonly remote: readonly Setting[];
  /** Whether sources of files further up, or of the machine, are taken out. */
  readonly isCleared: boolean;
  readonly isMapped: boolean;
}

type Told = Pick<Setting, 'section' | 'key' | 'value'>;

const isClear = ({ section, key }: Told): boolean => section === 'packageSources' && key === NUGET_CLEAR;
/** Without the gallery the machine has no source by default. */
const isGallerySwitchedOff = ({ section, key, value }: Told): boolean =>
  section === 'disabledPackageSources' && key.toLowerCase() === 'nuget.org' && value === 'true';
const isMapping = ({ section }: Told): boolean => section === 'packageSourceMapping';

/** Undefined for any other file, and for one that names no sources. */
export function nugetSources({ file, model, env }: Context<'dependencies'>): NugetSources | undefined {
  if (model.format !== 'nuget.config' || model.problems.length > 0) return undefined;
  const { root } = parseXml(file.text);
  const element = childOf(root.children[0], 'packageSources');
  if (!element) return undefined;
  const folder = folderOf(file.path);
  // NuGet merges the files of all folders upwards.
  const above = env.workspace
    .all('dependencies')
    .flatMap(([path, { format, settings }]) => (format === 'nuget.config' && isAbove(folderOf(path), folder) ? settings : []));
  const disabled = new Set(disabledSources(model.settings));
  const all = [...model.settings, ...above];
  return {
    element,
    span: nameSpanOf(element),
    remote: model.settings.filter((one) => isSource(one) && !disabled.has(one) && /^https?:\/\//i.test(one.value)),
    isCleared: all.some((one) => isClear(one) || isGallerySwitchedOff(one)),
    isMapped: all.some(isMapping),
  };
}

const isAbove = (upper: string, folder: string): boolean => upper === '' || folder === upper || folder.startsWith(`${upper}/`);

const isSource = ({ section, key }: Told): boolean => section === 'packageSources' && key !== NUGET_CLEAR;

/** The sources that are switched off. */
export function disabledSources(settings: readonly Setting[]): readonly Setting[] {
  const disabled = new Set(
    settings.filter(({ section, value }) => section === 'disabledPackageSources' && value === 'true').map(({ key }) => key),
  );
  return settings.filter((setting) => isSource(setting) && disabled.has(setting.key));
}

/** Hosts on which everybody may have a feed: whose it is, the path says. */
const SHARED = /^(?:pkgs\.dev\.azure\.com|nuget\.pkg\.github\.com|(?:www\.)?myget\.org|gitlab\.com)$/;

/** In whose hands a source is: its host, or the part of a shared host. */
export function ownerOf(source: Told): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/@]*@)?([^/:]+)[^/]*\/?(.*)$/i.exec(source.value.toLowerCase()) ?? [];
  if (isGallery(source)) return 'nuget.org';
  const owner = host === 'gitlab.com' ? path : path.split('/').slice(0, path.startsWith('f/') ? 2 : 1);
  return SHARED.test(host) ? `${host}/${String(owner)}` : host;
}

/** The public gallery, which every machine has by default, and its mirror for China. */
export const isGallery = ({ value }: Told): boolean =>
  /^https?:\/\/(?:(?:[\w-]+\.)?nuget\.org|nuget\.cdn\.azure\.cn)(?=[:/]|$)/i.test(value);

/** The white space in front of an element on its line, with the line break; empty where something else stands there. */
export const indentBefore = (text: string, at: number): string =>
  /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
