import type { Span } from '../../../base/span.ts';

/** A password or token that is written out. */
export interface Credential {
  readonly value: string;
  readonly span: Span;
  /** The part of a URL that has to go with it, the `@` included. */
  readonly userInfo?: Span;
}

/** What stands for a value that comes from elsewhere, or is none: variables, templates, angle brackets, dots and stars. */
const PLACEHOLDER = /^(?:\$|%[\w.-]+%$|\{\{|<[^>]*>$|\[[^\]]*\]$|[*x.•]+$|(?:your|my)[-_ ]|insert[-_ ])|\$\{|\$\(|\{\{/i;
/** Words that nobody has as a password, variables whose mark is missing, and templates of other tools. */
const STAND_IN =
  /^(?:change[-_ ]?(?:me|it)|placeholder|redacted|dummy|fake|example|todo|fixme|null|undefined|none|["']{2}|[0-]+|\{[^{}]*\}|@[\w.-]+@|__\w+__|op:\/\/.*|(?:process\.)?env\.\w+)$/i;
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:TOKEN|PASSWORD|PASSWD|PASS|PW|SECRET|KEY|AUTH)$/;
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]*)@/i;
/** Tokens that stand where a user name would, as forges issue them: by their prefix, or long and random. */
const TOKEN = /^(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|npm_\w{20,}|pypi-[\w-]{20,}|[0-9a-f]{32,64})$/i;

export const isLiteral = (value: string): boolean =>
  value.trim() !== '' && !PLACEHOLDER.test(value) && !STAND_IN.test(value) && !VARIABLE_NAME.test(value);

/** The password or token in a URL's user information. A bare user name (`git@`) is none. */
export function credentialIn(url: string, { start }: Span): Credential | undefined {
  const authority = AUTHORITY.exec(url);
  const info = authority?.[1];
  if (!authority || info === undefined) return undefined;
  const from = start + authority[0].length - 1 - info.length;
  const userInfo = { start: from, end: from + info.length + 1 };
  const colon = info.indexOf(':');
  const user = colon < 0 ? info : info.slice(0, colon);
  const password = colon < 0 ? '' : info.slice(colon + 1);
  // GitHub's `token:x-oauth-basic@` has the token in front.
  if (isLiteral(password) && password.toLowerCase() !== 'x-oauth-basic')
    return { value: password, span: { start: from + colon + 1, end: userInfo.end - 1 }, userInfo };
  if (!TOKEN.test(user)) return undefined;
  return { value: user, span: { start: from, end: from + user.length }, userInfo };
}
