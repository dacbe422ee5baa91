import { dependencyRule } from '../../engine/rule.ts';
import {
  admitsEverything,
  schemeOf,
  type Dependency,
  type DependencyFile,
  type VersionScheme,
} from '../../model/dependencies/index.ts';
import { composerLocals } from './shared/composer-local.ts';
import { constrainedNames, namesBoundIn } from './shared/constrained.ts';
import { isDynamic } from './shared/dynamic.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { hasCentralVersions } from './shared/formats.ts';
import { inUse } from './shared/lock-in-use.ts';
import { wronglyNamed } from './shared/wrongly-named.ts';

export const wildcardVersionRange = dependencyRule(
  {
    id: 'dependencies/wildcard-version-range',
    title: 'Dependency accepts any version',
    why: 'A range such as `*` takes whatever was published last: a breaking release, or the one that an attacker published an hour ago. Ask for the version that was tested and let a tool propose updates. Ranges of peer dependencies and of packages of the same workspace are left alone, and so are Python projects that name no version at all or have a lockfile.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      locked: '{name} accepts any version. Require the locked {version}.',
      unknown: '{name} accepts any version. Require the version that was tested.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    if (!asksForVersions(model, file.path)) return;
    const scheme = schemeOf(model.ecosystem);
    const open = model.dependencies.filter((one) => isChecked(one, model) && scheme && isOpen(one, scheme));
    if (!scheme || open.length === 0) return;
    const { versionOf, isLocal, entryOf } = inUse(file.path, env);
    const isComposerLocal = composerLocals(model);
    const constrained = constrainedNames(model, file.path, env.workspace);
    const narrowed = namesBoundIn(model, ({ requirement = '' }) => requirement !== '' && !admitsEverything(scheme, requirement));
    const causeOf = wronglyNamed(context);
    for (const dependency of open) {
      const { rawName: name, name: target, requirementSpan, nameSpan, requirement } = dependency;
      if (isMeantToBeOpen(dependency, model) || isLocal(dependency) || constrained === 'unknown' || constrained.has(target))
        continue;
      if (narrowed.has(target)) continue;
      if (isComposerLocal(target, entryOf(dependency))) continue;
      const version = versionOf(dependency);
      // A project of Python asks loosely, because it may be a library, and leaves the version to its lockfile; so does a gem, and a Gemfile with one.
      if (LOOSE.has(model.format) && (version !== undefined || (model.ecosystem === 'PyPI' && requirement !== '*'))) continue;
      if (model.ecosystem === 'RubyGems' && !requirement && (version !== undefined || file.path.endsWith('.gemspec'))) continue;
      const span = requirement && requirementSpan ? requirementSpan : nameSpan;
      const key = keyOf(model, dependency);
      const cause = causeOf(dependency);
      if (version === undefined) yield { message: 'unknown', data: { name }, span, key, ...cause };
      else
        yield {
          message: 'locked',
          data: { name, version },
          span,
          key,
          fixes: requiring(file.text, dependency, scheme.pin(version)),
          ...cause,
        };
    }
  },
);

/** To pub no requirement is `any`, as long as nothing overrides it; of the others the readers tell. */
const isOpen = ({ ecosystem, requirement }: Dependency, scheme: VersionScheme): boolean =>
  requirement === undefined ? ecosystem === 'Pub' : admitsEverything(scheme, requirement);

/** A requirements.in and a constraints file are meant to be loose: the pins are in what is compiled from them. */
const asksForVersions = ({ role, format }: DependencyFile, path: string): boolean =>
  role === 'manifest' && format !== 'constraints.txt' && !path.endsWith('.in');

const LOOSE: ReadonlySet<DependencyFile['format']> = new Set(['setup.cfg', 'Pipfile', 'pyproject.toml', 'mix.exs']);

/** What moves by itself in Maven, Gradle and NuGet is another rule's matter. */
const isChecked = (one: Dependency, model: DependencyFile): boolean =>
  (one.use === 'declared' || (one.use === 'constraint' && hasCentralVersions(model))) &&
  (one.source === 'registry' || one.source === 'alias') &&
  !one.groups.includes('peer') &&
  !isDynamic(one);

/**
 * Tools of development of a library, which no user gets, and of an Elixir project, whose generators write `>= 0.0.0`; what the SDK of Flutter pins by another
 * package (https://docs.flutter.dev/ui/internationalization).
 */
function isMeantToBeOpen({ groups, name }: Dependency, { format, dependencies, name: own = '' }: DependencyFile): boolean {
  if (format === 'gemspec' || format === 'mix.exs') return groups.length > 0;
  // DefinitelyTyped asks for its own packages so.
  if (format === 'package.json') return name.startsWith('@types/') && own.startsWith('@types/');
  // A virtual package has no versions of its own.
  if (format === 'composer.json') return name.endsWith('-implementation');
  if (format !== 'pubspec.yaml') return false;
  const has = (asked: string, use: Dependency['use']): boolean =>
    dependencies.some((one) => one.name === asked && one.use === use);
  return has(name, 'override') || (name === 'intl' && has('flutter_localizations', 'declared'));
}
