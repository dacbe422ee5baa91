import { spanOfJson, stringOf, valueOf, type JsonNode } from '../../json/index.ts';
import type { Project, ProjectLicense } from '../project.ts';

/** https://getcomposer.org/doc/04-schema.md. Only what is published needs a name; without a type it is a library. */
export function composerProject(root: JsonNode | undefined): Project | undefined {
  if (root?.kind !== 'object') return undefined;
  const version = stringOf(root, 'version');
  const type = stringOf(root, 'type');
  const isNamed = valueOf(root, 'name') !== undefined;
  const license = licenseOf(root);
  const purpose =
    type === 'project' || (type === undefined && !isNamed) ? 'application' : type === undefined ? undefined : 'library';
  return {
    ...(version !== undefined && { version }),
    ...(license && { license }),
    isPrivate: !isNamed,
    ...(purpose !== undefined && { purpose }),
  };
}

/** A text, or a list of licences to choose from. */
function licenseOf(root: JsonNode): ProjectLicense | undefined {
  const value = valueOf(root, 'license');
  const nodes = (value?.kind === 'array' ? value.items : value ? [value] : []).filter(({ kind }) => kind === 'string');
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return undefined;
  const text = nodes.map((node) => node.text).join(' OR ');
  return { text, span: { start: spanOfJson(first).start, end: spanOfJson(last).end }, isExpression: true };
}
