import { baseName } from '../../../base/path.ts';
import { attributeOf, childOf, type XmlElement } from '../../xml/index.ts';
import type { OverrideSite } from '../file.ts';
import { conditionOf } from './entry.ts';

/**
 * Where a project could ask for a package that others bring in, so that it gets another version, and where Directory.Packages.props could give one
 * (https://learn.microsoft.com/nuget/consume-packages/central-package-management#transitive-pinning).
 */
export function overrideSitesOf(text: string, root: XmlElement, path: string): OverrideSite[] {
  const name = baseName(path);
  const section =
    name === 'Directory.Packages.props' ? 'PackageVersion' : /\.[a-z]*proj$/i.test(name) ? 'PackageReference' : undefined;
  const project = childOf(root, 'Project');
  if (section === undefined || !project || project.contentEnd === project.end) return [];
  const entry = `<${section} Include="{name}" Version="{version}" />`;
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const last = lastItem(project, section.toLowerCase());
  if (last) {
    const before = indentAt(text, last.start);
    return [{ section, at: last.end, text: before === undefined ? entry : `${feed}${before}${entry}` }];
  }
  const first = project.children[0];
  const unit = (first && indentAt(text, first.start)) ?? '  ';
  const at = text.slice(0, project.contentEnd).trimEnd().length;
  const gap = at === project.contentEnd ? feed : '';
  const lines = [`${unit}<ItemGroup>`, `${unit}${unit}${entry}`, `${unit}</ItemGroup>`];
  return [{ section, at, text: `${feed}${lines.join(feed)}${gap}`, isNew: true }];
}

/** The last item of a name that counts under all conditions. */
function lastItem({ children }: XmlElement, name: string): XmlElement | undefined {
  const groups = children.filter((child) => child.name.toLowerCase() === 'itemgroup');
  return groups
    .flatMap((one) => one.children)
    .findLast(
      (item) => item.name.toLowerCase() === name && attributeOf(item, 'Include') !== undefined && conditionOf(item) === '',
    );
}

/** The white space before what stands first on its line; undefined for what does not. */
function indentAt(text: string, offset: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(start, offset);
  return start > 0 && before.trim() === '' ? before : undefined;
}
