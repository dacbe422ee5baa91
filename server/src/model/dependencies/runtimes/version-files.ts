import type { Ecosystem } from '../../../base/ecosystem.ts';
import { baseName } from '../../../base/path.ts';
import type { Comment } from '../../document.ts';
import { parseToml, spanOfToml, stringOfToml, type TomlNode } from '../../toml/index.ts';
import { dependencyFile, type DependencyFile, type Runtime } from '../file.ts';

/** Files that say which version of one tool a project is worked on with, and the tool. */
const SINGLE: Readonly<Record<string, string>> = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.go-version': 'go',
  '.php-version': 'php',
  '.elixir-version': 'elixir',
  'runtime.txt': 'python',
};
/** Files that say it of several tools: asdf's, mise's, SDKMAN's. */
const SEVERAL = new Set(['.tool-versions', '.sdkmanrc', 'mise.toml', '.mise.toml']);

export const isVersionFile = (name: string): boolean => Object.hasOwn(SINGLE, name) || SEVERAL.has(name);

/** Other names that asdf's and mise's plugins go by (https://mise.jdx.dev/registry.html). */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['nodejs', 'node'],
  ['golang', 'go'],
]);

const ECOSYSTEMS: Readonly<Record<string, Ecosystem>> = {
  node: 'npm',
  python: 'PyPI',
  ruby: 'RubyGems',
  java: 'Maven',
  go: 'Go',
  php: 'Packagist',
  elixir: 'Hex',
};

/** Reads a file that says which versions of tools a project is worked on with. */
export function parseVersionFile(text: string, path: string): DependencyFile {
  const name = baseName(path);
  const { runtimes, comments } = name.endsWith('.toml') ? inToml(text) : inLines(text, SINGLE[name]);
  return dependencyFile({
    ecosystem: ECOSYSTEMS[runtimes[0]?.name ?? ''] ?? 'npm',
    format: 'runtime-version',
    role: 'settings',
    runtimes,
    comments,
  });
}

interface Read {
  readonly runtimes: readonly Runtime[];
  readonly comments: readonly Comment[];
}

/** A version a line, or a tool with versions of which the first that is installed counts; `#` begins a comment. */
function inLines(text: string, tool: string | undefined): Read {
  const runtimes: Runtime[] = [];
  const comments: Comment[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const hash = line.search(/(?:^|\s)#/);
    if (hash >= 0) {
      const start = match.index + line.indexOf('#', hash);
      const span = { start, end: match.index + line.length };
      const isAlone = line.slice(0, hash).trim() === '';
      const covers = isAlone ? lineBelow(text, span.end) : { start: match.index, end: span.end };
      comments.push({ text: text.slice(start + 1, span.end).trim(), span, covers });
    }
    const words = [...(hash < 0 ? line : line.slice(0, hash)).matchAll(/[^\s=]+/g)];
    const named = tool ?? words.shift()?.[0];
    for (const word of tool === undefined ? words.slice(0, 1) : words) {
      const start = match.index + word.index;
      const runtime = runtimeOf(named ?? '', word[0], start);
      if (runtime) runtimes.push(runtime);
    }
  }
  return { runtimes, comments };
}

function lineBelow(text: string, from: number): { readonly start: number; readonly end: number } {
  const start = text.indexOf('\n', from) + 1;
  if (start === 0) return { start: from, end: from };
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** The number in `v20.1`, `ruby-3.2.1`, `temurin-17.0.2+8`, `python-3.8.10`, `17.0.2-tem`; a code name (`lts/iron`) as it is. */
function runtimeOf(tool: string, written: string, at: number): Runtime | undefined {
  const match = /^(?:[a-z]+(?:[-_][a-z]+)*-)?(?<v>v?)(?<number>\d+(?:\.\d+)*)(?=$|[-+_a-z])/i.exec(written);
  const number = match?.groups?.['number'];
  const name = TOOLS.get(tool.toLowerCase()) ?? tool.toLowerCase();
  // Another implementation of the language has versions of its own.
  if (name === 'ruby' && /^(?:j|truffle|m)ruby|^rbx/i.test(written)) return undefined;
  if (name === 'python' && !/^(?:python-)?v?\d/i.test(written)) return undefined;
  if (match && number !== undefined) {
    const start = at + match[0].length - number.length;
    return { name, requirement: number, requirementSpan: { start, end: start + number.length } };
  }
  const code = /^lts\/(?<code>[a-z]+)$/i.exec(written)?.groups?.['code'];
  if (code === undefined) return undefined;
  return { name, requirement: written, requirementSpan: { start: at, end: at + written.length } };
}

/** mise's `[tools]`: a version, a list of them, or a table with one (https://mise.jdx.dev/configuration.html). */
function inToml(text: string): Read {
  const { root } = parseToml(text);
  const tools = root.member('tools')?.value;
  const runtimes = (tools?.members ?? []).flatMap(({ key, value }): readonly Runtime[] => {
    const versions = value.kind === 'array' ? value.items : [versionIn(value)];
    return versions.flatMap((version) => {
      if (version?.kind !== 'string') return [];
      const { start } = spanOfToml(version);
      return runtimeOf(key.text.replace(/^core:/, ''), version.text, start) ?? [];
    });
  });
  return { runtimes, comments: [] };
}

const versionIn = (value: TomlNode): TomlNode | undefined => (value.kind === 'table' ? stringOfToml(value, 'version') : value);
