import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { isFromRegistry, weakHash } from './shared/integrity.ts';
import { MANY } from './shared/locked-urls.ts';

export const lockfileWeakIntegrity = dependencyRule(
  {
    id: 'dependencies/lockfile-weak-integrity',
    title: 'Locked package has only a weak hash',
    why: 'Two files with the same MD5 or SHA-1 can be made on purpose, so such a hash does not prove that a download is the file that was reviewed. Registries give stronger ones for nearly every version by now. Remove the entry and let the package manager write it again.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      one: '{name} {version} is protected by {algorithm} only, which can be forged. Let the package manager write the entry again.',
      many: '{name} {version} and {count} other packages are protected by {algorithm} only, which can be forged. Let a current version of the package manager write the lockfile again.',
    },
    aliases: [],
    references: ['CWE-328', 'CWE-353'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    // Composer knows no other hash than SHA-1 (https://getcomposer.org/doc/05-repositories.md#package-2).
    if (model.role !== 'lockfile' || model.format === 'composer.lock') return;
    const weak = model.dependencies.flatMap((dependency) => {
      const found = isFromRegistry(dependency) ? weakHash(file.text, dependency) : undefined;
      return found ? [{ dependency, ...found }] : [];
    });
    const isMany = weak.length > MANY;
    for (const { dependency, algorithm, span } of isMany ? weak.slice(0, 1) : weak) {
      const { rawName: name, version = '', path } = dependency;
      const common = { span, key: `${keyOf(model, dependency)}/${path ?? version}` };
      yield isMany
        ? { message: 'many', data: { name, version, algorithm, count: String(weak.length - 1) }, ...common }
        : { message: 'one', data: { name, version, algorithm }, ...common };
    }
  },
);
