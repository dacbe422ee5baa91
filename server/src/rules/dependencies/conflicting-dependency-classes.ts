import { dependencyRule } from '../../engine/rule.ts';
import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { takenClass } from './shared/npm-classes.ts';
import { keyOf, removed } from './shared/fixes.ts';

/** Two sections that should not name the same package, the one that counts first. */
interface Conflict {
  readonly counts: string;
  readonly other: string;
  /** Both may have it as long as they ask for the same. */
  readonly onlyWhenDifferent?: true;
}

const CONFLICTS: Readonly<Partial<Record<Ecosystem, readonly Conflict[]>>> = {
  // https://docs.npmjs.com/cli/configuring-npm/package-json: optional dependencies override dependencies of the same name.
  npm: [
    { counts: 'dependencies', other: 'devDependencies' },
    { counts: 'optionalDependencies', other: 'dependencies' },
    { counts: 'optionalDependencies', other: 'devDependencies' },
    { counts: 'dependencies', other: 'peerDependencies' },
  ],
  // `composer validate` refuses it.
  Packagist: [{ counts: 'require', other: 'require-dev' }],
  // https://dart.dev/tools/pub/dependencies
  Pub: [{ counts: 'dependencies', other: 'dev_dependencies' }],
  // Pipenv locks each table by itself and installs both.
  PyPI: [{ counts: 'packages', other: 'dev-packages', onlyWhenDifferent: true }],
};

export const conflictingDependencyClasses = dependencyRule(
  {
    id: 'dependencies/conflicting-dependency-classes',
    title: 'Package is in two classes of dependencies',
    why: 'A package is either needed at run time, for development, optional, or the consumer’s to bring. In two classes one declaration wins silently: the other one’s version is never installed, or a tool that was meant for development is shipped. Keep one.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      two: '{name} is in {counts} as well, and only that entry counts. Keep one of them.',
      npm: '{name} is in {counts} as well, but npm takes the entry of devDependencies, so that production installs lack the package. Keep one of them.',
      differ:
        '{name} is in {counts} as well. npm then leaves the package out of production installs, pnpm does not. Keep one of them.',
      peer: '{name} is in dependencies as well, so everyone gets a copy beside the one that they are asked to bring. Keep one of them.',
    },
    aliases: [],
    references: ['CWE-1041'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const conflicts = model.role === 'manifest' ? CONFLICTS[model.ecosystem] : undefined;
    if (!conflicts) return;
    const taken = model.ecosystem === 'npm' ? takenClass(file.path, env.workspace) : 'other';
    const last = new Map<string, Dependency>();
    for (const dependency of model.dependencies)
      if (dependency.use === 'declared' && dependency.rawName !== '') last.set(placeOf(dependency), dependency);
    for (const dependency of last.values()) {
      const { rawName: name, nameSpan: span } = dependency;
      for (const { counts, other, onlyWhenDifferent } of conflicts) {
        const winner = dependency.section === other ? last.get(placeOf({ ...dependency, section: counts })) : undefined;
        if (!winner || (onlyWhenDifferent && isSame(winner, dependency))) continue;
        const rest = {
          span,
          key: `${keyOf(model, dependency)}/${counts}`,
          fixes: removed(dependency, 'suggested', `${name} from ${other}`),
          related: [{ span: winner.span, note: `The declaration of ${name} in ${counts}.` }],
        };
        if (other === 'peerDependencies') yield { message: 'peer', data: { name }, ...rest };
        else if (other === 'devDependencies' && taken !== 'other')
          yield { message: taken === 'npm' ? 'npm' : 'differ', data: { name, counts }, ...rest };
        else yield { message: 'two', data: { name, counts }, ...rest };
        break;
      }
    }
  },
);

/** npm installs under the name that the file uses. */
const placeOf = ({ ecosystem, section, name, rawName }: Dependency): string =>
  `${section} ${ecosystem === 'npm' ? rawName : name}`;

const isSame = (a: Dependency, b: Dependency): boolean =>
  (a.requirement ?? '').trim() === (b.requirement ?? '').trim() && a.location?.url === b.location?.url;
