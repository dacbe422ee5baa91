import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Setting } from '../../model/dependencies/index.ts';
import { indentBefore, isGallery, nugetSources, ownerOf, type NugetSources } from './shared/nuget-sources.ts';

export const nugetMissingSourceMapping = dependencyRule(
  {
    id: 'dependencies/nuget-missing-source-mapping',
    title: 'Several NuGet sources without a source mapping',
    why: 'NuGet asks all sources for each package and takes the version that fits best, wherever it lies: who publishes a package with the name of one of yours to a public source gets it into your build. A `packageSourceMapping` says which packages each source may serve.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unmapped:
        'Packages come from {count} sources, and nothing says which source may serve which package: a public one can stand in for a private one. Add packageSourceMapping.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-1357', 'https://learn.microsoft.com/nuget/consume-packages/package-source-mapping'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const found = nugetSources(context);
    if (!found || found.isMapped) return;
    // Several feeds may be in the same hands.
    const owners = new Set(found.remote.map(ownerOf));
    if (owners.size < 2) return;
    yield {
      message: 'unmapped',
      data: { count: String(found.remote.length) },
      span: found.span,
      key: 'packageSources',
      fixes: mapping(context.file.text, found),
    };
  },
);

/** Everything from the gallery, or else the first source; what the others serve only a person knows. */
function mapping(text: string, { element, remote }: NugetSources): Fix[] {
  const main = remote.find(isGallery) ?? remote[0];
  const line = indentBefore(text, element.start);
  const step = line.endsWith('\t') ? '\t' : '  ';
  const deeper = (depth: number): string => (line === '' ? '' : line + step.repeat(depth));
  const source = (one: Setting): string =>
    `${deeper(1)}<packageSource key="${escaped(one.key)}">${deeper(2)}<package pattern="${one === main ? '*' : 'YourPrefix.*'}" />${deeper(1)}</packageSource>`;
  const newText = `${line}<packageSourceMapping>${remote.map(source).join('')}${line}</packageSourceMapping>`;
  return [{ title: 'Map packages to their sources', applicability: 'manual', edits: [insertion(element.end, newText)] }];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
