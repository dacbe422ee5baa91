import { insertion } from '../../base/edit.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Repository } from '../../model/dependencies/index.ts';

export const gradleMissingContentFilter = dependencyRule(
  {
    id: 'dependencies/gradle-missing-content-filter',
    title: 'Gradle repository does not say which modules it is for',
    why: 'Gradle asks the repositories of a list one after another for every module, so each of them learns what a build uses, and each may answer for a module that belongs to another: whoever publishes an internal name there wins. A content filter says which groups a repository is for.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      open: '{url} may answer for every module, also for those of the other repositories. Say with content which groups it is for.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-829', 'https://docs.gradle.org/current/userguide/filtering_repository_content.html'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const all = (model.repositories ?? []).filter(({ section }) => !section.startsWith('publishing'));
    for (const repository of all) {
      const { type, url, urlSpan, nameSpan, isFiltered, list, section } = repository;
      if (isFiltered || (type !== 'maven' && type !== 'ivy') || isLocal(url)) continue;
      const others = all.filter((other) => other.list.start === list.start && other !== repository && isAsked(other));
      if (others.length === 0) continue;
      yield {
        message: 'open',
        data: { url: url ?? 'This repository' },
        span: urlSpan ?? nameSpan,
        key: `${section}/${url ?? type}`,
        fixes: filtered(file, repository),
      };
    }
  },
);

const isLocal = (url: string | undefined): boolean => url !== undefined && /^(?:file:|\.{0,2}\/)/.test(url);

const isAsked = ({ type, url, isFiltered }: Repository): boolean =>
  !isFiltered && type !== 'mavenLocal' && type !== 'flatDir' && !isLocal(url);

/** The group is for a person to fill in. */
function filtered({ text, eol }: Snapshot, { span }: Repository): Fix[] {
  const snippet = 'content { includeGroup("com.example") }';
  const isBlock = text[span.end - 1] === '}';
  const inside = text.slice(span.start, span.end - 1);
  const indentation = /[\r\n]([ \t]+)\S[^\r\n]*[\r\n]+[ \t]*$/.exec(inside)?.[1];
  const before = /\s*$/.exec(inside)?.[0] ?? '';
  const at = span.end - 1 - before.length;
  const edit = !isBlock
    ? insertion(span.end, ` { ${snippet} }`)
    : indentation === undefined
      ? insertion(at, `; ${snippet}`)
      : insertion(at, eol + indentation + snippet);
  return [{ title: 'Say which groups the repository is for', applicability: 'manual', edits: [edit] }];
}
