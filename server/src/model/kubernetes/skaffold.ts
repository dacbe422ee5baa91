import { asMapping, at, entryOf, isNull, itemsOf, stringOf, type YamlNode } from '../yaml/index.ts';
import type { Resource } from './resource.ts';

/** An image that a `skaffold.yaml` builds (https://skaffold.dev/docs/references/yaml/); paths are relative to that file's folder. */
export interface SkaffoldBuild {
  readonly image: string;
  /** Undefined when it is not literal. */
  readonly context: string | undefined;
  /** Relative to the context, or to the folder of the file where the context has none. Undefined when no Dockerfile makes the image, or it is not known which. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
}

/** Builders that read a Dockerfile; without any builder the first of them does it. */
const DOCKERFILE_BUILDERS = ['docker', 'kaniko'];
const OTHER_BUILDERS = ['bazel', 'buildpack', 'buildpacks', 'custom', 'jib', 'jibGradle', 'jibMaven', 'ko'];

/** The builds of a configuration and of its profiles, which may build the same image otherwise. */
export function skaffoldBuilds({ kind, group, node }: Resource): readonly SkaffoldBuild[] {
  if (kind !== 'Config' || group !== 'skaffold') return [];
  return [node, ...itemsOf(at(node, 'profiles'))].flatMap((part) => itemsOf(at(part, 'build', 'artifacts')).flatMap(buildOf));
}

function buildOf(artifact: YamlNode): readonly SkaffoldBuild[] {
  const image = stringOf(at(artifact, 'image'));
  if (image === undefined || image === '') return [];
  const builder = DOCKERFILE_BUILDERS.map((name) => at(artifact, name)).find((each) => !isNull(each));
  const isOther = OTHER_BUILDERS.some((name) => entryOf(asMapping(artifact), name));
  const target = entryOf(asMapping(builder), 'target');
  return [
    {
      image,
      context: textAt(artifact, entryOf(asMapping(artifact), 'workspace') ? 'workspace' : 'context', '.'),
      dockerfile: isOther ? undefined : textAt(builder, 'dockerfile', 'Dockerfile'),
      target: target && (stringOf(target.value) ?? ''),
    },
  ];
}

/** The literal text at a key, or the default without the key. */
function textAt(node: YamlNode | undefined, key: string, otherwise: string): string | undefined {
  const entry = entryOf(asMapping(node), key);
  if (!entry || isNull(entry.value)) return otherwise;
  const text = stringOf(entry.value);
  return text === undefined || text.includes('{{') ? undefined : text;
}
