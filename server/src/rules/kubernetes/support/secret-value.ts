import { isNoSecret, isPlaceholder, isSecretName } from '../../../knowledge/secrets.ts';

/** Text that only becomes a value later (`$(OTHER)`, `${VAR}`, `$var`, `#{…}`, `{{ … }}`, `%(…)`, `__X__`, `@X@`, SOPS), or an address. */
const NOT_LITERAL = /[$#]\{|[$%]\(|\{\{|^\$[a-z_]|^__\w+__$|^@.*@$|^ENC\[|^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const PASSWORD_NAME = /(?:pass(?:word|wd)?|pwd|token|(?:secret|api|access|private|signing|encryption)[-_.]?key)[0-9]*$/i;
/** In upper case it is the working directory. */
const SHORT_NAME = /^(?:pwd|pass)$/;
/** In documentation such a word stands for a password; in a manifest that is applied it is one, and the first that is tried. */
const WEAK = /^(?:password|passwd|secret|test|default|example|my[-_]?(?:password|secret|token|key))$/i;
const OBJECT_NAME = /(?:secret|credential)s?$/i;
/** `EXISTING_SECRET: grafana-credentials` names an object. */
const NAMES_OBJECT = /^[a-z0-9][-a-z0-9.]*(?:secrets?|credentials?|creds?|tokens?|tls|certs?|keys?|auth|password)$/;

/** Whether a text is a value as it stands, which nothing replaces and nobody marked to be replaced. */
export const isLiteralValue = (value: string): boolean => !isNoSecret(value) && !NOT_LITERAL.test(value) && !isPlaceholder(value);

/** Whether what is called `name` is the password of the first attempt. */
export const isWeakPassword = (name: string, value: string): boolean => PASSWORD_NAME.test(name) && WEAK.test(value.trim());

/** Whether the value of something that is called `name` is a secret that is written out. */
export function isWrittenSecret(name: string, value: string): boolean {
  if (!(isSecretName(name) || SHORT_NAME.test(name)) || (OBJECT_NAME.test(name) && NAMES_OBJECT.test(value))) return false;
  return isLiteralValue(value) || isWeakPassword(name, value);
}
