/**
 * Names of files that hold credentials, from the documentation of the tools that read them. As of 2026-11. Lower case, because names of files on
 * case-insensitive disks are.
 */

interface SecretFile {
  /** For people. */
  readonly label: string;
  /** Base names. */
  readonly names?: readonly string[];
  /** Ends of paths, for names that are only telling together with their folder. */
  readonly paths?: readonly string[];
  readonly endings?: readonly string[];
}

const FILES: readonly SecretFile[] = [
  { label: 'environment variables', names: ['.env'] },
  { label: 'an SSH key', names: ['id_rsa', 'id_dsa', 'id_ecdsa', 'id_ed25519', 'id_ed25519_sk', 'id_ecdsa_sk'] },
  // https://maven.apache.org/settings.html#Servers
  { label: 'Maven settings', paths: ['.m2/settings.xml'] },
  { label: 'npm settings', names: ['.npmrc'] },
  { label: 'Python registry settings', names: ['.pypirc'] },
  { label: 'logins', names: ['.netrc', '_netrc', '.git-credentials', '.htpasswd', '.pgpass', '.my.cnf'] },
  { label: 'AWS credentials', paths: ['.aws/credentials', '.aws/config'], names: ['.aws'] },
  { label: 'SSH settings', names: ['.ssh'] },
  { label: 'a GnuPG key ring', names: ['.gnupg'] },
  { label: 'a kubeconfig', paths: ['.kube/config'], names: ['.kube', 'kubeconfig'], endings: ['kubeconfig'] },
  { label: 'Docker logins', paths: ['.docker/config.json'], names: ['.dockercfg', '.dockerconfigjson'] },
  // gsutil reads `.boto`.
  { label: 'Google Cloud credentials', paths: ['.config/gcloud'], names: ['application_default_credentials.json', '.boto'] },
  { label: 'S3 credentials', names: ['.s3cfg'] },
  { label: 'a Vault token', names: ['.vault-token'] },
  { label: 'Azure credentials', names: ['azureprofile.json', 'accesstokens.json', '.azure'] },
  { label: 'Terraform state', endings: ['tfstate'], names: ['.terraformrc', 'terraform.rc'] },
  // https://developer.hashicorp.com/terraform/language/values/variables: read by itself, and where secrets are put.
  { label: 'Terraform variables', names: ['terraform.tfvars'] },
  { label: 'a Rails master key', paths: ['config/master.key'] },
  { label: 'Composer logins', names: ['auth.json'] },
  { label: 'Cargo credentials', paths: ['.cargo/credentials.toml', '.cargo/credentials'] },
  // https://docs.oracle.com/en/database/oracle/oracle-database/23/dbseg/ (Oracle wallets)
  { label: 'an Oracle wallet', names: ['cwallet.sso', 'ewallet.p12', 'ewallet.pem'] },
  { label: 'a private key', endings: ['pem', 'key', 'p12', 'pfx', 'jks', 'keystore', 'ppk', 'asc'] },
];

/** What says that a file with such a name is harmless: a sample, or public. */
const HARMLESS = /(?:^|[._-])(?:example|sample|template|tmpl|tpl|dist|default|defaults|schema|test|tests|ci|docs?|md)(?:[._-]|$)/;
/** A certificate, a chain or a public key in PEM form. */
const PUBLIC =
  /cert|root|bundle|chain|trust|pub(?:lic)?[._-]?key|(?:^|[._-])(?:cas?|pub(?:lic)?|signing|crt|dh\d*|dhparams?|gpg|apt|yum|rpm|repo(?:sitory)?|release|archive|keyring)(?:[._-]|$)/;
/** `.env.production` holds what `.env` does. */
const ENVIRONMENT = /^\.env\.[\w.-]+$/;
/** Endings that stand for credentials only where the rest of the name does not speak against it. */
const OFTEN_PUBLIC: ReadonlySet<string> = new Set(['pem', 'jks', 'keystore', 'asc', 'key']);
/** What says that a key is not the public one. */
const SAYS_PRIVATE = /(?:^|[._-])(?:priv(?:ate)?|secret)(?:[._-]|$)/;
/** A key that nothing calls public: what publishers sign with is given away as a public key. */
const SAYS_KEY = /(?:^|[._-])key(?:[._-]|$)|(?:key|_rsa)\.pem$/;
const PUBLIC_KEY = /pub(?:lic)?[._-]?key|(?:^|[._-])(?:signing|release)[._-]?key(?:[._-]|$)/;
const isPrivate = (name: string): boolean => SAYS_PRIVATE.test(name) || (SAYS_KEY.test(name) && !PUBLIC_KEY.test(name));

/** Exact base names and endings: what to look for in a folder. */
export const SECRET_NAMES: readonly string[] = FILES.flatMap(({ names = [], paths = [] }) => [
  ...names,
  ...paths.map((path) => path.slice(path.lastIndexOf('/') + 1)),
]);
export const SECRET_ENDINGS: readonly string[] = FILES.flatMap(({ endings = [] }) => endings);

/** What a file of this path holds, judged by its name alone; undefined when that does not tell of credentials. */
export function secretFileLabel(path: string): string | undefined {
  const lower = path.toLowerCase().replace(/\/+$/, '');
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  if (ENVIRONMENT.test(name)) return HARMLESS.test(name) ? undefined : 'environment variables';
  const ending = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  for (const { label, names = [], paths = [], endings = [] } of FILES) {
    if (names.includes(name) || paths.some((each) => lower === each || lower.endsWith(`/${each}`))) return label;
    if (!endings.includes(ending) || HARMLESS.test(name)) continue;
    if (ending === 'asc') {
      if (isPrivate(name)) return label;
    } else if (!OFTEN_PUBLIC.has(ending) || !PUBLIC.test(name) || isPrivate(name.replace(/\.key$/, ''))) return label;
  }
  // A service account's key as Google names it, and what teams call theirs.
  if (
    /^service[-_]?account[\w-]*\.json$|^(?:gcp|gcloud|google)[\w-]*[-_](?:key|cred\w*|sa|service[-_]?account)[\w-]*\.json$|^credentials\.(?:json|ya?ml|ini|csv)$/.test(
      name,
    )
  )
    return 'credentials';
  return /^(?:secrets?)\.(?:json|ya?ml|toml|ini|txt|env)$/.test(name) ? 'secrets' : undefined;
}
