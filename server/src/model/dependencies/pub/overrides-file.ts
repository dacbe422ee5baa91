import { baseName } from '../../../base/path.ts';
import type { DependencyFacts } from '../facts.ts';
import type { FactsByPath } from '../lock/lock.ts';

/**
 * The pubspec_overrides.yaml beside a pubspec.yaml, where it overrides anything: its `dependency_overrides` take the place of those of pubspec.yaml
 * (https://dart.dev/tools/pub/dependencies#dependency-overrides).
 */
export function pubOverridesFor(
  path: string,
  workspace: FactsByPath,
): readonly [path: string, facts: DependencyFacts] | undefined {
  if (baseName(path) !== 'pubspec.yaml') return undefined;
  const at = `${path.slice(0, -'.yaml'.length)}_overrides.yaml`;
  const facts = workspace.get('dependencies', at);
  return facts?.overridden ? [at, facts] : undefined;
}
