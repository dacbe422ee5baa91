import { libraryName } from './base-images.ts';
import { CODE_NAMES, type Product, type ProductId, PRODUCTS } from './end-of-life.ts';

/** Images whose tags are versions of a product. */
const IMAGE_PRODUCTS: readonly (readonly [repository: RegExp, product: ProductId])[] = [
  [/^docker\.io\/library\/debian$/, 'debian'],
  [/^docker\.io\/library\/buildpack-deps$/, 'debian'],
  [/^docker\.io\/library\/ubuntu$/, 'ubuntu'],
  [/^docker\.io\/library\/alpine$/, 'alpine'],
  [
    /^docker\.io\/library\/fedora$|^registry\.fedoraproject\.org\/fedora(?:-minimal)?$|^quay\.io\/fedora\/fedora(?:-minimal)?$/,
    'fedora',
  ],
  [/^docker\.io\/library\/centos$/, 'centos'],
  [/^docker\.io\/library\/amazonlinux$/, 'amazonlinux'],
  [/^docker\.io\/library\/oraclelinux$/, 'oraclelinux'],
  [/^(?:docker\.io|registry\.opensuse\.org)\/opensuse\/leap$/, 'leap'],
  [/^docker\.io\/library\/node$/, 'node'],
  [/^docker\.io\/library\/(?:python|pypy)$/, 'python'],
  [/^docker\.io\/library\/ruby$/, 'ruby'],
  [/^docker\.io\/library\/php$/, 'php'],
  [/^docker\.io\/library\/golang$/, 'go'],
  [/^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:aspnet|runtime|runtime-deps|sdk)$/, 'dotnet'],
  [/^docker\.io\/library\/postgres$/, 'postgres'],
  [/^docker\.io\/library\/mysql$/, 'mysql'],
  [/^docker\.io\/library\/mariadb$/, 'mariadb'],
  [/^docker\.io\/library\/mongo$/, 'mongo'],
  [/^docker\.io\/library\/redis$/, 'redis'],
  [/^docker\.io\/library\/tomcat$/, 'tomcat'],
  [
    /^docker\.io\/library\/(?:elasticsearch|kibana|logstash)$|^docker\.elastic\.co\/(?:elasticsearch|kibana|logstash)\//,
    'elastic',
  ],
  [/^docker\.io\/library\/drupal$/, 'drupal'],
  [/^docker\.io\/library\/(?:eclipse-temurin|amazoncorretto|sapmachine)$/, 'java'],
];

/** Images that are no longer made, and what their pages on Docker Hub (or their makers) name instead. As of 2026-11. */
const DISCONTINUED: ReadonlyMap<string, string> = new Map([
  ['docker.io/library/adoptopenjdk', 'eclipse-temurin'],
  ['docker.io/library/centos', 'almalinux or rockylinux'],
  ['docker.io/library/iojs', 'node'],
  ['docker.io/library/java', 'eclipse-temurin'],
  ['docker.io/library/jenkins', 'jenkins/jenkins'],
  ['docker.io/library/openjdk', 'eclipse-temurin'],
  ['docker.io/library/owncloud', 'owncloud/server'],
  ['docker.io/library/piwik', 'matomo'],
  ['docker.io/library/rapidoid', 'an image that is maintained'],
  ['docker.io/library/sentry', 'getsentry/sentry'],
  ['docker.io/microsoft/aspnetcore', 'mcr.microsoft.com/dotnet/aspnet'],
  ['docker.io/microsoft/aspnetcore-build', 'mcr.microsoft.com/dotnet/sdk'],
  ['docker.io/microsoft/dotnet', 'mcr.microsoft.com/dotnet'],
  ['docker.io/phusion/baseimage-docker', 'phusion/baseimage'],
  ['docker.io/gliderlabs/alpine', 'alpine'],
  ['docker.io/google/golang', 'golang'],
  ['docker.io/google/nodejs', 'node'],
]);

/** What to write instead of an image that is no longer made; undefined for one that is. */
export const successorOf = (repository: string): string | undefined => DISCONTINUED.get(libraryName(repository));

/** A version of a product that an image holds. */
export interface HeldVersion {
  readonly product: Product;
  readonly cycle: string;
  /** Last day (ISO) with security fixes. */
  readonly end: string;
}

/** What the tag of an image says that is in it, as far as the table knows: the product that the image is about, and the distribution it is made from. */
export function heldVersions(repository: string, tag: string): readonly HeldVersion[] {
  const library = libraryName(repository);
  const own = IMAGE_PRODUCTS.find(([pattern]) => pattern.test(library))?.[1];
  const [first = '', ...rest] = tag.toLowerCase().split('-');
  const found: (HeldVersion | undefined)[] = [];
  if (own !== undefined) found.push(held(own, first.replace(/^v(?=\d)/, '')));
  for (const token of own === undefined ? [first, ...rest] : rest) {
    const [, name = '', version = ''] = /^([a-z]+)([\d.]*)$/.exec(token) ?? [];
    if (name === 'alpine' && version !== '') found.push(held('alpine', version));
    else if (version === '' && CODE_NAMES.has(name)) found.push(named(name));
  }
  if (own !== undefined) found.push(named(first));
  return found.filter((one) => one !== undefined);
}

function named(codeName: string): HeldVersion | undefined {
  const [product, cycle] = CODE_NAMES.get(codeName) ?? [];
  return product && cycle !== undefined ? held(product, cycle) : undefined;
}

/** The cycle that a version belongs to: `3.7.3` to 3.7, `14.17.0` to 14. */
function held(id: ProductId, version: string): HeldVersion | undefined {
  const product: Product = PRODUCTS[id];
  for (let cycle = version; cycle !== ''; cycle = cycle.slice(0, Math.max(0, cycle.lastIndexOf('.')))) {
    const end = product.cycles.get(cycle);
    if (end !== undefined) return { product, cycle, end };
  }
  return undefined;
}

/** One tag that is there for a long time yet: number, code name where tags may use it, and the endings that exist. */
interface Supported {
  readonly version: string;
  readonly codeName?: string;
  readonly variants: readonly string[];
}

/** Repository → what to move to. From the images' pages on Docker Hub, as of 2026-11. */
const SUPPORTED: ReadonlyMap<string, Supported> = new Map([
  ['docker.io/library/debian', { version: '13', codeName: 'trixie', variants: ['', 'slim'] }],
  ['docker.io/library/ubuntu', { version: '24.04', codeName: 'noble', variants: [''] }],
  ['docker.io/library/alpine', { version: '3.23', variants: [''] }],
  ['docker.io/library/fedora', { version: '44', variants: [''] }],
  ['docker.io/library/amazonlinux', { version: '2023', variants: [''] }],
  ['docker.io/library/oraclelinux', { version: '9', variants: ['', 'slim'] }],
  ['docker.io/library/node', { version: '24', codeName: 'krypton', variants: ['', 'slim', 'alpine'] }],
  ['docker.io/library/python', { version: '3.13', variants: ['', 'slim', 'alpine'] }],
  ['docker.io/library/ruby', { version: '3.4', variants: ['', 'slim', 'alpine'] }],
  [
    'docker.io/library/php',
    { version: '8.4', variants: ['', 'cli', 'fpm', 'apache', 'zts', 'alpine', 'cli-alpine', 'fpm-alpine', 'zts-alpine'] },
  ],
  ['docker.io/library/golang', { version: '1.26', variants: ['', 'alpine'] }],
  ['docker.io/library/postgres', { version: '18', variants: ['', 'alpine'] }],
  ['docker.io/library/mysql', { version: '8.4', variants: [''] }],
  ['docker.io/library/mariadb', { version: '11.8', variants: [''] }],
  ['docker.io/library/mongo', { version: '8.0', variants: [''] }],
  ['docker.io/library/redis', { version: '8', variants: ['', 'alpine'] }],
  ['docker.io/library/eclipse-temurin', { version: '21', variants: ['', 'jdk', 'jre', 'alpine', 'jdk-alpine', 'jre-alpine'] }],
  ['docker.io/library/amazoncorretto', { version: '21', variants: ['', 'alpine'] }],
  ['mcr.microsoft.com/dotnet/aspnet', { version: '10.0', variants: ['', 'alpine'] }],
  ['mcr.microsoft.com/dotnet/runtime', { version: '10.0', variants: ['', 'alpine'] }],
  ['mcr.microsoft.com/dotnet/runtime-deps', { version: '10.0', variants: ['', 'alpine'] }],
  ['mcr.microsoft.com/dotnet/sdk', { version: '10.0', variants: ['', 'alpine'] }],
]);

/** The tag of the same variant that is supported: `24-alpine` for `14.17-alpine3.12`. Undefined where it is not known that there is one. */
export function supportedTag(repository: string, tag: string): string | undefined {
  const supported = SUPPORTED.get(libraryName(repository));
  const [first = '', ...rest] = tag.split('-');
  if (!supported) return undefined;
  const isNamed = CODE_NAMES.has(first.toLowerCase());
  const version = isNamed ? supported.codeName : supported.version;
  // What the new tag is made from is up to the image; a date or a build number is another one.
  const kept = rest
    .filter((token) => !CODE_NAMES.has(token) && !/^\d{8}$/.test(token))
    .map((token) => token.replace(/^alpine[\d.]+$/, 'alpine'));
  const variant = kept.join('-');
  if (version === undefined || !supported.variants.includes(variant)) return undefined;
  const result = variant === '' ? version : `${version}-${variant}`;
  return result === tag ? undefined : result;
}
