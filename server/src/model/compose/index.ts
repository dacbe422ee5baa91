import { baseName } from '../../base/path.ts';
import type { Document } from '../document.ts';
import { asMapping, at, keyOf, parseYaml, resolve, stringOf, type YamlFile, type YamlNode } from '../yaml/index.ts';
import { bakeBuilds } from './bake.ts';
import { imageName, literal } from './literal.ts';

/** One image that a Compose or Bake file builds, as it writes it: paths are relative to the file's folder. */
export interface ComposeBuild {
  /** The service, or the target of Bake. */
  readonly service: string;
  /** The name that the built image gets, with its tag; undefined when the file gives none, or a variable decides. */
  readonly image: string | undefined;
  /** Undefined when a variable decides. */
  readonly context: string | undefined;
  /** Relative to the context; `Dockerfile` unless the file says otherwise. Undefined when a variable decides. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** Names that `COPY --from` may use besides stages. */
  readonly additionalContexts: readonly string[];
}

/** A Compose file, or one of Bake, as far as it says how images are built. */
export interface ComposeFile extends Document {
  readonly yaml: YamlFile;
  readonly builds: readonly ComposeBuild[];
}

export interface ComposeFacts {
  readonly builds: readonly ComposeBuild[];
}

/** `compose.yaml`, `docker-compose.yml`, `docker-compose.override.yml` and the like; `docker-bake.json`, because JSON is YAML. */
export const isComposePath = (path: string): boolean =>
  /^(?:(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml|docker-bake(?:\.override)?\.json)$/.test(baseName(path));

export function parseCompose(text: string, previous?: ComposeFile): ComposeFile {
  const yaml = parseYaml(text, previous?.yaml);
  return {
    yaml,
    builds: yaml.documents.flatMap(({ root }) => [...buildsOf(root), ...bakeBuilds(root)]),
    problems: [],
    comments: [],
  };
}

export const composeFacts = ({ builds }: ComposeFile): ComposeFacts => ({ builds });

/** https://github.com/compose-spec/compose-spec/blob/main/build.md */
function buildsOf(root: YamlNode | undefined): ComposeBuild[] {
  return (asMapping(at(root, 'services'))?.entries ?? []).flatMap((entry): ComposeBuild[] => {
    const build = at(entry.value, 'build');
    const service = keyOf(entry) ?? '';
    const image = imageName(stringOf(at(entry.value, 'image')));
    const short = resolve(build);
    if (short?.kind === 'scalar' && typeof short.value === 'string')
      return [{ service, image, context: pathIn(short), dockerfile: 'Dockerfile', target: undefined, additionalContexts: [] }];
    if (!asMapping(build) || at(build, 'dockerfile_inline')) return [];
    const additional = at(build, 'additional_contexts');
    return [
      {
        service,
        image,
        context: pathIn(at(build, 'context'), '.'),
        dockerfile: pathIn(at(build, 'dockerfile'), 'Dockerfile'),
        target: stringOf(at(build, 'target')),
        additionalContexts: (asMapping(additional)?.entries ?? []).flatMap((each) => keyOf(each) ?? []),
      },
    ];
  });
}

function pathIn(node: YamlNode | undefined, otherwise?: string): string | undefined {
  const path = node ? stringOf(node) : otherwise;
  return path === undefined ? undefined : literal(path);
}
