import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { quoted, replacementIn } from './shared/deprecation.ts';
import { deprecations, maintainedVersion } from './shared/deprecations.ts';
import { keyOf, LEAVES_THE_LOCKFILE, raised } from './shared/fixes.ts';

export const deprecatedDependency = dependencyRule(
  {
    id: 'dependencies/deprecated-dependency',
    title: 'Dependency is deprecated by its authors',
    why: 'The authors themselves say that this version, or the whole package, should no longer be used: it was renamed, replaced or given up, or it has a bug that a newer version fixes. It will get no fixes. Follow what they say; the lockfile keeps their words, and a registry that may be asked knows them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      deprecated: '{subject} is deprecated: {said}. {advice}.',
      abandoned: '{subject} is abandoned by its authors. {advice}.',
    },
    aliases: [],
    references: ['CWE-1104', 'CWE-477'],
    fix: 'suggested',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model } = context;
    for (const one of deprecations(context)) {
      const { dependency, version, deprecated, span, locked, source } = one;
      const { rawName, ecosystem, name } = dependency;
      const quote = quoted(deprecated);
      if (quote === '') continue;
      const replacement = replacementIn(deprecated, name, ecosystem);
      // Who has another package to offer will not mend this one.
      const better = replacement === undefined ? maintainedVersion(context, one) : undefined;
      const data = {
        subject: `${rawName} ${version}${locked ? ` (locked in ${locked.path})` : ''}`,
        said: `“${quote}”${source === undefined ? '' : ` (${source})`}`,
        advice: adviceOn(replacement, better),
      };
      yield {
        message: ecosystem === 'Packagist' ? 'abandoned' : 'deprecated',
        data,
        span,
        key: keyOf(model, dependency),
        ...(locked && { related: [{ ...locked, note: `${rawName} is locked here.` }] }),
        fixes:
          model.role === 'lockfile'
            ? []
            : replacement === undefined
              ? better === undefined
                ? []
                : raised(file.text, dependency, better, version)
              : replacedBy(file.text, dependency, replacement),
      };
    }
  },
);

function adviceOn(replacement: string | undefined, better: string | undefined): string {
  if (replacement !== undefined) return `Its authors point to ${replacement}`;
  return better === undefined ? 'Move to a version or a package that is maintained' : `Go to ${better}`;
}

/** The new name, in whatever version: which one is good only a person can say. */
function replacedBy(text: string, { source, rawName, nameSpan, requirementSpan }: Dependency, name: string): Fix[] {
  if (source !== 'registry' || !requirementSpan || text.slice(nameSpan.start, nameSpan.end) !== rawName) return [];
  return [
    {
      title: `Replace ${rawName} by ${name} and fill in its version`,
      applicability: 'manual',
      edits: [
        { span: nameSpan, newText: name },
        { span: requirementSpan, newText: '*' },
      ],
      leaves: [...LEAVES_THE_LOCKFILE, 'dependencies/wildcard-version-range'],
    },
  ];
}
