import { deletion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { RETIRED_REPOSITORIES, retiredRepository, type RetiredRepository } from '../../knowledge/retired-repositories.ts';
import type { Repository } from '../../model/dependencies/index.ts';

const retired = ({ type, url }: Repository): RetiredRepository | undefined =>
  url !== undefined ? retiredRepository(url) : type === 'jcenter' ? RETIRED_REPOSITORIES[0] : undefined;

export const gradleDeadRepository = dependencyRule(
  {
    id: 'dependencies/gradle-dead-repository',
    title: 'Gradle repository no longer exists',
    why: 'A build that asks a repository that was shut down fails, waits for it, or is led elsewhere. If its name ever changes hands, the build takes whatever the new owner serves. Nearly everything that JCenter had is in Maven Central.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      central: '{name} {what} on {since}. Use mavenCentral() instead.',
      gone: '{name} {what} on {since}. Remove it, or name the repository that has its packages now.',
    },
    aliases: [],
    references: ['CWE-1104', 'https://blog.gradle.org/jcenter-shutdown'],
    fix: 'suggested',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const all = model.repositories ?? [];
    for (const repository of all) {
      const found = retired(repository);
      if (found === undefined) continue;
      const { name, what, since, instead } = found;
      const isPublished = /^(?:publishing|uploadArchives)/.test(repository.section);
      const span = repository.urlSpan ?? repository.nameSpan;
      const key = `${repository.section}/${repository.type}/${repository.url ?? ''}`;
      const data = { name, what, since };
      if (instead === undefined || isPublished) yield { message: 'gone', data, span, key };
      else yield { message: 'central', data, span, key, fixes: replaced(repository, all) };
    }
  },
);

/** Two repositories of one list would be asked one after the other: where Maven Central is in it already, the old one only goes. */
function replaced(repository: Repository, all: readonly Repository[]): Fix[] {
  const first = all.find(({ type, list, url }) => {
    const isCentral = type === 'mavenCentral' || retiredRepository(url ?? '')?.instead !== undefined || type === 'jcenter';
    return isCentral && list.start === repository.list.start;
  });
  const hasCentral = all.some(({ type, list }) => type === 'mavenCentral' && list.start === repository.list.start);
  if (hasCentral || (first !== undefined && first !== repository)) {
    return repository.deletion
      ? [{ title: 'Remove the repository', applicability: 'suggested', edits: [deletion(repository.deletion)] }]
      : [];
  }
  return [
    { title: 'Use mavenCentral()', applicability: 'suggested', edits: [{ span: repository.span, newText: 'mavenCentral()' }] },
  ];
}
