import { asMapping, asScalar, entryOf, type YamlMapping } from '../../yaml/index.ts';
import type { Project } from '../project.ts';

/** https://dart.dev/tools/pub/pubspec. A plugin of Flutter is for others; what is not published may be a package of the same repository. */
export function pubProject(root: YamlMapping | undefined): Project | undefined {
  if (root === undefined) return undefined;
  const version = asScalar(entryOf(root, 'version')?.value)?.text;
  const isPlugin = entryOf(asMapping(entryOf(root, 'flutter')?.value), 'plugin') !== undefined;
  const isPrivate = asScalar(entryOf(root, 'publish_to')?.value)?.text === 'none';
  return {
    ...(version !== undefined && { version }),
    isPrivate,
    ...(isPlugin && { purpose: 'library' as const }),
  };
}
