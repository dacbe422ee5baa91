import { dependencyRule } from '../../engine/rule.ts';
import {
  admitsEverything,
  schemeOf,
  type Dependency,
  type DependencyFile,
  type VersionScheme,
} from '../../model/dependencies/index.ts';
import { narrowedElsewhere } from './shared/constrained-names.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { inUse } from './shared/lock-in-use.ts';

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
  function* ({ file, model, env }) {
    if (!asksForVersions(model, file.path)) return;
    const scheme = schemeOf(model.ecosystem);
    const open = model.dependencies.filter(
      (one) => isChecked(one) && one.requirement !== undefined && scheme && isOpen(one.requirement, scheme),
    );
    if (!scheme || open.length === 0) return;
    const { versionOf, isLocal } = inUse(file.path, env);
    const constrained = narrowedElsewhere(model, file.path, env.workspace);
    for (const dependency of open) {
      const { rawName: name, name: target, requirementSpan, nameSpan, requirement } = dependency;
      if (isLocal(dependency) || constrained === 'unknown' || constrained.has(target)) continue;
      const version = versionOf(dependency);
      // A project of Python asks loosely, because it may be a library, and leaves the version to its lockfile; so does a gem, and a Gemfile with one.
      if (isLoose(model) && (version !== undefined || requirement !== '*')) continue;
      if (model.ecosystem === 'RubyGems' && !requirement && (version !== undefined || file.path.endsWith('.gemspec'))) continue;
      const span = requirement && requirementSpan ? requirementSpan : nameSpan;
      const key = keyOf(model, dependency);
      if (version === undefined) yield { message: 'unknown', data: { name }, span, key };
      else
        yield {
          message: 'locked',
          data: { name, version },
          span,
          key,
          fixes: requiring(file.text, dependency, scheme.pin(version)),
        };
    }
  },
);

/** A requirements.in and a constraints file are meant to be loose: the pins are in what is compiled from them. */
const asksForVersions = ({ role, format }: DependencyFile, path: string): boolean =>
  role === 'manifest' && format !== 'constraints.txt' && !path.endsWith('.in');

const isLoose = ({ format }: DependencyFile): boolean =>
  format === 'setup.cfg' || format === 'Pipfile' || format === 'pyproject.toml';

/** Maven's `LATEST` and NuGet's `*` are dynamic versions, which are another rule's. */
const isOpen = (requirement: string, scheme: VersionScheme): boolean =>
  ((scheme.ecosystem !== 'Maven' && scheme.ecosystem !== 'NuGet') || /[[(]/.test(requirement)) &&
  admitsEverything(scheme, requirement);

const isChecked = ({ use, source, groups }: Dependency): boolean =>
  use === 'declared' && (source === 'registry' || source === 'alias') && !groups.includes('peer');
