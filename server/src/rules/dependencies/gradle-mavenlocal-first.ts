import { deletion, insertion } from '../../base/edit.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Repository } from '../../model/dependencies/index.ts';

export const gradleMavenlocalFirst = dependencyRule(
  {
    id: 'dependencies/gradle-mavenlocal-first',
    title: 'Gradle asks the local Maven repository first',
    why: 'The local Maven repository is a cache that any build on the machine writes into, often with parts of a module only. Asked first, it makes a build depend on what was built there before, and Gradle does not check what comes from it as it does for a remote one. Remove it, ask it last, or say which modules it is for.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      first:
        'Gradle asks the local Maven repository before the others, so the build takes whatever an earlier build left there. Ask it last, or say which modules it is for.',
    },
    aliases: [],
    references: ['CWE-829', 'https://docs.gradle.org/current/userguide/supported_repository_types.html#sec:case-for-maven-local'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const all = model.repositories ?? [];
    for (const repository of all) {
      const { type, list, isFiltered, isConditional, section, nameSpan } = repository;
      if (type !== 'mavenLocal' || isFiltered || isConditional || section.startsWith('publishing')) continue;
      const later = all.filter((other) => other.list.start === list.start && other.span.start > nameSpan.start);
      const last = later.at(-1);
      if (last === undefined || !later.some(isRemote)) continue;
      yield { message: 'first', span: nameSpan, key: section, fixes: moved(file, repository, last) };
    }
  },
);

const isRemote = ({ type, url }: Repository): boolean =>
  type !== 'mavenLocal' && type !== 'flatDir' && !(url !== undefined && /^(?:file:|\.{0,2}\/)/.test(url));

/** Behind the last one of its list, if both have lines of their own. */
function moved({ text, eol }: Snapshot, { deletion: lines, span }: Repository, last: Repository): Fix[] {
  if (lines === undefined || last.deletion === undefined) return [];
  const written = text.slice(lines.start, lines.end);
  const declaration = text.slice(span.start, span.end);
  return [
    {
      title: 'Ask the local repository last',
      applicability: 'suggested',
      edits: [
        deletion(lines),
        /[\r\n]$/.test(written) ? insertion(last.deletion.end, written) : insertion(last.span.end, eol + declaration),
      ],
    },
  ];
}
