import { httpRepositories } from './shared/http-repositories.ts';

export const mavenHttpRepository = httpRepositories({
  id: 'dependencies/maven-http-repository',
  title: 'Maven repository is reached over plain HTTP',
  why: 'Whoever sits between the machine and the repository can replace an artifact that comes over plain HTTP, and the build runs it; what is deployed over it is open to all, credentials included. Maven has refused such repositories since 3.8.1. Use HTTPS.',
  what: 'artifacts',
  kinds: new Set(['index', 'repository', 'mirror', 'publish']),
  aliases: [],
});
