import { spanOfJson, stringOf, valueOf, type JsonNode } from '../../json/index.ts';
import type { Project, ProjectLicense } from '../project.ts';

/** What others import, or what publishing needs. Not `main` and `bin`: `npm init` writes the first into everything, and applications have both. */
const OF_A_LIBRARY = ['module', 'exports', 'types', 'typings', 'files', 'publishConfig', 'peerDependencies'];

/** https://docs.npmjs.com/cli/configuring-npm/package-json */
export function npmProject(root: JsonNode | undefined): Project | undefined {
  if (root === undefined) return undefined;
  const version = stringOf(root, 'version');
  const isPrivate = valueOf(root, 'private')?.text === 'true';
  const isForOthers = OF_A_LIBRARY.some((key) => valueOf(root, key) !== undefined);
  const license = licenseOf(root);
  const file = license && /^SEE LICEN[CS]E IN (.+)$/i.exec(license.text)?.[1]?.trim();
  const purpose = isPrivate && !isForOthers ? 'application' : !isPrivate && isForOthers ? 'library' : undefined;
  return {
    ...(version !== undefined && { version }),
    ...(license && { license }),
    ...(file !== undefined && { licenseFile: file }),
    isPrivate,
    ...(purpose !== undefined && { purpose }),
  };
}

/** The field, or what very old manifests have: an object with `type`. */
function licenseOf(root: JsonNode): ProjectLicense | undefined {
  const value = valueOf(root, 'license');
  const node = value?.kind === 'object' ? valueOf(value, 'type') : value;
  return node?.kind === 'string' ? { text: node.text, span: spanOfJson(node), isExpression: true } : undefined;
}
