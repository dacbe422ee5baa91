import { libraryName } from '../../../knowledge/base-images.ts';

/** Java releases with long-term support that Eclipse Temurin has images of. */
const JAVA = [8, 11, 17, 21, 25];

/** An image that stands in for one that gets no more updates, with the tag of the same variant, where such a tag is known: `openjdk:11-jre-slim` → 11-jre. */
export function successorImage(
  repository: string,
  tag: string | undefined,
): { readonly name: string; readonly tag: string } | undefined {
  switch (libraryName(repository)) {
    case 'docker.io/library/openjdk':
    case 'docker.io/library/java':
    case 'docker.io/library/adoptopenjdk': {
      const ending = temurinTag(tag ?? '');
      return ending === undefined ? undefined : { name: 'eclipse-temurin', tag: ending };
    }
    case 'docker.io/library/maven': {
      const [, java, alpine = ''] =
        /(?:^|-)(?:openjdk|jdk|adoptopenjdk)-(\d+)(?:-slim)?(-alpine)?$/.exec(tag?.toLowerCase() ?? '') ?? [];
      const version = java === undefined ? undefined : longTermOf(java);
      return version === undefined ? undefined : { name: 'maven', tag: `3.9-eclipse-temurin-${version}${alpine}` };
    }
    case 'docker.io/library/centos':
      return { name: 'almalinux', tag: '9' };
    default:
      return undefined;
  }
}

/** The release itself, or the next one with long-term support. */
const longTermOf = (version: string): number | undefined => JAVA.find((release) => release >= Number(version));

/** Words of OpenJDK's tags that say what it is made from: Temurin has the distributions of its own. */
const MADE_FROM = /^(?:slim|hotspot|b\d+|wheezy|jessie|stretch|buster|bullseye|bookworm|trixie|bionic|focal|jammy|latest|)$/;

function temurinTag(tag: string): string | undefined {
  const [first = '', ...rest] = tag.toLowerCase().split('-');
  const number = /^\d+/.exec(first)?.[0];
  const words = (number === undefined ? [first, ...rest] : rest).map((word) => word.replace(/^alpine[\d.]*$/, 'alpine'));
  const version = number === undefined ? 21 : longTermOf(number);
  const ending = words.filter((word) => !MADE_FROM.test(word));
  if (version === undefined || ending.some((word) => word !== 'jdk' && word !== 'jre' && word !== 'alpine')) return undefined;
  const kind = ending.includes('jre') ? 'jre' : 'jdk';
  return `${version}-${kind}${ending.includes('alpine') ? '-alpine' : ''}`;
}
