import type { ProxySettings } from '../network/proxy.ts';

/** Where npm itself asks when nobody says otherwise (https://docs.npmjs.com/cli/using-npm/config#registry). */
const PUBLIC = 'https://registry.npmjs.org/';

/** One `.npmrc`. Variables of the environment are put in only for a file of the user's own: another's file must not choose where a secret is sent. */
export interface NpmrcText {
  readonly text: string;
  readonly isUsers: boolean;
}

/** How packages of npm are fetched here. */
export interface NpmConfig {
  /** The registry that has the package. */
  registryOf(name: string): URL;
  /** The value of the header `authorization` for a URL, if the user signed in there. */
  authorizationFor(url: URL): string | undefined;
  readonly proxy: ProxySettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @param files the strongest first: the project's, then the user's */
export function npmConfig(files: readonly NpmrcText[], env: Environment): NpmConfig {
  const settings = new Map<string, string>();
  for (const { text, isUsers } of files.toReversed())
    for (const [key, value] of entriesOf(text)) {
      const known = isUsers ? expanded(value, env) : value;
      if (!known.includes('${')) settings.set(key, known);
    }
  const fromEnvironment = env['npm_config_registry'] ?? env['NPM_CONFIG_REGISTRY'];
  if (fromEnvironment !== undefined) settings.set('registry', fromEnvironment);
  const registry = address(settings.get('registry')) ?? new URL(PUBLIC);
  const proxy = settings.get('https-proxy') ?? settings.get('proxy');
  return {
    registryOf(name) {
      const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
      return (scope === undefined ? undefined : address(settings.get(`${scope}:registry`))) ?? registry;
    },
    authorizationFor: (url) => authorization(settings, url, registry),
    proxy: {
      env,
      ...(proxy !== undefined && proxy !== '' && proxy !== 'null' && { proxy }),
      noProxy: (settings.get('noproxy') ?? '').split(/[\s,]+/).filter((host) => host !== ''),
      strictSsl: settings.get('strict-ssl') !== 'false',
    },
  };
}

/** https://docs.npmjs.com/cli/configuring-npm/npmrc: `key = value` a line; comments begin with `;` or `#`. */
function* entriesOf(text: string): Generator<readonly [string, string]> {
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*([^;#=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) yield [match[1] ?? '', (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')];
  }
}

/** `${NAME}`, or `${NAME?}`, which may be unset. What is not set stays as it is written. */
const expanded = (value: string, env: Environment): string =>
  value.replaceAll(
    /\$\{([^}?]+)(\??)\}/g,
    (whole, name: string, optional: string) => env[name] ?? (optional === '' ? whole : ''),
  );

function address(text: string | undefined): URL | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Credentials stand under the address without its protocol; the longest path that fits counts. */
function authorization(settings: ReadonlyMap<string, string>, url: URL, registry: URL): string | undefined {
  let { pathname } = url;
  for (;;) {
    const found =
      credentials(settings, `//${url.host}${pathname}:`) ?? credentials(settings, `//${url.host}${pathname.replace(/\/$/, '')}:`);
    if (found !== undefined) return found;
    if (pathname === '/') break;
    pathname = pathname.slice(0, pathname.replace(/\/$/, '').lastIndexOf('/') + 1);
  }
  // The old spelling without an address is for the registry itself.
  return url.origin === registry.origin ? credentials(settings, '') : undefined;
}

function credentials(settings: ReadonlyMap<string, string>, prefix: string): string | undefined {
  const of = (key: string): string => settings.get(prefix + key) ?? '';
  if (of('_authToken') !== '') return `Bearer ${of('_authToken')}`;
  if (of('_auth') !== '') return `Basic ${of('_auth')}`;
  if (of('username') === '' || of('_password') === '') return undefined;
  const password = Buffer.from(of('_password'), 'base64').toString('utf8');
  return `Basic ${Buffer.from(`${of('username')}:${password}`).toString('base64')}`;
}
