import { asMapping, at, entryOf, itemsOf, keyOf, stringOf, type YamlNode } from '../yaml/index.ts';
import type { ComposeBuild } from './index.ts';
import { imageName, literal } from './literal.ts';

/** What the targets of a `docker-bake.json` build, each name once: https://docs.docker.com/build/bake/reference/#target. */
export const bakeBuilds = (root: YamlNode | undefined): readonly ComposeBuild[] =>
  (asMapping(at(root, 'target'))?.entries ?? []).flatMap((entry): ComposeBuild[] => {
    const node = asMapping(entry.value);
    if (!node || entryOf(node, 'dockerfile-inline')) return [];
    // What another target says in its place is not followed.
    const inherits = entryOf(node, 'inherits') !== undefined;
    const textAt = (key: string, otherwise: string): string | undefined => {
      const given = entryOf(node, key);
      return given ? stringOf(given.value) : inherits ? undefined : otherwise;
    };
    const context = textAt('context', '.');
    const dockerfile = textAt('dockerfile', 'Dockerfile');
    const build = {
      service: keyOf(entry) ?? '',
      context: context === undefined ? undefined : literal(context),
      dockerfile: dockerfile === undefined ? undefined : literal(dockerfile),
      target: entryOf(node, 'target') || inherits ? (stringOf(at(node, 'target')) ?? '') : undefined,
      additionalContexts: (asMapping(at(node, 'contexts'))?.entries ?? []).flatMap((each) => keyOf(each) ?? []),
    };
    const images = new Set(itemsOf(at(node, 'tags')).map((tag) => imageName(stringOf(tag))));
    return images.size === 0 ? [{ ...build, image: undefined }] : [...images].map((image) => ({ ...build, image }));
  });
