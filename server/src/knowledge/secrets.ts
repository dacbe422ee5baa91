import { decodeBase64 } from '../base/base64.ts';

/** Last words that make a name that of a secret, whatever stands before. */
const SECRET_WORDS: ReadonlySet<string> = new Set(
  'PASSWORD PASSWD PASSPHRASE PASSCODE SECRET TOKEN CREDENTIAL CREDENTIALS APIKEY SECRETKEY ACCESSKEY PRIVATEKEY AUTHTOKEN PAT'.split(
    ' ',
  ),
);
/** Words that are a secret's only behind another word: `DB_PASS`, not `PASS`; `DB_PWD`, not the working directory `PWD`. */
const SECOND_WORDS: ReadonlySet<string> = new Set(['PASS', 'PWD', 'PSW']);
/** What makes a `KEY` secret. */
const KEY_KINDS: ReadonlySet<string> = new Set(['API', 'ACCESS', 'SECRET', 'PRIVATE', 'SIGNING', 'ENCRYPTION', 'MASTER']);
/** The environment that a secret is for, behind its name: `DB_PASSWORD_PROD`. */
const ENVIRONMENTS: ReadonlySet<string> = new Set(['PROD', 'DEV', 'TEST', 'STAGING']);
/** Words anywhere in a name that say that it is about a secret and does not hold one: `ALLOW_EMPTY_PASSWORD`. */
const HARMLESS_WORDS: ReadonlySet<string> = new Set(
  'ALLOW EMPTY RANDOM GENERATE DISABLE ENABLE REQUIRE SKIP NO PUBLIC MIN MAX USE'.split(' '),
);

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');

/** Whether a variable of this name holds a secret. The last word decides: `DB_PASSWORD` does, `DB_PASSWORD_FILE` does not. */
export function isSecretName(name: string): boolean {
  if (name.length > 200) return false;
  const words = wordsOf(name);
  if (words.length > 1 && ENVIRONMENTS.has(words.at(-1) ?? '')) words.pop();
  // https://guides.rubyonrails.org/security.html: what Rails signs and encrypts sessions with.
  if (words.slice(-3).join('_') === 'SECRET_KEY_BASE') words.pop();
  const last = words.at(-1) ?? '';
  if (words.some((word) => HARMLESS_WORDS.has(word))) return false;
  if (SECRET_WORDS.has(last)) return true;
  // Azure calls what opens its storage and its batch accounts simply keys.
  if (last === 'KEY') return KEY_KINDS.has(words.at(-2) ?? '') || words[0] === 'AZURE';
  if (SECOND_WORDS.has(last)) return words.length > 1 && words.at(-2) !== 'OLD';
  return /(?:PASSWORD|PASSWD|APIKEY|AUTHTOKEN|ACCESSTOKEN)$/.test(last);
}

const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)?|changeme.*|replace[-_ ]?(?:me|this)?|replace_with.*|to[-_ ]?be[-_ ]?.*|todo|tbd|fixme|x{3,}|\*{3,}|\.{3,}|-+|precompil(?:e|ing).*|(?:.*[-_ ])?(?:placeholder|dummy|fake|changeme|change[-_]me)(?:[-_ ].*)?|dummy.*|fake.*|mock.*|test(?:ing)?|example.*|sample.*|placeholder.*|insert[-_ ].*|your[-_ ].*|my[-_ ]?(?:secret|password|token|key)|(?:some|not)[-_ ]?(?:secret|password|token|key|set|used).*|unused|unset|undefined|null|nil|none|empty|n\/a|default|secret|password|token|<[^>]*>|\[[^\]]*\]|\{+[^}]*\}+|%[^%]*%)$/i;
const SETTING = /^(?:true|false|yes|no|on|off|enabled?|disabled?|auto|optional|required|prompt|ask)$/i;
const PATH = /^(?:~?\.{0,2}\/|file:|[A-Za-z]:\\|\/run\/secrets)/;

/**
 * Texts that something replaces by the secret later: bank-vaults, External Secrets and vals (`ref+…`), 1Password, Google and AWS secret managers,
 * Azure Container Apps, and variables.
 */
const REFERENCE = /^(?:vault:|ref\+[a-z]|op:\/\/|sm:\/\/|secretref:|arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm):|\$[({])/i;

/** Whether a value only stands where a secret will be. */
export const isPlaceholder = (value: string): boolean => value.length <= 300 && PLACEHOLDER.test(value.trim());

/** Whether a value is a switch, a path or a reference to a secret, and so no secret even under a secret's name. */
export function isNoSecret(value: string): boolean {
  const trimmed = value.trim();
  return trimmed === '' || SETTING.test(trimmed) || PATH.test(value) || REFERENCE.test(trimmed);
}

export interface CredentialKind {
  /** For people. */
  readonly label: string;
  /** The variable in which tools expect such a value. */
  readonly variable: string;
  readonly pattern: string;
}

/** Forms of credentials that their issuers document, so that a text of that form is hardly anything else. As of 2025-11. */
const KINDS: readonly CredentialKind[] = [
  { label: 'an AWS access key', variable: 'AWS_ACCESS_KEY_ID', pattern: '(?:AKIA|ASIA)[A-Z2-7]{16}' },
  { label: 'a GitHub token', variable: 'GITHUB_TOKEN', pattern: 'gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,100}' },
  { label: 'a GitLab token', variable: 'GITLAB_TOKEN', pattern: 'gl(?:pat|dt|rt|cbt)-[A-Za-z0-9_-]{20,64}' },
  { label: 'an npm token', variable: 'NPM_TOKEN', pattern: 'npm_[A-Za-z0-9]{36}' },
  { label: 'a PyPI token', variable: 'TWINE_PASSWORD', pattern: 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,300}' },
  { label: 'a Slack token', variable: 'SLACK_TOKEN', pattern: 'xox[abeprs]-[A-Za-z0-9-]{20,200}' },
  { label: 'a Stripe key', variable: 'STRIPE_API_KEY', pattern: '[rs]k_live_[A-Za-z0-9]{20,120}' },
  { label: 'a Google API key', variable: 'GOOGLE_API_KEY', pattern: 'AIza[A-Za-z0-9_-]{35}' },
  { label: 'a SendGrid key', variable: 'SENDGRID_API_KEY', pattern: 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
  { label: 'a Hugging Face token', variable: 'HF_TOKEN', pattern: 'hf_[A-Za-z0-9]{34}' },
  { label: 'an Anthropic key', variable: 'ANTHROPIC_API_KEY', pattern: 'sk-ant-[A-Za-z0-9_-]{40,200}' },
  { label: 'an OpenAI key', variable: 'OPENAI_API_KEY', pattern: 'sk-(?:proj|svcacct)-[A-Za-z0-9_-]{40,200}' },
  { label: 'a Docker Hub token', variable: 'DOCKER_TOKEN', pattern: 'dckr_[po]at_[A-Za-z0-9_-]{20,64}' },
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
  {
    label: 'a Slack webhook',
    variable: 'SLACK_WEBHOOK_URL',
    pattern: 'https://hooks\\.slack\\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}',
  },
  // https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage: 512 bits, in Base64.
  { label: 'an Azure storage key', variable: 'AZURE_STORAGE_KEY', pattern: '(?<=AccountKey=)[A-Za-z0-9+/]{86}==' },
  // https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
  { label: 'a Vault token', variable: 'VAULT_TOKEN', pattern: 'hvs\\.[A-Za-z0-9_-]{24,300}' },
  // RFC 7515: header, payload and a signature of at least 256 bits.
  {
    label: 'a signed token',
    variable: 'TOKEN',
    pattern: 'eyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{43,700}',
  },
  { label: 'a DigitalOcean token', variable: 'DIGITALOCEAN_TOKEN', pattern: 'do[opr]_v1_[a-f0-9]{64}' },
];

const TOKENS = new RegExp(`(?<![A-Za-z0-9_-])(?:${KINDS.map(({ pattern }) => `(${pattern})`).join('|')})(?![A-Za-z0-9_])`, 'g');
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----/g;
/** `scheme://user:password@host` with a literal password. */
const USER_INFO = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@'"$<>{}`\\]{0,80}):([^\s/:@'"$<>{}`\\%]{3,120})@[\w.-]/gi;

export interface Credential {
  readonly label: string;
  /** Undefined for what no single variable can hold. */
  readonly variable: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Credentials in `text`, in order, recognised by their form alone. Values that say that they are examples are left out. */
export function findCredentials(text: string): readonly Credential[] {
  const found: Credential[] = [];
  for (const match of text.matchAll(TOKENS)) {
    const kind = KINDS[match.slice(1).findIndex((group: string | undefined) => group !== undefined)];
    if (!kind || isExample(match[0]) || isKnownToAll(match[0])) continue;
    found.push({ label: kind.label, variable: kind.variable, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(PRIVATE_KEY))
    found.push({ label: 'a private key', variable: undefined, start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(USER_INFO)) {
    const [, user = '', password = ''] = match;
    const start = match.index + match[0].lastIndexOf(`:${password}@`) + 1;
    const overlaps = found.some((other) => other.start < start + password.length && start < other.end);
    if (isPlaceholder(password) || isExample(password) || isDefaultLogin(user, password) || overlaps) continue;
    found.push({ label: 'a password in a URL', variable: undefined, start, end: start + password.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Logins that products come with (`guest:guest` of RabbitMQ, `postgres:postgres`) and that documentation writes. */
const isDefaultLogin = (user: string, password: string): boolean =>
  user.toLowerCase() === password.toLowerCase() || /^pass(?:word|wd)?$/i.test(password);

/** The key of the storage emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const EMULATOR_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Whether a credential is public by design: the emulator's key, or a token for anonymous users or of an example. */
function isKnownToAll(value: string): boolean {
  if (value === EMULATOR_KEY) return true;
  const payload = /^eyJ[\w-]+\.([\w-]+)\./.exec(value)?.[1];
  if (payload === undefined) return false;
  const claims = decodeBase64(payload);
  // https://supabase.com/docs/guides/api/api-keys: the anon key is made to be given to browsers.
  return /"role"\s*:\s*"anon"|"sub"\s*:\s*"1234567890"/.test(claims);
}

const isExample = (value: string): boolean =>
  /example|x{6}|0{8}|1234567|abcdefg/i.test(value) || (value.length >= 8 && new Set(value.slice(-16)).size < 5);

/** Whether `value` looks drawn at random: long, without spaces, of several kinds of characters and high Shannon entropy. */
export function isRandomLooking(value: string): boolean {
  if (value.length < 20 || value.length > 500 || !/^[A-Za-z0-9+/=_.~-]+$/.test(value) || isExample(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / value.length) * Math.log2(count / value.length);
  return entropy >= (/^[0-9a-f]+$/i.test(value) ? 3 : 3.5);
}
