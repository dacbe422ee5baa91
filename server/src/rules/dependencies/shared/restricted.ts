import { insertion } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Dependency, DependencyFile } from '../../../model/dependencies/index.ts';

/** How an entry says itself what it is for. */
export interface Restriction {
  readonly how: string;
  readonly fix: Fix;
}

/**
 * The change of an entry that restricts it to tests or development, for package managers where that is said in the entry. `unknown` where it may be restricted
 * elsewhere, or somebody decided that it is not; undefined for the others.
 */
export function restrictionOf(text: string, model: DependencyFile, dependency: Dependency): Restriction | 'unknown' | undefined {
  const { ecosystem, span, section, rawName } = dependency;
  const entry = text.slice(span.start, span.end);
  const fix = (edit: Fix['edits'][number]): Fix => ({
    title: `Restrict ${rawName} to ${ecosystem === 'Hex' ? 'development and tests' : 'tests'}`,
    applicability: 'suggested',
    edits: [edit],
  });
  if (ecosystem === 'Hex') {
    const end = /(?<=[^\s,[{])\s*(?:\]\s*)?\}$/.exec(entry);
    if (!end || /\bonly:|:only\b/.test(entry)) return 'unknown';
    return { how: '`only: [:dev, :test]`', fix: fix(insertion(span.start + end.index, ', only: [:dev, :test]')) };
  }
  if (ecosystem !== 'Maven') return undefined;
  if (model.format !== 'pom.xml') {
    if (!entry.startsWith(section)) return 'unknown';
    const configuration = section === 'compile' ? 'testCompile' : 'testImplementation';
    return {
      how: `\`${configuration}\``,
      fix: fix({ span: { start: span.start, end: span.start + section.length }, newText: configuration }),
    };
  }
  // Without a version of its own the entry gets it, and perhaps its scope, from what is managed.
  const version = /(\r?\n[ \t]*)?<version>[^<]*<\/version>/.exec(entry);
  const isManaged = model.dependencies.some(({ use, name }) => use === 'constraint' && name === dependency.name);
  if (!version || isManaged || entry.includes('<scope>')) return 'unknown';
  const at = span.start + version.index + version[0].length;
  return { how: '`<scope>test</scope>`', fix: fix(insertion(at, `${version[1] ?? ''}<scope>test</scope>`)) };
}
