import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { codeOf, DataError } from './errors.ts';
import { proxyFor, type ProxySettings } from './proxy.ts';

/**
 * The only code that fetches advisory data and asks a package registry. It runs when a person has chosen so, sends GET requests that say nothing but which file or
 * package is wanted, and honours the proxy of the environment or the editor. Certificates are checked as Node does, `NODE_EXTRA_CA_CERTS` included.
 */

export type Answer = IncomingMessage;

const MOST_REDIRECTS = 5;

export interface HttpOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a connection is given up. */
  readonly idle: number;
  readonly proxy: ProxySettings;
  /** Statuses whose answer the caller wants to see; others throw. */
  readonly accepted?: readonly number[];
}

const ACCEPTED = [200, 206, 404, 416] as const;

/** What may go better at another try. */
export class TransientError extends Error {
  /** How many milliseconds the server wants to be left alone. */
  readonly after: number | undefined;

  constructor(message: string, { after, cause }: { readonly after?: number | undefined; readonly cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.after = after;
  }
}

/** An answer with an accepted status (200, 206, 404 or 416 unless said otherwise), whose body is still to be read. Others throw. @throws TransientError | DataError */
export async function get(start: URL, options: HttpOptions): Promise<Answer> {
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    options.signal?.throwIfAborted();
    const response = await send(url, options, url.origin === start.origin);
    const { statusCode: status = 0, headers } = response;
    if (status > 300 && status < 400 && status !== 304 && headers.location !== undefined) {
      response.destroy();
      url = redirected(url, headers.location);
      continue;
    }
    if ((options.accepted ?? ACCEPTED).includes(status)) return response;
    response.destroy();
    throw refusal(url, status, headers['retry-after']);
  }
  throw new DataError(`${start.host} redirects in circles. Check the URL.`);
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (!to || !/^https?:$/.test(to.protocol)) throw new DataError(`${from.host} redirects to something that is no web address.`);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new DataError(`${from.host} redirects to ${to.host} without encryption; that is not followed.`);
  return to;
}

function refusal({ host }: URL, status: number, retryAfter: string | undefined): Error {
  if (status === 429 || status >= 500)
    return new TransientError(`${host} answered with status ${status}`, { after: waitOf(retryAfter) });
  if (status === 407)
    return new DataError('The proxy wants a name and a password. Put them into HTTPS_PROXY, or into the setting http.proxy.');
  if (status === 401 || status === 403)
    return new DataError(
      `${host} does not give the data away (status ${status}). Check the URL, and whether it needs credentials.`,
    );
  return new DataError(`${host} answered with status ${status}. Check the URL.`);
}

/** `Retry-After`: seconds, or a date. */
function waitOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now());
}

async function send(url: URL, options: HttpOptions, isOwn: boolean): Promise<Answer> {
  let proxy: URL | undefined;
  try {
    proxy = proxyFor(url, options.proxy);
  } catch (error) {
    throw new DataError(
      `${error instanceof Error ? error.message : String(error)}. Check HTTPS_PROXY and the setting http.proxy.`,
    );
  }
  const headers: Record<string, string> = {
    'user-agent': 'larboard',
    'accept-encoding': 'identity',
    ...(isOwn ? options.headers : withoutSecrets(options.headers)),
    ...(isOwn && url.username !== '' ? { authorization: basic(url) } : {}),
  };
  const common = { headers, rejectUnauthorized: options.proxy.strictSsl !== false };
  try {
    if (url.protocol === 'http:' && proxy) {
      const forwarded = { ...common, path: plain(url), headers: { ...headers, host: url.host, ...proxyHeaders(proxy) } };
      return await answer(request(new URL(plain(proxy)), forwarded), options);
    }
    if (!proxy) return await answer(request(new URL(plain(url)), common), options);
    const tunnel = await tunnelTo(url, proxy, options);
    const socket = () =>
      tls.connect({
        socket: tunnel,
        ...(/^[\d.]+$|:/.test(url.hostname) ? {} : { servername: url.hostname }),
        rejectUnauthorized: common.rejectUnauthorized,
      });
    return await answer(https.request(plain(url), { ...common, agent: false, createConnection: socket }), options);
  } catch (error) {
    if (error instanceof DataError || error instanceof TransientError) throw error;
    options.signal?.throwIfAborted();
    throw inWords(error, proxy ?? url, proxy !== undefined);
  }
}

const request = (url: URL, options: RequestOptions): ClientRequest =>
  (url.protocol === 'https:' ? https : http).request(url, options);

/** The encrypted connection to `url` goes through the proxy, which sees only the host's name. */
function tunnelTo(url: URL, proxy: URL, options: HttpOptions): Promise<Duplex> {
  const target = `${url.hostname}:${url.port === '' ? 443 : url.port}`;
  const connect = request(new URL(plain(proxy)), {
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...proxyHeaders(proxy) },
    agent: false,
  });
  return new Promise((resolve, reject) => {
    guard(connect, options, reject);
    connect.once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Duplex) => {
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(refusal(proxy, statusCode, undefined));
      }
    });
    connect.end();
  });
}

function answer(sent: ClientRequest, options: HttpOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    guard(sent, options, reject);
    sent.once('response', resolve);
    sent.end();
  });
}

/** Ends a request that is cancelled or silent for too long, also while its body is read. */
function guard(sent: ClientRequest, { idle, signal }: HttpOptions, reject: (error: Error) => void): void {
  const abort = (): void => void sent.destroy(new Error('cancelled'));
  signal?.addEventListener('abort', abort, { once: true });
  sent.once('close', () => signal?.removeEventListener('abort', abort));
  sent.setTimeout(idle, () => void sent.destroy(Object.assign(new Error(`silent for ${idle} ms`), { code: 'ESILENT' })));
  // It stays, because a request may fail more than once, and the later errors are those of the body.
  sent.on('error', reject);
}

/** What was meant for one host is not told to another that it redirects to. */
const withoutSecrets = ({ authorization: _, ...rest }: Readonly<Record<string, string>> = {}): Record<string, string> => rest;

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;

const proxyHeaders = (proxy: URL): Readonly<Record<string, string>> =>
  proxy.username === '' ? {} : { 'proxy-authorization': basic(proxy) };

/** Without name and password, which must not be shown or sent along. */
export function plain(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  return copy.href;
}

const CERTIFICATE = /^(?:SELF_SIGNED|UNABLE_TO_|DEPTH_ZERO|CERT_|ERR_TLS_CERT)/;

/** A failed connection, in words that help. */
export function inWords(error: unknown, { host }: URL, isProxy = false): Error {
  if (error instanceof DataError || error instanceof TransientError) return error;
  const code = codeOf(error);
  const who = isProxy ? `the proxy ${host}` : host;
  if (CERTIFICATE.test(code))
    return new DataError(
      `The certificate of ${host} is not trusted (${code}). If your organisation inspects traffic, set NODE_EXTRA_CA_CERTS to its certificate.`,
      error,
    );
  if (code === 'ESILENT') return new TransientError(`${who} sent nothing for too long`, { cause: error });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new TransientError(`${who} has no address (${code}): no network, or a proxy is needed`, { cause: error });
  return new TransientError(
    `the connection to ${who} failed (${code === '' ? String((error as Error | undefined)?.message) : code})`,
    { cause: error },
  );
}
