import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { indentBefore, isGallery, nugetSources, type NugetSources } from './shared/nuget-sources.ts';

export const nugetClearMissing = dependencyRule(
  {
    id: 'dependencies/nuget-clear-missing',
    title: 'NuGet sources of the machine are not cleared',
    why: 'The sources of a NuGet.config are added to those of the user and the machine, of which nuget.org is one by default: packages also come from sources that the repository does not name, and another machine restores others. Begin `packageSources` with `<clear />` and name every source that is meant.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      uncleared:
        'The sources of the machine, such as nuget.org, are used as well as those named here. Put <clear /> in front of them.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-1357', 'https://learn.microsoft.com/nuget/consume-packages/configuring-nuget-behavior'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const found = nugetSources(context);
    if (!found || found.isCleared || found.isMapped) return;
    // The gallery alone is what a machine has anyway.
    if (found.remote.every(isGallery)) return;
    yield { message: 'uncleared', span: found.span, key: 'packageSources', fixes: cleared(context.file.text, found) };
  },
);

function cleared(text: string, { element }: NugetSources): Fix[] {
  const first = element.children[0];
  if (!first) return [];
  return [
    {
      title: 'Clear the sources of the machine first',
      applicability: 'suggested',
      edits: [insertion(first.start, `<clear />${indentBefore(text, first.start)}`)],
    },
  ];
}
