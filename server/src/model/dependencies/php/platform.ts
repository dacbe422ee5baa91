/** What the platform has and no registry: https://getcomposer.org/doc/articles/composer-platform-dependencies.md. */
export const PLATFORM = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[\w.-]+|composer(?:-(?:plugin|runtime)-api)?)$/i;

/** Those of them that are a language or a tool. */
export const RUNTIME = /^(?:php(?:-.+)?|hhvm|composer)$/i;
