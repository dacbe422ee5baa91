/** A pattern for registries that images may come from. */
export interface AllowedRegistry {
  /** Whether it allows a repository such as `ghcr.io/team/app`. */
  allows(repository: string): boolean;
  /** Whether it allows something of a registry such as `ghcr.io`. */
  mentions(registry: string): boolean;
}

/** Other names of Docker Hub. */
const HUB = /^(?:index\.docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com|hub\.docker\.com)(?=\/|$)/;

/**
 * A host (`ghcr.io`), a host with the beginning of a path (`ghcr.io/team`), or one with `*` for what has no slash (`*.corp.example`, `ghcr.io/team-*`); `*` alone
 * is everything. `docker.io` is Docker Hub, and a first word that can be no host is an account there.
 */
export function allowedRegistry(pattern: string): AllowedRegistry {
  const written = pattern
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+\**$/, '')
    .replace(HUB, 'docker.io');
  if (/^\*+$/.test(written)) return { allows: () => true, mentions: () => true };
  const [first = ''] = written.split('/');
  const wanted = /[.:*]|^localhost$|^$/.test(first) ? written : `docker.io/${written}`;
  const [host = '', ...path] = wanted.split('/');
  const hostPattern = new RegExp(`^${globOf(host)}$`);
  const whole = new RegExp(`^${globOf([host, ...path].join('/'))}(?:/|$)`);
  return { allows: (repository) => whole.test(repository), mentions: (registry) => hostPattern.test(registry) };
}

const globOf = (glob: string): string =>
  glob
    .split(/\*+/)
    .map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('[^/]*');
