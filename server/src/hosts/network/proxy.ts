/** Which proxy a request goes through, as curl and most programs decide it from the environment. */

export interface ProxySettings {
  /** A proxy's URL for every request, stronger than the environment: the editor's `http.proxy`. */
  readonly proxy?: string;
  /** Hosts that are asked directly, besides those of `NO_PROXY`. */
  readonly noProxy?: readonly string[];
  /** Whether certificates are checked; the editor's `http.proxyStrictSSL`. */
  readonly strictSsl?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Undefined: ask directly. @throws TypeError for a proxy that is no URL */
export function proxyFor(url: URL, { proxy, noProxy = [], env = {} }: ProxySettings): URL | undefined {
  const of = (name: string): string => env[name.toLowerCase()] ?? env[name.toUpperCase()] ?? '';
  const exceptions = [...noProxy, ...of('no_proxy').split(/[\s,]+/)].filter((one) => one !== '');
  if (exceptions.some((one) => matches(url, one))) return undefined;
  const given = [proxy ?? '', url.protocol === 'https:' ? of('https_proxy') : of('http_proxy'), of('all_proxy')].find(
    (one) => one !== '',
  );
  if (given === undefined) return undefined;
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const parsed = URL.canParse(written) ? new URL(written) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new TypeError('the proxy that is set is no http:// or https:// URL');
  return parsed;
}

/** `*`, a host, a domain with or without a dot in front, each with or without a port. */
function matches({ hostname, port, protocol }: URL, exception: string): boolean {
  if (exception === '*') return true;
  const [, host = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  if (wantedPort !== undefined && wantedPort !== ownPort) return false;
  const domain = host.replace(/^\*?\./, '');
  return domain !== '' && (hostname === domain || hostname.endsWith(`.${domain}`));
}
