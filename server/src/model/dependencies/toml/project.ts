import { spanOfToml, stringOfToml, textsOfToml, valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Project, ProjectLicense } from '../project.ts';
import { tablesAt } from './sections.ts';

/** https://doc.rust-lang.org/cargo/reference/manifest.html#the-package-section */
export function cargoProject(root: TomlNode): Project | undefined {
  // What the packages of a workspace inherit.
  const table = tablesAt(root, ['package'])[0] ?? tablesAt(root, ['workspace', 'package'])[0];
  if (table === undefined) return undefined;
  const publish = valueOfToml(table, 'publish');
  const hasLibrary = tablesAt(root, ['lib']).length > 0;
  const hasBinary = valueOfToml(root, 'bin') !== undefined;
  const purpose = hasLibrary ? 'library' : hasBinary ? 'application' : undefined;
  return {
    ...versionOf(table),
    ...licenseOf(table, true),
    ...fileOf(stringOfToml(table, 'license-file')),
    isPrivate: publish?.kind === 'literal' && publish.text === 'false',
    ...(purpose !== undefined && { purpose }),
  };
}

/**
 * `project` of pyproject.toml, whose `license` is an expression since PEP 639 (https://peps.python.org/pep-0639/) and was a table of free text before, and
 * Poetry's table. A project that its tool does not package is an application: uv does not where nothing says how to build it
 * (https://docs.astral.sh/uv/concepts/projects/config/#build-systems).
 */
export function pythonProject(root: TomlNode): Project | undefined {
  const [project] = tablesAt(root, ['project']);
  const [poetry] = tablesAt(root, ['tool', 'poetry']);
  const table = project ?? poetry;
  if (table === undefined) return undefined;
  const isFalse = (path: readonly string[], key: string): boolean =>
    tablesAt(root, path).some((one) => valueOfToml(one, key)?.text === 'false');
  const [uv] = tablesAt(root, ['tool', 'uv']);
  const isBuilt = tablesAt(root, ['build-system']).length > 0 || valueOfToml(uv, 'package')?.text === 'true';
  const isUnpackaged =
    (uv !== undefined && project !== undefined && !isBuilt) ||
    isFalse(['tool', 'poetry'], 'package-mode') ||
    isFalse(['tool', 'uv'], 'package') ||
    isFalse(['tool', 'pdm'], 'distribution');
  const isPrivate = [project, poetry].some(
    (one) => one !== undefined && textsOfToml(one, 'classifiers').some((text) => text.startsWith('Private ::')),
  );
  const old = valueOfToml(project, 'license');
  const inTable = old?.kind === 'table' ? old : undefined;
  return {
    ...versionOf(table),
    ...(inTable ? licenseOf(inTable, false, 'text') : licenseOf(table, table === project)),
    ...fileOf(stringOfToml(inTable, 'file')),
    isPrivate,
    ...(isUnpackaged && { purpose: 'application' as const }),
  };
}

function versionOf(table: TomlNode): Pick<Project, 'version'> {
  const version = stringOfToml(table, 'version')?.text;
  return version === undefined ? {} : { version };
}

function licenseOf(table: TomlNode, isExpression: boolean, key = 'license'): { readonly license?: ProjectLicense } {
  const node = stringOfToml(table, key);
  return node ? { license: { text: node.text, span: spanOfToml(node), isExpression } } : {};
}

const fileOf = (node: TomlNode | undefined): Pick<Project, 'licenseFile'> => (node ? { licenseFile: node.text } : {});
