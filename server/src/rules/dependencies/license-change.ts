import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { chosenVersions, releasesOf } from './shared/published.ts';

export const licenseChange = dependencyRule(
  {
    id: 'dependencies/license-change',
    title: 'Licence changed with this version',
    why: 'What was free to use before may ask for source code, money or permission now, and nobody looks at the licence of a package twice. Read the new one, or stay on the version before. Needs an answer of the registry, which is asked only with consent.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      changed: '{name} {version} is licensed as {license}, while {earlier} was {before} ({source}). Read the new licence.',
    },
    aliases: [],
    references: ['SPDX', 'OpenChain ISO/IEC 5230'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    for (const { dependency, scheme, published, span, version, facts } of chosenVersions(context)) {
      const license = facts?.license;
      if (license === undefined) continue;
      const earlier = releasesOf(published, scheme).findLast(
        (other) => scheme.compare(other, version) < 0 && published.versions.get(other)?.license !== undefined,
      );
      const before = earlier === undefined ? undefined : published.versions.get(earlier)?.license;
      if (earlier === undefined || before === undefined || isSame(before, license)) continue;
      yield {
        message: 'changed',
        data: { name: dependency.rawName, version, license, earlier, before, source: env.registry.source },
        span,
        key: keyOf(model, dependency),
      };
    }
  },
);

/** Two spellings of one licence are no change. */
const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (license: string): string =>
  license
    .toLowerCase()
    .replaceAll('-or-later', '+')
    .replaceAll('-only', '')
    .replaceAll(/licen[sc]e|version|the |[^a-z0-9.+]/g, '')
    .replaceAll(/\.0(?!\d)/g, '');
