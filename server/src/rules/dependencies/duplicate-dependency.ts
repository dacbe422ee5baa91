import { dependencyRule } from '../../engine/rule.ts';
import {
  isCatalogSection,
  schemeOf,
  type Dependency,
  type DependencyFile,
  type DependencyFormat,
} from '../../model/dependencies/index.ts';
import type { Fix } from '../../engine/fix.ts';
import { keyOf, removed } from './shared/fixes.ts';
import { hasCentralVersions, isKeyed } from './shared/formats.ts';

export const duplicateDependency = dependencyRule(
  {
    id: 'dependencies/duplicate-dependency',
    title: 'Dependency is declared twice',
    why: 'Only one of two declarations counts, and not always the one that people read: an update or a security fix in the other one does nothing. Keep one.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ignored: '{name} is declared again further down, and only the last one counts. Remove this one.',
      both: '{name} is in dependencies as well, which is what counts. Remove it here.',
      again: '{name} is already declared above. Keep one of the two.',
      below: '{name} is declared again below, more strictly. Remove this one.',
    },
    aliases: [],
    references: ['CWE-1041'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model }) {
    if (model.role !== 'manifest') return;
    const declared = model.dependencies.filter(
      ({ use, source, section, rawName }) =>
        (use === 'declared' || (use === 'constraint' && hasCentralVersions(model))) &&
        rawName !== '' &&
        (model.ecosystem === 'npm' || source === 'registry') &&
        !/plugins$|pluginManagement$|\.Update$|^Sdk$/i.test(section),
    );
    for (const { dependency, other, message } of found(declared, model, file.text)) {
      // What asks for no version adds nothing to the other declaration, unless it has hashes.
      const isSame =
        message === 'ignored' ||
        dependency.requirement === other.requirement ||
        model.ecosystem === 'Go' ||
        (model.ecosystem !== 'npm' && !dependency.requirement && dependency.integrity === undefined);
      const fixes: Fix[] = removed(dependency, isSame ? 'safe' : 'suggested', `this declaration of ${dependency.rawName}`);
      const key = `${keyOf(model, dependency)}/${dependency.requirement ?? ''}`;
      const isOfTwoClasses = message === 'both' || (model.format === 'composer.json' && dependency.section !== other.section);
      yield {
        message,
        data: { name: dependency.rawName },
        span: dependency.nameSpan,
        fixes,
        related: [{ span: other.span, note: `The other declaration of ${dependency.rawName}.` }],
        key,
        ...(isOfTwoClasses && { summedUpBy: 'dependencies/conflicting-dependency-classes' }),
      };
    }
  },
);

interface Repetition {
  /** The one to remove. */
  readonly dependency: Dependency;
  readonly other: Dependency;
  readonly message: 'ignored' | 'both' | 'again' | 'below';
}

function found(declared: readonly Dependency[], model: DependencyFile, text: string): Iterable<Repetition> {
  if (model.ecosystem === 'npm') return npmRepetitions(declared);
  return model.format === 'composer.json' ? composerRepetitions(declared) : repetitions(declared, model, text);
}

/** In JSON the last of equal keys counts; what is required both ways has to fit both (`composer validate` warns). */
function* composerRepetitions(declared: readonly Dependency[]): Generator<Repetition> {
  const last = new Map<string, Dependency>();
  for (const dependency of declared) last.set(`${dependency.section} ${dependency.name}`, dependency);
  for (const dependency of declared) {
    const same = last.get(`${dependency.section} ${dependency.name}`);
    const other = dependency.section === 'require-dev' ? last.get(`require ${dependency.name}`) : undefined;
    if (same && same !== dependency) yield { dependency, other: same, message: 'ignored' };
    else if (other) yield { dependency, other, message: 'again' };
  }
}

/** In JSON the last of equal keys counts; npm takes `dependencies` before `devDependencies`. */
function* npmRepetitions(declared: readonly Dependency[]): Generator<Repetition> {
  const last = new Map<string, Dependency>();
  for (const dependency of declared) last.set(`${dependency.section} ${dependency.rawName}`, dependency);
  for (const dependency of declared) {
    const same = last.get(`${dependency.section} ${dependency.rawName}`);
    if (isCatalogSection(dependency.section)) continue;
    if (same && same !== dependency) yield { dependency, other: same, message: 'ignored' };
    else if (dependency.section === 'devDependencies') {
      const other = last.get(`dependencies ${dependency.rawName}`);
      if (other) yield { dependency, other, message: 'both' };
    }
  }
}

/** The same name twice; of a POM's dependencies the last one counts. Requirements under different conditions or with other extras are different things. */
function* repetitions(declared: readonly Dependency[], model: DependencyFile, text: string): Generator<Repetition> {
  const { format } = model;
  if (format === 'constraints.txt' || format === 'libs.versions.toml') return;
  const first = new Map<string, Dependency>();
  for (const dependency of declared) {
    const { name, section, marker = '', variant = '' } = dependency;
    const key = `${section} ${name} ${isKeyed(model, section) ? '' : extrasOf(dependency, text)} ${marker} ${variant}`;
    const other = first.get(key);
    if (!other) first.set(key, dependency);
    else if (format === 'pom.xml' && dependency.use === 'declared') {
      first.set(key, dependency);
      yield { dependency: other, other: dependency, message: 'ignored' };
    } else if (
      format === 'go.mod' || isScript(format) ? isHigher(dependency, other) : dependency.requirement && !other.requirement
    ) {
      first.set(key, dependency);
      yield { dependency: other, other: dependency, message: 'below' };
    } else yield { dependency, other, message: 'again' };
  }
}

const isScript = (format: DependencyFormat): boolean => format === 'build.gradle' || format === 'settings.gradle';

/** What stands between a name and its requirement. In a text with escapes both have the place of the whole. */
const extrasOf = ({ nameSpan, requirementSpan }: Dependency, text: string): string =>
  requirementSpan && requirementSpan.start < nameSpan.end
    ? text.slice(nameSpan.start, nameSpan.end)
    : text.slice(nameSpan.end, requirementSpan?.start).replaceAll(/[\s(]/g, '');

/** Go and Gradle take the higher version wherever it stands. */
const isHigher = (a: Dependency, b: Dependency): boolean =>
  (schemeOf(a.ecosystem)?.compare(a.version ?? '', b.version ?? '') ?? 0) > 0;
