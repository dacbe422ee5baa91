import { type BaseImageFacts, type Family, OFFICIAL } from './images/official.ts';
import { NON_ROOT } from './images/non-root.ts';
import { USER_IDS } from './images/user-ids.ts';

export type { BaseImageFacts, Family };

/** The month of the newest image that the tables know. */
export const BASE_IMAGES_TABLE_DATE = '2026-11';

/** Mirrors that carry Docker Hub's library under the same names, and Docker Hub's own copies of it for one architecture each. */
const MIRRORS =
  /^(?:(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|registry\.hub\.docker\.com)\/library|docker\.io\/(?:amd64|arm32v[5-7]|arm64v8|i386|ppc64le|riscv64|s390x))\//;

/** `docker.io/library/node` for that image wherever it is mirrored. */
export const libraryName = (repository: string): string => repository.replace(MIRRORS, 'docker.io/library/');

/** What is known of a repository such as `docker.io/library/node`. */
export const baseImageFacts = (repository: string): BaseImageFacts | undefined => OFFICIAL.get(libraryName(repository));

/** The distribution family of an image, as far as its name and tag tell. */
export function familyOf(repository: string, tag: string): Family | undefined {
  if (tag.includes('alpine') || /(?:^|[/-])alpine$/.test(repository)) return 'alpine';
  if (/^gcr\.io\/distroless\/|\/distroless(?:\/|$)/.test(repository) || /chiseled|distroless/.test(tag)) return 'none';
  if (/amzn|amazon|\bal20\d\d/.test(tag)) return 'rpm-minimal';
  const family = /(?:oracle|fedora|centos|ubi\d*|\bel\d)/.test(tag) ? 'rpm' : baseImageFacts(repository)?.family;
  return family === 'rpm' && /slim|minimal|micro/.test(tag) ? 'rpm-minimal' : family;
}

/** The user that an image runs as when that is known not to be root. */
export const nonRootUserOf = (repository: string, tag: string): string | undefined =>
  NON_ROOT.find((fact) => fact.repository.test(repository) && (fact.tag?.test(tag) ?? true))?.user;

/** The number of a user that an image contains: one of its own, or one of its distribution. */
export function userIdOf(user: string, family: Family | undefined, repository = ''): string | undefined {
  const facts = baseImageFacts(repository);
  const own = facts?.user === user ? (family === 'alpine' ? facts.alpineUid : facts.uid) : undefined;
  return own ?? USER_IDS.find(([name, only]) => name === user && (only === undefined || only === family))?.[2];
}
