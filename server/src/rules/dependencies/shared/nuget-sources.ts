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
    isCleared: all.some(isClear),
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

export const hostOf = (url: string): string => /^https?:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(url)?.[1]?.toLowerCase() ?? url;

/** The public gallery, which every machine has by default. */
export const isGallery = ({ value }: Told): boolean => /^(?:[\w-]+\.)?nuget\.org$/.test(hostOf(value));

/** The white space in front of an element on its line, with the line break; empty where something else stands there. */
export const indentBefore = (text: string, at: number): string =>
  /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
