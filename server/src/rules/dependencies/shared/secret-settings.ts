import type { DependencyFormat, Setting } from '../../../model/dependencies/index.ts';

/** A setting that holds a secret. */
interface SecretRow {
  readonly key: RegExp;
  readonly section?: RegExp;
  /** What reads it from the environment instead, where the format can. */
  readonly fromEnvironment?: string;
}

const NPM: readonly SecretRow[] = [
  { key: /(?:^|:)_authToken$/, fromEnvironment: '${NPM_TOKEN}' },
  { key: /(?:^|:)_password$/, fromEnvironment: '${NPM_PASSWORD}' },
  { key: /(?:^|:)_auth$/, fromEnvironment: '${NPM_AUTH}' },
];
const CARGO: readonly SecretRow[] = [{ key: /^(?:token|secret-key)$/, section: /^registr(?:y$|ies\.)/ }];

/** https://getcomposer.org/doc/articles/authentication-for-private-packages.md: values by host; Composer reads none of them from the environment. */
const COMPOSER: readonly SecretRow[] = [
  { key: /^password$/, section: /(?:^|\.)http-basic(?:\.|$)/ },
  { key: /(?:)/, section: /(?:^|\.)(?:(?:github|gitlab)-oauth|(?:gitlab|forgejo)-token|bearer)$/ },
  {
    key: /^(?:token|access-token|refresh-token|consumer-secret|passphrase)$/,
    section: /(?:^|\.)(?:gitlab-oauth|gitlab-token|forgejo-token|bitbucket-oauth|client-certificate)\./,
  },
];

const ROWS: Readonly<Partial<Record<DependencyFormat, readonly SecretRow[]>>> = {
  // https://docs.npmjs.com/cli/configuring-npm/npmrc: `${NAME}` is replaced by the environment variable.
  '.npmrc': NPM,
  '.yarnrc': NPM.map(({ key }) => ({ key })),
  'package.json': NPM.map(({ key }) => ({ key, section: /^publishConfig$/ })),
  // https://yarnpkg.com/configuration/yarnrc: `${NAME}` is replaced by the environment variable.
  '.yarnrc.yml': [
    { key: /^npmAuthToken$/, fromEnvironment: '${NPM_TOKEN}' },
    { key: /^npmAuthIdent$/, fromEnvironment: '${NPM_AUTH}' },
  ],
  // https://bun.com/docs/pm/scopes-registries: `$NAME` is.
  'bunfig.toml': [
    { key: /^token$/, fromEnvironment: '$NPM_TOKEN' },
    { key: /^password$/, fromEnvironment: '$NPM_PASSWORD' },
  ],
  '.pypirc': [{ key: /^password$/ }],
  // https://doc.rust-lang.org/cargo/reference/config.html#credentials: the environment has names of its own for them.
  'cargo-config.toml': CARGO,
  'cargo-credentials.toml': CARGO,
  // https://python-poetry.org/docs/repositories/#configuring-credentials.
  'poetry.toml': [
    { key: /^password$/, section: /^http-basic(?:\.|$)/ },
    { key: /./, section: /^pypi-token$/ },
  ],
  // https://docs.github.com/code-security/dependabot/working-with-dependabot/configuring-access-to-private-registries-for-dependabot.
  'dependabot.yml': [
    { key: /^password$/, section: /^registries\./, fromEnvironment: '${{secrets.REGISTRY_PASSWORD}}' },
    { key: /^(?:token|key)$/, section: /^registries\./, fromEnvironment: '${{secrets.REGISTRY_TOKEN}}' },
  ],
  // https://docs.renovatebot.com/configuration-options/#hostrules: `{{ secrets.NAME }}` is replaced by the app.
  'renovate.json': [
    { key: /^(?:token|password)$/, section: /(?:^|\.)hostRules\[\d+\]$/, fromEnvironment: '{{ secrets.REGISTRY_TOKEN }}' },
    { key: /^npmToken$/ },
  ],
  'composer.json': COMPOSER,
  'auth.json': COMPOSER,
  'build.gradle': [{ key: /^password$/ }],
  'settings.gradle': [{ key: /^password$/ }],
  // A trust store is no secret: its password only tells a broken copy.
  'gradle-wrapper.properties': [{ key: /^(?:systemProp\.)?gradle\.wrapperPassword$/ }],
  'gradle.properties': [{ key: /(?:password|passphrase|secret|token)$(?<!trustStorePassword)/i }],
  // https://maven.apache.org/settings.html#properties: `${env.NAME}` is.
  'settings.xml': [
    { key: /^password$/, fromEnvironment: '${env.MAVEN_PASSWORD}' },
    { key: /^passphrase$/, fromEnvironment: '${env.MAVEN_PASSPHRASE}' },
    { key: /^header (?:.*[-_])?(?:token|authorization|api-?key|password|secret)$/i, fromEnvironment: '${env.MAVEN_TOKEN}' },
  ],
  // https://learn.microsoft.com/nuget/reference/nuget-config-file: `%NAME%` is, on every platform.
  'nuget.config': [{ key: /^(?:ClearTextPassword|Password)$/i, fromEnvironment: '%NUGET_PASSWORD%' }],
};

export const secretOf = (format: DependencyFormat, { section, key }: Setting): SecretRow | undefined =>
  ROWS[format]?.find((row) => row.key.test(key) && (row.section?.test(section) ?? true));

/** How people call the setting: of Composer, whose keys are hosts, what is around it (`github-oauth`, `http-basic`). */
export const secretNameOf = (format: DependencyFormat, { section, key }: Setting): string =>
  ROWS[format] === COMPOSER ? (section.replace(/^config\./, '').split('.', 1)[0] ?? section) : key;
