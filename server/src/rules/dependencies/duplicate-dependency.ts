import { dependencyRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { takenClass } from './shared/npm-classes.ts';
import { keyOf, removed } from './shared/fixes.ts';
import { hasCentralVersions } from './shared/formats.ts';
import { implies, repetitionsOf } from './shared/repetitions.ts';

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
      both: '{name} is in dependencies as well, and only that entry counts. Remove it here.',
      npm: '{name} is in dependencies as well, but npm takes this entry, so that production installs lack the package. Keep one of the two.',
      differ: '{name} is in dependencies as well, and which one counts differs between package managers. Keep one of the two.',
      again: '{name} is already declared above. Keep one of the two.',
      below: '{name} is declared again below, more strictly. Remove this one.',
    },
    aliases: [],
    references: ['CWE-1041'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    if (model.role !== 'manifest') return;
    const declared = model.dependencies.filter(
      ({ use, source, section, rawName }) =>
        (use === 'declared' || (use === 'constraint' && hasCentralVersions(model))) &&
        rawName !== '' &&
        (model.ecosystem === 'npm' || source === 'registry') &&
        !/plugins$|pluginManagement$|\.Update$|^Sdk$|^ext$/i.test(section),
    );
    for (const { dependency, other, message } of repetitionsOf(declared, model, file.text)) {
      // What asks for no version, or for less than the other declaration, adds nothing to it, unless it has hashes.
      const isSame =
        message === 'ignored' ||
        dependency.requirement === other.requirement ||
        model.ecosystem === 'Go' ||
        (dependency.integrity === undefined &&
          ((model.ecosystem !== 'npm' && !dependency.requirement) || implies(other, dependency)));
      const taken = message === 'both' ? takenClass(file.path, env.workspace) : 'other';
      // Where the other entry is not the one that counted, something else is installed then.
      const fixes: Fix[] = removed(
        dependency,
        isSame && taken === 'other' ? 'safe' : 'suggested',
        `this declaration of ${dependency.rawName}`,
      );
      const key = `${keyOf(model, dependency)}/${dependency.requirement ?? ''}`;
      const isOfTwoClasses = message === 'both' || (model.format === 'composer.json' && dependency.section !== other.section);
      yield {
        message: taken === 'other' ? message : taken === 'npm' ? 'npm' : 'differ',
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
