import { isSecretName } from '../../../knowledge/secrets.ts';
import type { Invocation } from '../../../model/dockerfile/index.ts';
import { assignmentOf, readArguments, valueOf, type OptionSpec, type Word } from '../../../model/shell/index.ts';

/** An argument of a command that is a secret. */
export interface SecretArgument {
  readonly word: Word;
  /** What it is, for people. */
  readonly what: string;
  /** The variable in which it could be handed over instead. */
  readonly variable: string;
}

interface LoginOptions {
  readonly programs: RegExp;
  /** Subcommands, one of which must be there; empty: none is needed. */
  readonly subcommands: RegExp | undefined;
  readonly options: RegExp;
  readonly spec: OptionSpec;
  readonly what: string;
  readonly variable: string;
}

/** Options whose value is a secret, from the manuals of the programs. */
const OPTIONS: readonly LoginOptions[] = [
  {
    programs: /^(?:docker|podman|nerdctl|buildah|skopeo|crane|oras|helm)$/,
    subcommands: /^login$/,
    options: /^(?:-p|--password)$/,
    spec: { short: 'pu', long: ['password', 'username'] },
    what: 'password',
    variable: 'REGISTRY_PASSWORD',
  },
  {
    programs: /^az$/,
    subcommands: /^login$/,
    options: /^(?:-p|--password)$/,
    spec: { short: 'put', long: ['password', 'username', 'tenant'] },
    what: 'password',
    variable: 'AZURE_PASSWORD',
  },
  {
    programs: /^sshpass$/,
    subcommands: undefined,
    options: /^-p$/,
    spec: { short: 'pfdP' },
    what: 'password',
    variable: 'SSHPASS',
  },
  {
    programs: /^(?:mysql|mysqldump|mysqladmin|mariadb)$/,
    subcommands: undefined,
    options: /^--password$/,
    spec: { short: 'uhP', long: ['password', 'user', 'host', 'port'] },
    what: 'password',
    variable: 'MYSQL_PWD',
  },
  {
    programs: /^wget$/,
    subcommands: undefined,
    options: /^--(?:http-|ftp-)?password$/,
    spec: { short: 'oaeiBtOTwQPUlADIXRS', long: ['password', 'http-password', 'ftp-password', 'user', 'header'] },
    what: 'password',
    variable: 'WGET_PASSWORD',
  },
  {
    programs: /^(?:kubectl|oc)$/,
    subcommands: undefined,
    options: /^--token$/,
    spec: { long: ['token'] },
    what: 'token',
    variable: 'KUBE_TOKEN',
  },
  {
    programs: /^(?:nuget|dotnet)$/,
    subcommands: undefined,
    options: /^(?:--password|-Password|--api-key|-ApiKey)$/,
    spec: { long: ['password', 'api-key', 'username', 'source', 'name'] },
    what: 'password',
    variable: 'NUGET_PASSWORD',
  },
  {
    // https://learn.microsoft.com/dotnet/core/tools/dotnet-nuget-add-source; elsewhere `-p` sets a property.
    programs: /^dotnet$/,
    subcommands: /^nuget$/,
    options: /^-[pk]$/,
    spec: { short: 'nupsk' },
    what: 'password',
    variable: 'NUGET_PASSWORD',
  },
];

interface Setting {
  readonly programs: RegExp;
  readonly key: RegExp;
  readonly what: string;
  readonly variable: string;
}

/** `config set KEY VALUE` (or `KEY=VALUE`), from the manuals of the programs. */
const SETTINGS: readonly Setting[] = [
  {
    programs: /^(?:npm|pnpm|yarn)$/,
    key: /(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)$/,
    what: 'token',
    variable: 'NPM_TOKEN',
  },
  {
    programs: /^aws$/,
    key: /^(?:\S+\.)?aws_(?:secret_access_key|session_token)$/,
    what: 'key',
    variable: 'AWS_SECRET_ACCESS_KEY',
  },
  {
    programs: /^composer$/,
    key: /^(?:github-oauth|gitlab-token|gitlab-oauth|bearer)\./,
    what: 'token',
    variable: 'COMPOSER_TOKEN',
  },
  { programs: /^poetry$/, key: /^pypi-token\./, what: 'token', variable: 'POETRY_PYPI_TOKEN' },
  { programs: /^(?:bundle|bundler)$/, key: /^(?:[\w-]+\.)+[a-z]{2,}$/i, what: 'login', variable: 'BUNDLE_LOGIN' },
];

/** `config KEY USER PASSWORD`. */
const LOGINS: readonly Setting[] = [
  { programs: /^composer$/, key: /^http-basic\./, what: 'password', variable: 'COMPOSER_PASSWORD' },
  { programs: /^poetry$/, key: /^http-basic\./, what: 'password', variable: 'POETRY_PASSWORD' },
];

const CURL: OptionSpec = {
  short: 'AbcCdDeEFHKmoPQrtTuUwxXyYz',
  long: 'user header data output request oauth2-bearer proxy-user'.split(' '),
};

/** Arguments of a command that are secrets by their place. */
export function* secretArguments({ name, args }: Invocation, text: string): Generator<SecretArgument> {
  const values = args.map((word) => valueOf(word) ?? '');
  for (const { programs, subcommands, options, spec, what, variable } of OPTIONS) {
    if (!programs.test(name) || (subcommands && !values.some((value) => subcommands.test(value)))) continue;
    for (const option of readArguments(args, spec).options)
      if (options.test(option.name)) yield { word: option.valueWord ?? option.word, what, variable };
  }
  for (const { programs, key, what, variable } of SETTINGS) {
    if (!programs.test(name)) continue;
    for (const [index, value] of values.entries()) {
      const next = args[index + 1];
      const [assigned = ''] = value.split('=');
      const word = args[index];
      if (value.includes('=') && key.test(assigned) && word) yield { word, what, variable };
      else if (key.test(value) && next && !value.includes('=')) yield { word: next, what, variable };
    }
  }
  for (const { programs, key, what, variable } of LOGINS) {
    const at = programs.test(name) ? values.findIndex((value) => key.test(value)) : -1;
    const password = at < 0 ? undefined : args[at + 2];
    if (password) yield { word: password, what, variable };
  }
  if (name === 'curl') yield* curlArguments(args, text);
  if (name === 'wget')
    for (const { name: option, word, valueWord } of readArguments(args, { long: ['header'] }).options) {
      const given = valueWord ?? word;
      if (option === '--header' && SECRET_HEADER.test(text.slice(given.span.start, given.span.end)))
        yield { word: given, what: 'token', variable: 'WGET_TOKEN' };
    }
}

const SECRET_HEADER = /(?:authorization|private-token|x-api-key|job-token)\s*:\s*\S/i;

function* curlArguments(args: readonly Word[], text: string): Generator<SecretArgument> {
  for (const { name, word, valueWord } of readArguments(args, CURL).options) {
    const given = valueWord ?? word;
    const written = text.slice(given.span.start, given.span.end);
    if (/^(?:-u|--user|-U|--proxy-user)$/.test(name) && /:["']*[^"'\s]/.test(written))
      yield { word: given, what: 'password', variable: 'CURL_LOGIN' };
    else if (name === '--oauth2-bearer') yield { word: given, what: 'token', variable: 'CURL_TOKEN' };
    else if (/^(?:-H|--header)$/.test(name) && SECRET_HEADER.test(written))
      yield { word: given, what: 'token', variable: 'CURL_TOKEN' };
  }
}

/** A URL that carries a secret in front of its host: `https://$TOKEN@host`. */
export const hasSecretUrl = (written: string): boolean => /:\/\/[^/@\s"']*\$\{?\w+\}?[^/@\s"']*@/.test(written);

/** `NAME=value` in front of a command, or of `export`, whose name says that it is a secret. */
export const secretAssignments = ({ name: command, args, assignments }: Invocation) =>
  [
    ...assignments,
    ...(/^(?:export|declare|typeset|readonly)$/.test(command) ? args.flatMap((each) => assignmentOf(each) ?? []) : []),
  ].filter(({ name, value }) => value !== undefined && isSecretName(name));
