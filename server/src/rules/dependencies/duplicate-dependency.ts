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
      ({ use, source, rawName }) => use === 'declared' && rawName !== '' && (model.ecosystem === 'npm' || source === 'registry'),
    );
    for (const { dependency, other, message } of model.ecosystem === 'npm'
      ? npmRepetitions(declared)
      : repetitions(declared, model, file.text)) {
      const { rawName: name, nameSpan: span } = dependency;
      // What asks for no version adds nothing to the other declaration, unless it has hashes.
      const isSame =
        message === 'ignored' ||
        dependency.requirement === other.requirement ||
        model.ecosystem === 'Go' ||
        (model.ecosystem !== 'npm' && !dependency.requirement && dependency.integrity === undefined);
      const fixes: Fix[] = removed(dependency, isSame ? 'safe' : 'suggested', `this declaration of ${name}`);
      const related = [{ span: other.span, note: `The other declaration of ${name}.` }];
      const key = `${keyOf(model, dependency)}/${dependency.requirement ?? ''}`;
      const isOfTwoClasses = message === 'both';
      yield {
        message,
        data: { name },
        span,
        fixes,
        related,
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

/** The same name twice. Requirements under different conditions or with other extras are different things. */
function* repetitions(declared: readonly Dependency[], { format }: DependencyFile, text: string): Generator<Repetition> {
  if (format === 'constraints.txt') return;
  const first = new Map<string, Dependency>();
  for (const dependency of declared) {
    const { name, section, marker = '' } = dependency;
    const key = `${section} ${name} ${isKeyed(format, section) ? '' : extrasOf(dependency, text)} ${marker}`;
    const other = first.get(key);
    if (!other) first.set(key, dependency);
    else if (format === 'go.mod' ? isHigher(dependency, other) : dependency.requirement && !other.requirement) {
      first.set(key, dependency);
      yield { dependency: other, other: dependency, message: 'below' };
    } else yield { dependency, other, message: 'again' };
  }
}

/** Whether the name is a key, or all that there is, and extras are no part of it. */
const isKeyed = (format: DependencyFormat, section: string): boolean =>
  format === 'go.mod' || format === 'Cargo.toml' || format === 'Pipfile' || section.startsWith('tool.poetry.');

/** What stands between a name and its requirement. In a text with escapes both have the place of the whole. */
const extrasOf = ({ nameSpan, requirementSpan }: Dependency, text: string): string =>
  requirementSpan && requirementSpan.start < nameSpan.end
    ? text.slice(nameSpan.start, nameSpan.end)
    : text.slice(nameSpan.end, requirementSpan?.start).replaceAll(/[\s(]/g, '');

/** Go takes the higher version wherever it stands. */
const isHigher = (a: Dependency, b: Dependency): boolean => (schemeOf('Go')?.compare(a.version ?? '', b.version ?? '') ?? 0) > 0;
