import { dependencyRule } from '../../engine/rule.ts';
import type { Ecosystem } from '../../base/ecosystem.ts';
import {
  admitsEverything,
  requirementInWords,
  schemeOf,
  type Dependency,
  type DependencyFile,
} from '../../model/dependencies/index.ts';
import { constrainedNames, namesBoundIn } from './shared/constrained.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { inUse } from './shared/lock-in-use.ts';

export const unboundedVersionRange = dependencyRule(
  {
    id: 'dependencies/unbounded-version-range',
    title: 'Version range has no upper end',
    why: 'A range such as `>=1.2` also takes every future major version, which may break the project or, after a hijack, attack it, and nobody tests a release before it is installed. Give the range an upper end. Lists of Python libraries, which must fit beside others, and peer dependencies are left alone.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      locked: '{name} {requirement} also takes every future major version. Require {better}, which holds the locked version.',
      unknown: '{name} {requirement} also takes every future major version. Give the range an upper end.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const scheme = schemeOf(model.ecosystem);
    if (!scheme || !isChosenHere(model, file.path)) return;
    const open = model.dependencies.filter((one) => isChecked(one, model) && isUnbounded(one));
    if (open.length === 0) return;
    const { versionOf, isLocal } = inUse(file.path, env);
    const constrained = constrainedNames(model, file.path, env.workspace);
    const bound = namesBoundIn(model, (one) => !isUnbounded(one) && !admitsEverything(scheme, one.requirement ?? ''));
    for (const dependency of open) {
      const { rawName: name, requirement = '', requirementSpan, nameSpan } = dependency;
      if (isLocal(dependency) || bound.has(dependency.name)) continue;
      if (constrained === 'unknown' || constrained.has(dependency.name)) continue;
      const version = versionOf(dependency);
      const better = version === undefined || scheme.isPrerelease(version) ? undefined : compatible(dependency, version);
      const asked = requirementInWords(requirement);
      const rest = { span: requirementSpan ?? nameSpan, key: keyOf(model, dependency) };
      if (better === undefined) yield { message: 'unknown', data: { name, requirement: asked }, ...rest };
      else
        yield {
          message: 'locked',
          data: { name, requirement: asked, better },
          ...rest,
          fixes: requiring(file.text, dependency, better),
        };
    }
  },
);

/** A requirements.in and a constraints file are meant to be loose; Go and NuGet take the lowest version that fits. */
const isChosenHere = ({ role, format, ecosystem }: DependencyFile, path: string): boolean =>
  role === 'manifest' && format !== 'constraints.txt' && !path.endsWith('.in') && ecosystem !== 'Go' && ecosystem !== 'NuGet';

/** Lists of PEP 621 and of setuptools are a library's, or beside a lockfile. */
const isChecked = ({ use, source, groups, section }: Dependency, { format }: DependencyFile): boolean =>
  (use === 'declared' || use === 'override') &&
  (source === 'registry' || source === 'alias') &&
  !groups.includes('peer') &&
  // Tools of development of a gem, which no user gets, and of an Elixir project, whose generators write `>= 0.30.0`.
  ((format !== 'gemspec' && format !== 'mix.exs') || groups.length === 0) &&
  format !== 'setup.cfg' &&
  (format !== 'pyproject.toml' || section.startsWith('tool.poetry.'));

/** Names of versions (`LATEST`, a branch) are other rules' matter. */
function isUnbounded({ ecosystem, requirement = '' }: Dependency): boolean {
  const scheme = schemeOf(ecosystem);
  if (!scheme || !/[<>=[(]/.test(requirement) || admitsEverything(scheme, requirement)) return false;
  return scheme.intervals(requirement)?.some(({ upper }) => upper === undefined) === true;
}

/** How an ecosystem asks for a version and all that is compatible with it. */
const COMPATIBLE: Readonly<Partial<Record<Ecosystem, (version: string) => string | undefined>>> = {
  npm: (version) => `^${version}`,
  Packagist: (version) => `^${version.replace(/^v/, '')}`,
  Pub: (version) => `^${version}`,
  'crates.io': (version) => version.replace(/\+.*$/, ''),
  PyPI: (version) => nextMajor(version, (next) => `>=${version},<${next}`),
  RubyGems: (version) => `~> ${twoNumbers(version)}`,
  Hex: (version) => `~> ${twoNumbers(version)}`,
  Maven: (version) => nextMajor(version, (next) => `[${version},${next})`),
};

function compatible({ ecosystem, requirement = '' }: Dependency, version: string): string | undefined {
  const range = COMPATIBLE[ecosystem]?.(version);
  const isGood = range !== undefined && range !== requirement && schemeOf(ecosystem)?.satisfies(version, range) === true;
  return isGood ? range : undefined;
}

function nextMajor(version: string, range: (next: string) => string): string | undefined {
  const major = /^\d{1,9}(?=\.|$)/.exec(version)?.[0];
  return major === undefined ? undefined : range(String(Number(major) + 1));
}

/** `~> 1.4` holds the major version. */
const twoNumbers = (version: string): string => /^\d+\.\d+/.exec(version)?.[0] ?? version;
