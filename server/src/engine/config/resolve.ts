import { baseName, foldersUpwards, folderOf, inFolder, resolvePath } from '../../base/path.ts';
import type { RuleNames } from '../rule-names.ts';
import type { Config, ConfigProblem } from './config.ts';
import { type Layer, mergeLayers } from './layers.ts';
import { PEER_CONFIGS, type PeerSettings } from './peers/index.ts';
import { CONFIG_SHAPE, type ConfigContent } from './schema.ts';
import type { ConfigValue } from './value.ts';

/** The names a configuration file may have, the preferred one first. */
export const CONFIG_FILE_NAMES = ['.larboard.yaml', '.larboard.yml'] as const;

/** One configuration file, read. `problems` are what is wrong with the file alone. */
export interface ConfigDocument {
  readonly path: string;
  readonly content: ConfigContent;
  readonly problems: readonly ConfigProblem[];
}

export function readConfig(path: string, value: ConfigValue): ConfigDocument {
  const problems: ConfigProblem[] = [];
  const content = CONFIG_SHAPE.read(value, '', (span, message) => problems.push({ path, span, message }));
  return { path, content: content ?? {}, problems };
}

export interface Sources {
  /** The configuration file at a workspace path, if there is one. Also asked for files that `extends` names. */
  readonly document: (path: string) => ConfigDocument | undefined;
  /** The same for a peer's configuration file; weaker than any file of our own, stronger than the settings. */
  readonly peer: (path: string) => PeerSettings | undefined;
  readonly names: RuleNames;
  /** The editor's settings: weaker than any file. */
  readonly settings?: ConfigContent;
  /** What the command line said: stronger than any file. */
  readonly commandLine?: ConfigContent;
  /** A configuration file that replaces those found in folders (`--config`). */
  readonly only?: string;
}

/** What holds in `folder`: the nearest file upwards wins, key by key. */
export function resolveConfig(sources: Sources, folder: string): Config {
  return mergeLayers(
    layersFor(sources, folder, () => {}),
    sources.names,
  );
}

/** All that is wrong with the configuration file at `path`, also in what it refers to and what it may not do. */
export function configProblems(sources: Sources, path: string): readonly ConfigProblem[] {
  const document = sources.document(path);
  if (!document) return [];
  const problems = [...document.problems];
  // A file with a configuration's own name stands in a chain of folders, whose locks it must respect; a base file stands alone.
  const inChain = CONFIG_FILE_NAMES.some((name) => name === baseName(path));
  const layers = layersFor(inChain ? sources : { ...sources, only: path }, folderOf(path), (problem) => problems.push(problem));
  mergeLayers(layers, sources.names, (layer, span, message) => {
    if (layer.path === path) problems.push({ path, span, message });
  });
  return problems.filter((problem) => problem.path === path);
}

function layersFor(
  { document, peer, settings, commandLine, only }: Sources,
  folder: string,
  report: (problem: ConfigProblem) => void,
): readonly Layer[] {
  const layers: Layer[] = [];
  if (settings) layers.push({ content: settings, folder: '', from: 'settings' });
  const folders = [...foldersUpwards(`${folder}/x`.replace(/^\//, ''))];
  if (only === undefined) layers.push(...peerLayers(folders, peer));
  const paths = only === undefined ? folders.toReversed().flatMap((each) => configPathIn(each, document) ?? []) : [only];
  for (const path of paths) {
    // The one file of `--config` speaks for the whole workspace, wherever it stands.
    const chain = withBases(path, document, report, []);
    layers.push(...(only === undefined ? chain : chain.map((layer) => ({ ...layer, folder: '' }))));
  }
  if (commandLine) layers.push({ content: commandLine, folder: '', from: 'command line' });
  return layers;
}

function configPathIn(folder: string, document: Sources['document']): string | undefined {
  return CONFIG_FILE_NAMES.map((name) => inFolder(folder, name)).find((path) => document(path) !== undefined);
}

/** Of each peer the nearest file alone: peers read one and do not merge. `folders`: the nearest first. */
function peerLayers(folders: readonly string[], peer: Sources['peer']): readonly Layer[] {
  return PEER_CONFIGS.flatMap(({ names }): readonly Layer[] => {
    for (const folder of folders)
      for (const name of names) {
        const path = inFolder(folder, name);
        const settings = peer(path);
        if (settings) return [{ ...settings, folder, path, from: 'file', isPeers: true }];
      }
    return [];
  });
}

/** A file and, before it, what it extends. Globs of a base are relative to the file that extends it, because that is whose tree they are about. */
function withBases(
  path: string,
  document: Sources['document'],
  report: (problem: ConfigProblem) => void,
  chain: readonly string[],
): readonly Layer[] {
  const { content } = document(path) ?? {};
  if (!content) return [];
  const layers: Layer[] = [];
  const folder = folderOf(chain[0] ?? path);
  for (const name of [content.extends?.value ?? []].flat()) {
    const span = content.extends?.span ?? { start: 0, end: 0 };
    const base = resolvePath(folderOf(path), name);
    if (base === undefined) report({ path, span, message: `"extends" names "${name}", which lies outside the workspace.` });
    else if (base === path || chain.includes(base))
      report({ path, span, message: `"extends" names "${name}", which extends this file again.` });
    else if (!document(base)) report({ path, span, message: `"extends" names "${name}", but there is no such file.` });
    else layers.push(...withBases(base, document, report, [...chain, path]));
  }
  return [...layers, { content, folder, path, from: 'file' }];
}
