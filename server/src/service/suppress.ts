import { type Edit, insertion } from '../base/edit.ts';
import type { Snapshot } from '../base/snapshot.ts';
import type { Finding } from '../engine/finding.ts';
import type { OtherFile } from '../engine/fix.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { ANNOTATION } from '../engine/suppression/own.ts';
import type { KubernetesFile } from '../model/kubernetes/index.ts';
import { asScalar, at, nodesOf, setPath, styleOf } from '../model/yaml/index.ts';
import { elementAt, parseXml } from '../model/xml/index.ts';
import type { Parsed } from './parse.ts';
import { suppressionInConfig } from './suppress-in-config.ts';

/** What an editor offers to accept a finding: a suppression that waits for its reason. */
export interface Offer {
  /** What is accepted: a rule's id, or an advisory's. */
  readonly name: string;
  /** What it covers, in words. */
  readonly where: string;
  readonly edits: readonly Edit[];
  readonly others?: readonly OtherFile[];
}

/** JSON, lockfiles, from which their package manager drops every comment that is not its own, and files that are nothing but a version. */
const WITHOUT_COMMENTS =
  /(?:\.json|(?:^|\/)(?:\.renovaterc|[^/]*\.lockfile|pylock(?:\.[^./]+)?\.toml|runtime\.txt|\.nvmrc|\.[a-z]+-version|(?:Pipfile|bun|yarn|composer|mix|pubspec|Cargo|poetry|uv|pdm)\.lock|pnpm-lock\.yaml|(?:Gemfile[^/]*|[^/]+\.gemfile)\.lock|gems\.locked|go\.(?:work\.)?sum))$/;

const XML = /\.(?:xml|pom|config|props|targets|[a-z]*proj)$/i;

/** Rules that have a finding for every single advisory, so that one of them can be accepted without the others. */
const SINGLE_ADVISORY: ReadonlySet<string> = new Set([
  'dependencies/vulnerable-dependency',
  'dependencies/vulnerability-without-fix',
]);

/**
 * A comment above the finding, an annotation where the format of a resource has no comments, or an entry of the configuration where that of a manifest has none; undefined
 * where nothing is possible.
 * @param read the text of a file of the workspace
 */
export function suppressionOffer(
  parsed: Parsed | undefined,
  file: Snapshot,
  finding: Finding,
  read: (path: string) => Snapshot | undefined = () => undefined,
): Offer | undefined {
  if (OWN_RULES.some(({ meta }) => meta.id === finding.rule)) return undefined;
  const line = lineStart(file, finding.span.start);
  if (parsed?.kind === 'kubernetes' && (file.path.endsWith('.json') || isInText(parsed.model, line)))
    return annotation(parsed.model, file, finding);
  const name = acceptedName(finding);
  if (XML.test(file.path)) return { name, where: 'here', edits: [xmlComment(file, finding, name)] };
  if (!WITHOUT_COMMENTS.test(file.path)) return { name, where: 'here', edits: [comment(file, name, line)] };
  if (parsed?.kind !== 'dependencies') return undefined;
  const named = finding.about && { package: finding.about.package };
  const other = suppressionInConfig({ rule: name, path: file.path, ...named }, read);
  return other && { name, where: `in ${other.path}`, edits: [], others: [other] };
}

const acceptedName = ({ rule, about }: Finding): string => (SINGLE_ADVISORY.has(rule) ? (about?.advisories[0] ?? rule) : rule);

/** On a line of its own above the finding's line, indented like it. */
function comment({ path, text, eol }: Snapshot, name: string, start: number): Edit {
  const marker = /(?:go\.(?:mod|work)|\.gradle|\.gradle\.kts|\.json5)$/.test(path) ? '//' : '#';
  const indentation = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  return insertion(start, `${indentation}${marker} larboard-ignore ${name}: ${eol}`);
}

/** Above the element that the finding is in; where that does not begin its line, in front of it. */
function xmlComment(file: Snapshot, { span }: Finding, name: string): Edit {
  const { start } = elementAt(parseXml(file.text).root, span.start);
  const line = lineStart(file, start);
  const before = file.text.slice(line, start);
  const written = `<!-- larboard-ignore ${name}:  -->`;
  return before.trim() === '' ? insertion(line, `${before}${written}${file.eol}`) : insertion(start, written);
}

function lineStart({ text }: Snapshot, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Whether a line continues a text, of which a comment above it would become a part. */
function isInText({ yaml }: KubernetesFile, line: number): boolean {
  const root = yaml.documents.find(({ span }) => span.start <= line && line <= span.end)?.root;
  for (const { kind, span } of nodesOf(root)) if (kind === 'scalar' && span.start < line && line <= span.end) return true;
  return false;
}

/** For the finding's container, if it lies in one, else for its resource. */
function annotation(model: KubernetesFile, { text, eol }: Snapshot, { rule, span }: Finding): Offer | undefined {
  const contains = ({ node }: { readonly node: { readonly span: Finding['span'] } }): boolean =>
    node.span.start <= span.start && span.end <= node.span.end;
  const resource = model.resourceAt(span.start);
  if (!resource) return undefined;
  const containers = model.workloads.find((workload) => workload.resource === resource)?.containers ?? [];
  const name = containers.find(contains)?.name;
  const key = name === undefined ? ANNOTATION : `${ANNOTATION}.${name}`;
  const style = styleOf(text, resource.document.root, eol);
  const path = ['metadata', 'annotations', key];
  const old = asScalar(at(resource.node, ...path));
  const isQuoted = old?.style === 'single' || old?.style === 'double';
  const edits = !old
    ? setPath({ text, style }, resource.node, path, style.json ? `${rule}: ` : `'${rule}: '`, 'spec')
    : isQuoted
      ? [insertion(old.span.end - 1, `; ${rule}: `)]
      : undefined;
  return edits && { name: rule, where: name === undefined ? 'for this resource' : `for container \`${name}\``, edits };
}
