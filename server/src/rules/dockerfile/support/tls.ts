import { deletion, type Edit } from '../../../base/edit.ts';
import { covers, type Span } from '../../../base/span.ts';
import {
  assignmentOf,
  readArguments,
  valueOf,
  type Assignment,
  type Invocation,
  type OptionSpec,
  type Word,
} from '../../../model/shell/index.ts';
import { deleteWord } from './edits.ts';

export interface Disabled {
  readonly flag: string;
  /** The program that a variable is for, where that is not the command itself. */
  readonly program?: string;
  readonly span: Span;
  readonly edit: Edit | undefined;
  readonly title: string;
}

interface Flags extends OptionSpec {
  /** Options that switch the check off. */
  readonly off: RegExp;
  /** Whether addresses on this machine are excused. */
  readonly addresses?: boolean;
}

const CURL: Flags = {
  off: /^(?:-k|--insecure|--proxy-insecure|--doh-insecure)$/,
  addresses: true,
  short: 'AbcCdDeEFHKmoPQrtTuUwxXyYz',
  long: 'output header data data-raw data-binary user user-agent request url retry retry-delay max-time connect-timeout cacert cert key proxy write-out form cookie referer range'.split(
    ' ',
  ),
};
const WGET: Flags = {
  off: /^--no-check-cert(?:ificate)?$/,
  addresses: true,
  short: 'oaeiBtOTwQPUlADIXRS',
  long: 'output-document output-file header directory-prefix tries timeout user password'.split(' '),
};
const PIP: Flags = {
  off: /^--trusted-host$/,
  short: 'rceitdf',
  long: 'trusted-host index-url extra-index-url requirement target constraint find-links'.split(' '),
};
const NPM: Flags = { off: /^--no-strict-ssl$/ };
const CLUSTER: Flags = { off: /^--insecure-skip-tls-verify$/, short: 'nf' };

/** From the manuals of the programs. */
const COMMANDS: ReadonlyMap<string, Flags> = new Map([
  ['curl', CURL],
  ['wget', WGET],
  ['pip', PIP],
  ['pip3', PIP],
  ['uv', { off: /^--allow-insecure-host$/, long: ['allow-insecure-host'] }],
  ['npm', NPM],
  ['pnpm', NPM],
  ['helm', CLUSTER],
  ['kubectl', CLUSTER],
]);

/** `name=value` settings in arguments: `git -c http.sslVerify=false`, `yum --setopt=sslverify=0`. The value is turned round where it stands. */
const SETTINGS: readonly { readonly commands: RegExp; readonly setting: RegExp; readonly on?: string }[] = [
  { commands: /^git$/, setting: /^(http\.(?:[^\s=]{1,200}\.)?sslverify)=(false|0|no|off)$/i, on: 'true' },
  {
    commands: /^(?:yum|dnf|dnf5|microdnf|tdnf)$/,
    setting: /^((?:--setopt=)?(?:[\w*-]{1,80}\.)?sslverify)=(0|false|no)$/i,
    on: '1',
  },
  {
    commands: /^(?:apt|apt-get)$/,
    setting: /^((?:-o)?Acquire::https::(?:[^\s=]{1,200}::)?Verify-(?:Peer|Host))=(false|0|no)$/i,
    on: 'true',
  },
  { commands: /^(?:npm|pnpm|yarn)$/, setting: /^((?:--)?(?:strict-ssl|enableStrictSsl))=(false|0)$/, on: 'true' },
  { commands: /^composer$/, setting: /^(disable-tls)=(true|1)$/, on: 'false' },
  // A list of hosts, which only its absence takes back.
  {
    commands: /^(?:pip[\d.]*|python[\d.]*)$/,
    setting: /^((?:global|install|user|site)\.trusted-host)=((?!localhost|127\.)\S.*)$/,
  },
  { commands: /^conda$/, setting: /^(ssl_verify)=(false|no)$/i, on: 'true' },
];

/** Variables that switch the check off for whatever runs under them. */
const VARIABLES: Readonly<Record<string, { readonly program: string; readonly off: RegExp; readonly on: string }>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: { program: 'Node.js', off: /^0$/, on: '1' },
  PYTHONHTTPSVERIFY: { program: 'Python', off: /^0$/, on: '1' },
  NPM_CONFIG_STRICT_SSL: { program: 'npm', off: /^(?:false|0)$/i, on: 'true' },
  npm_config_strict_ssl: { program: 'npm', off: /^(?:false|0)$/i, on: 'true' },
  YARN_ENABLE_STRICT_SSL: { program: 'yarn', off: /^(?:false|0)$/i, on: 'true' },
  BUNDLE_SSL_VERIFY_MODE: { program: 'bundler', off: /^0$/, on: '1' },
  COMPOSER_DISABLE_TLS: { program: 'composer', off: /^(?:1|true)$/i, on: '0' },
};

/** Variables whose mere value takes hosts or certificates out of the check, and cannot be turned round. */
const EXCEPTIONS: Readonly<Record<string, { readonly program: string; readonly off: RegExp }>> = {
  // Git asks whether it is set, not to what: https://git-scm.com/docs/git#Documentation/git.txt-GITSSLNOVERIFY.
  GIT_SSL_NO_VERIFY: { program: 'git', off: /^/ },
  PIP_TRUSTED_HOST: { program: 'pip', off: /\S/ },
  UV_INSECURE_HOST: { program: 'uv', off: /\S/ },
  GOFLAGS: { program: 'go', off: /(?:^|\s)--?insecure(?:=true)?(?:\s|$)/ },
  GOINSECURE: { program: 'go', off: /\S/ },
  CURL_CA_BUNDLE: { program: 'Python’s requests', off: /^$/ },
  REQUESTS_CA_BUNDLE: { program: 'Python’s requests', off: /^$/ },
};

/** The program that obeys a variable of this value by not checking certificates. */
export function disabledBy(name: string, value: string): string | undefined {
  const known = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : Object.hasOwn(EXCEPTIONS, name) ? EXCEPTIONS[name] : undefined;
  return known?.off.test(value) && !LOCAL.test(value) ? known.program : undefined;
}

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)(?:[:/?#]|$)/i;

/** Everything in a command that switches the check of certificates off, each with the edit that takes it back. */
export function* disabledVerification(invocation: Invocation, text: string, escape: string): Generator<Disabled> {
  const { name, args } = invocation;
  const [first, second] = args;
  const isModule = /^python[\d.]*$/.test(name) && first !== undefined && second !== undefined && valueOf(first) === '-m';
  const program = isModule ? (valueOf(second) ?? '') : name;
  const flags = COMMANDS.get(program);
  if (flags) yield* options(invocation, isModule ? args.slice(2) : args, flags, text, escape);
  for (const { commands, setting, on } of SETTINGS) if (commands.test(name)) yield* settings(args, setting, on);
  for (const assignment of invocation.assignments) {
    yield* variable(assignment, name === '');
    yield* exception(assignment, name === '', name === '' ? undefined : removal(text, assignment.span));
  }
  for (const word of name === 'export' ? args : []) {
    const assignment = assignmentOf(word);
    if (!assignment) continue;
    yield* variable(assignment, true);
    const unset = { span: { start: invocation.word.span.start, end: word.span.end }, newText: `unset ${assignment.name}` };
    yield* exception(assignment, true, args.length === 1 ? unset : deleteWord(text, invocation, word, escape));
  }
}

function* options(
  invocation: Invocation,
  args: readonly Word[],
  flags: Flags,
  text: string,
  escape: string,
): Generator<Disabled> {
  const { options: found, operands } = readArguments(args, flags);
  if (flags.addresses && operands.length > 0 && operands.every((word) => LOCAL.test(valueOf(word) ?? headOf(word, text)))) return;
  for (const { name, span, word, value, valueWord, clustered } of found) {
    if (!flags.off.test(name) || (value !== undefined && LOCAL.test(value)) || value === 'false') continue;
    const isOwnWord = span.start === word.span.start || !covers(word.span, span);
    const both = valueWord && { ...word, span: { start: word.span.start, end: valueWord.span.end } };
    const edit = clustered && !isOwnWord ? deletion(span) : deleteWord(text, invocation, both ?? word, escape);
    yield { flag: name, span, edit: clustered && isOwnWord ? undefined : edit, title: `Remove ${name}` };
  }
}

const headOf = ({ span }: Word, text: string): string => text.slice(span.start, span.end).replace(/^["']/, '');

function* settings(args: readonly Word[], setting: RegExp, on: string | undefined): Generator<Disabled> {
  let told: Word | undefined;
  for (const [index, word] of args.entries()) {
    const value = valueOf(word);
    // With the word before it, it was told already: `--setopt sslverify=0`.
    if (value === undefined || word === told) continue;
    const own = setting.exec(value);
    if (own) {
      yield turned(own[1] ?? '', own[2] ?? '', on, endOf(word, own[2] ?? ''));
      continue;
    }
    // `config set strict-ssl false`: name and value are two words.
    const next = args[index + 1];
    const split = next && !value.includes('=') ? setting.exec(`${value}=${valueOf(next) ?? ''}`) : null;
    if (!next || !split) continue;
    told = next;
    yield turned(split[1] ?? '', split[2] ?? '', on, endOf(next, split[2] ?? ''));
  }
}

/** `isForOthers`: the command that it stands at is not the one that obeys it. */
function* variable({ name, value }: Assignment, isForOthers: boolean): Generator<Disabled> {
  const known = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
  const text = value && valueOf(value);
  if (!known || !value || text === undefined || !known.off.test(text)) return;
  const disabled = turned(name, text, known.on, endOf(value, text));
  yield isForOthers ? { ...disabled, program: known.program } : disabled;
}

/** A variable that only its absence takes back; `edit` is what does that. */
function* exception({ name, value, span }: Assignment, isForOthers: boolean, edit: Edit | undefined): Generator<Disabled> {
  const known = Object.hasOwn(EXCEPTIONS, name) ? EXCEPTIONS[name] : undefined;
  const text = value ? valueOf(value) : '';
  if (!known || text === undefined || !known.off.test(text) || LOCAL.test(text)) return;
  // With other flags in it only a person can say what is left.
  const isAlone = name !== 'GOFLAGS' || /^\S+$/.test(text.trim());
  yield {
    flag: `${name}=${text}`,
    span,
    edit: isAlone ? edit : undefined,
    title: `Remove ${name}`,
    ...(isForOthers ? { program: known.program } : {}),
  };
}

/** Deletes an assignment before a command, with the blanks behind it. */
function removal(text: string, { start, end }: Span): Edit | undefined {
  const blanks = /^[ \t]+/.exec(text.slice(end, end + 1000))?.[0];
  return blanks === undefined ? undefined : deletion({ start, end: end + blanks.length });
}

const turned = (name: string, value: string, on: string | undefined, span: Span | undefined): Disabled => ({
  flag: `${name}=${value}`,
  span: span ?? { start: 0, end: 0 },
  edit: span && on !== undefined ? { span, newText: on } : undefined,
  title: `Set ${name} to ${on ?? ''}`,
});

/** The span of the last characters of a word, when the word ends in plain text. */
function endOf({ parts, source, span }: Word, ending: string): Span {
  const last = parts.at(-1);
  const plain = last?.kind === 'single-quoted' || last?.kind === 'double-quoted' ? last.parts.at(-1) : last;
  return plain?.kind === 'literal' && plain.value.endsWith(ending) ? source.span(plain.end - ending.length, plain.end) : span;
}
