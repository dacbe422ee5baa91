import { httpRepositories } from './shared/http-repositories.ts';

export const mavenPluginHttpRepository = httpRepositories({
  id: 'dependencies/maven-plugin-http-repository',
  title: 'Maven plugins are fetched over plain HTTP',
  why: 'Plugins run on the machine that builds, with its credentials. Whoever sits between it and the repository can replace a plugin that comes over plain HTTP. Maven has refused such repositories since 3.8.1. Use HTTPS.',
  what: 'plugins',
  kinds: new Set(['plugin-repository']),
  aliases: [],
});
