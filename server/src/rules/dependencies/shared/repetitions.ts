import {
  isCatalogSection,
  isWithin,
  schemeOf,
  type Dependency,
  type DependencyFile,
  type DependencyFormat,
} from '../../../model/dependencies/index.ts';
import { isKeyed } from './formats.ts';

/** One of two declarations of a package. */
export interface Repetition {
  /** The one to remove. */
  readonly dependency: Dependency;
  readonly other: Dependency;
  readonly message: 'ignored' | 'both' | 'again' | 'below';
}

/** The declarations of a manifest that say a package again. */
export function repetitionsOf(declared: readonly Dependency[], model: DependencyFile, text: string): Iterable<Repetition> {
  if (model.ecosystem === 'npm') return npmRepetitions(declared, model);
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

/** In JSON the last of equal keys counts; what else it says depends on the package manager. */
function* npmRepetitions(declared: readonly Dependency[], { format, problems }: DependencyFile): Generator<Repetition> {
  const last = new Map<string, Dependency>();
  for (const dependency of declared) last.set(`${dependency.section} ${dependency.rawName}`, dependency);
  for (const dependency of declared) {
    const same = last.get(`${dependency.section} ${dependency.rawName}`);
    // An entry of a catalog that has lost its name stands in another one.
    if (isCatalogSection(dependency.section) && problems.length > 0) continue;
    // YAML has no such thing: pnpm refuses to read it, Yarn reads it like JSON.
    if (same && same !== dependency)
      yield format === 'pnpm-workspace.yaml'
        ? { dependency: same, other: dependency, message: 'again' }
        : { dependency, other: same, message: 'ignored' };
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
    } else if (format === 'go.mod' || isScript(format) ? isHigher(dependency, other) : isStricter(dependency, other)) {
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

/** Whether what one declaration asks for implies all that another asks for. Only pip holds to both of two requirements. */
export const implies = (a: Dependency, b: Dependency): boolean => {
  const scheme = a.ecosystem === 'PyPI' ? schemeOf(a.ecosystem) : undefined;
  return scheme !== undefined && isWithin(scheme, a.requirement ?? '', b.requirement ?? '');
};

const isStricter = (a: Dependency, b: Dependency): boolean =>
  (!!a.requirement && !b.requirement) || (implies(a, b) && !implies(b, a));
