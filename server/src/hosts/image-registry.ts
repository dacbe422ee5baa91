import { createHash } from 'node:crypto';

/**
 * The only code that talks to image registries, by https://github.com/opencontainers/distribution-spec. It is asked when a person chose to pin an image, and
 * sends nothing but the image's name.
 */

/** Kinds of manifests that a tag may point to; an index first, because its digest is right for all platforms. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** In milliseconds, for each request. */
const PATIENCE = 15_000;
/** A manifest is a few kilobytes; what is larger is not read. */
const LARGEST_MANIFEST = 4 * 1024 * 1024;

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * The digest that a tag points to now.
 * @param image in full: `docker.io/library/node:24`
 * @throws Error that says in words what went wrong
 */
export async function imageDigest(image: string): Promise<string> {
  const { registry, repository, tag } = split(image);
  // As Docker does: a registry on this machine may speak plain HTTP.
  const base = `${LOOPBACK.test(registry) ? 'http' : 'https'}://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`;
  const url = `${base}/v2/${repository}/manifests/${tag}`;
  let response = await ask(url, 'HEAD', undefined);
  let token: string | undefined;
  if (response.status === 401) {
    token = await tokenFor(response.headers.get('www-authenticate'), repository);
    response = await ask(url, 'HEAD', token);
  }
  requireSuccess(response, registry);
  const told = response.headers.get('docker-content-digest') ?? '';
  return DIGEST.test(told) ? told : computed(await ask(url, 'GET', token), registry);
}

function split(image: string): { readonly registry: string; readonly repository: string; readonly tag: string } {
  const [, registry, repository, tag] = /^([^/]+)\/([a-z0-9._/-]+):([\w][\w.-]{0,127})$/.exec(image) ?? [];
  if (registry === undefined || repository === undefined || tag === undefined)
    throw new Error(`"${image}" is no image with registry, name and tag`);
  return { registry, repository, tag };
}

async function ask(url: string, method: 'GET' | 'HEAD', token: string | undefined): Promise<Response> {
  const headers = { accept: MANIFESTS, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  return request(url, { method, headers });
}

async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { host } = new URL(url);
    if (error instanceof Error && error.name === 'TimeoutError')
      throw new Error(`${host} did not answer in ${PATIENCE / 1000} s`, { cause: error });
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`${host} cannot be reached (${cause instanceof Error ? cause.message : String(cause)})`, { cause: error });
  }
}

function requireSuccess({ ok, status }: Response, registry: string): void {
  if (ok) return;
  if (status === 401 || status === 403) throw new Error(`${registry} does not show it without signing in`);
  if (status === 404) throw new Error(`${registry} has no such image or tag`);
  if (status === 429) throw new Error(`${registry} has had too many questions; try again later`);
  throw new Error(`${registry} answered with status ${status}`);
}

/** An anonymous token, from where the registry's challenge says. */
async function tokenFor(challenge: string | null, repository: string): Promise<string> {
  const parameters = new Map(
    Array.from((challenge ?? '').matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
  );
  const realm = parameters.get('realm');
  if (!/^Bearer\s/i.test(challenge ?? '') || realm === undefined || !URL.canParse(realm))
    throw new Error('it does not show it without signing in');
  const url = new URL(realm);
  if (url.protocol !== 'https:' && !LOOPBACK.test(url.host))
    throw new Error(`it wants to sign in at ${url.origin} without encryption`);
  const service = parameters.get('service');
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', `repository:${repository}:pull`);
  const response = await request(url.href, {});
  requireSuccess(response, url.host);
  const answer = (await response.json().catch(() => ({}))) as { readonly token?: unknown; readonly access_token?: unknown };
  const token = answer.token ?? answer.access_token;
  if (typeof token !== 'string') throw new Error(`${url.host} gave no token`);
  return token;
}

/** By definition the digest is the hash of the manifest's bytes; not every registry names it. */
async function computed(response: Response, registry: string): Promise<string> {
  requireSuccess(response, registry);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > LARGEST_MANIFEST) throw new Error(`${registry} answered with something that is no manifest`);
  const manifest = parsed(bytes);
  if (typeof manifest !== 'object' || manifest === null || !('schemaVersion' in manifest))
    throw new Error(`${registry} answered with something that is no manifest`);
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
