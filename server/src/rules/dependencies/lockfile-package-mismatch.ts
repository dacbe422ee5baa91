import type { Span } from '../../base/span.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency, DependencyFile } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { isSameVersion, isUsualTarball, type Named, namedByPythonFile, namedByTarball } from './shared/tarball.ts';

export const lockfilePackageMismatch = dependencyRule(
  {
    id: 'dependencies/lockfile-package-mismatch',
    title: 'Lockfile entry downloads another package',
    why: 'The address of an entry decides what is installed, whatever name stands above it. An entry whose address names another package or version was most likely edited by hand or by somebody with bad intent, and the hash beside it was made to fit. Find out who changed it and let the package manager write the entry again.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      name: '{name} is downloaded from an address that names {other}. Check who changed the lockfile and let the package manager write the entry again.',
      resolution:
        '{name} is resolved to {other}, which its entry does not ask for. Check who changed the lockfile and let the package manager write the entry again.',
      repository:
        '{name} is downloaded from the repository {other}, while its source is {source}. Check who changed the lockfile and let the package manager write the entry again.',
      version:
        '{name} {version} is downloaded from an address that names version {other}. Check who changed the lockfile and let the package manager write the entry again.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-494', 'OWASP A08:2021'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format === 'composer.lock') yield* otherRepositories(model);
    if (model.role !== 'lockfile' || (model.ecosystem !== 'npm' && model.ecosystem !== 'PyPI')) return;
    const forced = new Set(env.workspace.all('dependencies').flatMap(([, { overridden }]) => overridden ?? []));
    for (const dependency of model.dependencies) {
      const { resolved, version, source } = dependency;
      if (model.format === 'yarn.lock' && isSwapped(dependency, file.text)) {
        const data = { name: dependency.rawName, other: dependency.name };
        yield {
          message: 'resolution',
          data,
          span: dependency.nameSpan,
          key: `${keyOf(model, dependency)}/${dependency.path ?? ''}`,
        };
        continue;
      }
      if (resolved === undefined || (source !== 'registry' && source !== 'alias')) continue;
      for (const { url, urlSpan } of resolved) {
        if (model.ecosystem === 'npm' && isUsualTarball(url, dependency)) continue;
        const named = model.ecosystem === 'npm' ? namedByTarball(url) : namedByPythonFile(url, dependency.name);
        if (named === undefined) continue;
        const key = `${keyOf(model, dependency)}/${dependency.path ?? ''}`;
        const common = { span: urlSpan, key };
        if (!isNamed(dependency, named, model.format === 'yarn.lock' ? file.text : '')) {
          // Yarn 1 keeps the name that was asked for where a manifest forces another package.
          if (forced.has(dependency.rawName) && model.format === 'yarn.lock') continue;
          yield { message: 'name', data: { name: dependency.rawName, other: named.name }, ...common };
          break;
        }
        if (version === undefined || named.version === undefined || isSameVersion(dependency, version, named.version)) continue;
        yield { message: 'version', data: { name: dependency.rawName, version, other: named.version }, ...common };
        break;
      }
    }
  },
);

/** Composer takes the archive of the repository that the package lies in (https://getcomposer.org/doc/04-schema.md#repositories). */
function* otherRepositories(model: DependencyFile) {
  for (const dependency of model.dependencies) {
    const [archive, ...sources] = dependency.resolved ?? [];
    const other = archive && ownerIn(archive.url);
    const source = sources.map(({ url }) => ownerIn(url)).find((one) => one !== undefined);
    if (!other || !source || other.toLowerCase() === source.toLowerCase()) continue;
    const data = { name: dependency.rawName, other, source };
    yield { message: 'repository', data, span: archive.urlSpan, key: keyOf(model, dependency) } as const;
  }
}

/** `owner/name` of a repository on GitHub, or of its archive there. */
const ownerIn = (url: string): string | undefined =>
  /^(?:https?:\/\/(?:[^@/]*@)?(?:www\.|codeload\.)?github\.com\/|https?:\/\/api\.github\.com\/repos\/|(?:ssh:\/\/)?git@github\.com[:/])([\w.-]+\/[\w.-]+?)(?:\.git)?(?:$|[/?#])/i.exec(
    url,
  )?.[1];

/** Berry's entries say what they ask for above, an alias with its target: `"a@npm:b@^1.0.0"`. */
const isSwapped = ({ source, name, rawName, path = '', span }: Dependency, text: string): boolean =>
  source === 'alias' && path.startsWith(`${rawName}@npm:`) && !headOf(text, span).includes(`@npm:${name}@`);

const headOf = (text: string, { start }: Span): string => text.slice(start, start + MAX_LINE).split('\n', 1)[0] ?? '';

const MAX_LINE = 2000;

/** An entry of Yarn may stand for several names, aliases among them. */
function isNamed({ ecosystem, name, rawName, span }: Dependency, named: Named, text: string): boolean {
  if (named.name === name) return true;
  if (ecosystem !== 'npm') return false;
  if (named.name.toLowerCase() === name.toLowerCase() && rawName === name) return true;
  const line = headOf(text, span);
  return line.includes(`@npm:${named.name}@`) || line.includes(`"${named.name}@`) || line.startsWith(`${named.name}@`);
}
