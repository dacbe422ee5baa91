/**
 * A setting that holds a secret: its key, what reads it from the environment instead, and the section that has to match, too, where the key alone does not
 * tell.
 */
export type SecretSetting = readonly [key: RegExp, fromEnvironment?: string | undefined, section?: RegExp];

/** https://getcomposer.org/doc/articles/authentication-for-private-packages.md: values by host; Composer reads none of them from the environment. */
export const SECRETS_OF_COMPOSER: readonly SecretSetting[] = [
  [/^password$/, undefined, /(?:^|\.)http-basic(?:\.|$)/],
  [/(?:)/, undefined, /(?:^|\.)(?:(?:github|gitlab)-oauth|(?:gitlab|forgejo)-token|bearer)$/],
  [
    /^(?:token|access-token|refresh-token|consumer-secret|passphrase)$/,
    undefined,
    /(?:^|\.)(?:gitlab-oauth|gitlab-token|forgejo-token|bitbucket-oauth|client-certificate)\./,
  ],
];
