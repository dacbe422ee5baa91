import type { Comment, Document } from '../../model/document.ts';
import { ADVISORY_RULES } from '../advisory-id.ts';
import type { RuleNames } from '../rule-names.ts';
import { entriesOn } from './entries-on.ts';
import type { Suppression } from './suppression.ts';

/** What a peer's comment asks for. */
interface Request {
  /** The peer's ids; `'*'` is every one. */
  readonly ids: readonly string[];
  /** Those are the only ones that it leaves on. */
  readonly isInverted?: boolean;
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
  readonly saysMore?: boolean;
  /**
   * Absent: what the comment covers by the format. Otherwise everything, the object around it (everything where a file is one), or the block that starts
   * below: a stage, or a key with all that is in it. A `node` is such a key, but an instruction where the format has those. A `package` is the whole entry
   * of a manifest that the comment stands in or beside.
   */
  readonly scope?: 'file' | 'object' | 'block' | 'node' | 'package';
}

/** How one peer writes a suppression in a comment. */
interface Dialect {
  readonly tool: string;
  readonly pattern: RegExp;
  /** Where it counts, if not anywhere: as a directive that the format itself obeys, or above everything else. */
  readonly place?: 'directive' | 'head';
  /** The tool looks for it behind other words of a comment, too: of any, or of one that stands behind text. */
  readonly isFound?: 'anywhere' | 'behind text';
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Request;
}

/** Longer comments were not written by a person; what is behind is not read. */
const LONGEST = 4000;

const IDS = String.raw`(?<ids>[\w.*/-]+(?:\s*,\s*[\w.*/-]+)*)`;
const list = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((id) => id.trim());
const listOrAll = (text: string | undefined): readonly string[] =>
  list(text).map((id) => (id.toLowerCase() === 'all' ? '*' : id));
/** What stands behind the ids, without what joins it to them. */
const reasonIn = (text: string | undefined): string => (text ?? '').replace(/^[\s:;,#–—-]+/, '').trim();
/** `reason="…"` or `reason=…` up to the next option. */
const option = (text: string | undefined, name: string): string | undefined => {
  const match = new RegExp(String.raw`(?:^|[\s;])${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;]+))`, 'i').exec(text ?? '');
  return match?.[1] ?? match?.[2] ?? match?.[3];
};
/** tally ends its directives by `;reason=` and text up to the end, and reads hadolint's and BuildKit's with it, too. */
const tallyReason = (text: string | undefined): string | undefined => /;\s*reason\s*=\s*(.*)$/i.exec(text ?? '')?.[1];

/** Findings about the image as a whole, of which there is one a file. Tools show them on lines of their own choice, so that their comments stand anywhere. */
const IMAGE_WIDE = /^(?:(?:AVD-)?DS-?0*(?:2|26)|(?:[\w-]+\.)*(?:missing-user|missing-user-entrypoint|last-user-is-root))$/i;
const imageWide = (ids: readonly string[]): { readonly scope?: 'file' } =>
  ids.every((id) => IMAGE_WIDE.test(id)) ? { scope: 'file' } : {};

/** Syntax and scope as each tool's documentation gives them. */
const DIALECTS: readonly Dialect[] = [
  {
    // `# hadolint ignore=DL3006,SC2086 # reason`, `# hadolint global ignore=DL3006`; `shell=` is no suppression.
    tool: 'hadolint',
    pattern: new RegExp(String.raw`^hadolint\s+(?<global>global\s+)?(?<shell>shell=\S+\s+)?ignore\s*=\s*${IDS}(?<rest>.*)`),
    read: ({ global, shell, ids, rest }) => ({
      ids: list(ids),
      reason: tallyReason(rest) ?? reasonIn(rest),
      ...(global === undefined ? {} : { scope: 'file' }),
      saysMore: shell !== undefined || /\sshell=/.test(rest ?? ''),
    }),
  },
  {
    // `# check=skip=A,B;error=true`
    tool: 'buildkit',
    place: 'directive',
    pattern: /^check\s*=(?<options>.*)/i,
    read: ({ options = '' }) => {
      const parts = options.split(';').map((part) => part.trim());
      const skip = parts.find((part) => /^skip\s*=/i.test(part));
      return {
        ids: skip === undefined ? [] : listOrAll(skip.slice(skip.indexOf('=') + 1)),
        reason: tallyReason(options),
        scope: 'file',
        saysMore: parts.some((part) => /^(?:error|experimental)\s*=/i.test(part)),
      };
    },
  },
  {
    // `# check=skip=A,B # reason` or `;reason=…` above an instruction: BuildKit itself obeys the directive alone, but people expect it and say so here.
    tool: 'buildkit',
    pattern: new RegExp(String.raw`^check\s*=\s*skip\s*=\s*${IDS}(?<rest>.*)`, 'i'),
    read: ({ ids, rest }) => ({ ids: listOrAll(ids), reason: tallyReason(rest) ?? reasonIn(rest) }),
  },
  {
    // `# checkov:skip=CKV_DOCKER_2:reason`, and the names that the product had and has.
    tool: 'checkov',
    isFound: 'anywhere',
    pattern: new RegExp(String.raw`^(?:checkov|bridgecrew|cortex):skip\s*=\s*${IDS}(?<rest>.*)`),
    read: ({ ids, rest }) => ({ ids: list(ids), reason: reasonIn(rest), scope: 'object' }),
  },
  {
    // `# trivy:ignore:DS-0002:exp:2026-01-01`
    tool: 'trivy',
    pattern: /^trivy:ignore:(?<ids>[\w*-]+)(?<options>(?:\[[^\]]*\])?(?::[\w-]+)*)(?<rest>.*)/,
    read: ({ ids, options, rest }) => ({
      ids: list(ids),
      until: /:exp:(\d{4}-\d{2}-\d{2})(?::|$)/.exec(options ?? '')?.[1],
      reason: reasonIn(rest),
      scope: 'node',
      ...imageWide(list(ids)),
    }),
  },
  {
    tool: 'kics',
    pattern: /^kics-scan\s+ignore-(?<what>line|block)\b(?<rest>.*)/i,
    read: ({ what, rest }) => ({
      ids: ['*'],
      reason: reasonIn(rest),
      ...(what?.toLowerCase() === 'block' ? { scope: 'block' } : {}),
    }),
  },
  { tool: 'kics', place: 'head', pattern: /^kics-scan\s+ignore$/i, read: () => ({ ids: ['*'], scope: 'file' }) },
  {
    tool: 'kics',
    place: 'head',
    pattern: new RegExp(String.raw`^kics-scan\s+(?<what>enable|disable)\s*=\s*${IDS}(?<rest>.*)`, 'i'),
    read: ({ what, ids, rest }) => ({
      ids: list(ids),
      isInverted: what?.toLowerCase() === 'enable',
      reason: reasonIn(rest),
      scope: 'file',
    }),
  },
  {
    // `# nosemgrep`, `# nosemgrep: rule-id, rule-id`
    tool: 'semgrep',
    isFound: 'anywhere',
    pattern: new RegExp(String.raw`^nosem(?:grep)?(?:\s*:\s*${IDS})?(?<rest>$|[^\w-].*)`, 'i'),
    read: ({ ids, rest }) => ({
      ids: ids === undefined ? ['*'] : list(ids),
      reason: reasonIn(rest),
      ...(ids === undefined ? {} : imageWide(list(ids))),
    }),
  },
  {
    // `# droast ignore=DF001 reason="…" expires=2026-09-30`, `# droast global ignore=DF020 …`
    tool: 'droast',
    pattern: new RegExp(String.raw`^droast\s+(?<global>global\s+)?ignore\s*=\s*${IDS}(?<rest>.*)`, 'i'),
    read: ({ global, ids, rest }) => ({
      ids: listOrAll(ids),
      reason: option(rest, 'reason'),
      until: option(rest, 'expires'),
      ...(global === undefined ? {} : { scope: 'file' }),
    }),
  },
  {
    // Red Hat Dependency Analytics: `# exhortignore`, `// indirect trustify-da-ignore` at a package of a manifest, or at any line of its entry.
    tool: 'exhort',
    isFound: 'behind text',
    pattern: /^(?:exhortignore|trustify-da-ignore)(?<rest>$|[^\w-].*)/i,
    read: ({ rest }) => ({ ids: ADVISORY_RULES, reason: reasonIn(rest), scope: 'package' }),
  },
  {
    // `# tally ignore=hadolint/DL3006;reason=…`, `# tally global ignore=max-lines`
    tool: 'tally',
    pattern: new RegExp(String.raw`^tally\s+(?<global>global\s+)?ignore\s*=\s*${IDS}(?<rest>.*)`, 'i'),
    read: ({ global, ids, rest }) => ({
      ids: listOrAll(ids),
      reason: tallyReason(rest),
      ...(global === undefined ? {} : { scope: 'file' }),
    }),
  },
];

/** A word of a suppression anywhere in a text: the cheap test before anything is parsed for its comments. */
export const mayHoldSuppression = (text: string): boolean =>
  /larboard-ignore|(?:hadolint|droast|tally)\s+(?:global\s+)?ignore|check\s*=\s*skip|:skip\s*=|trivy:ignore:|kics-scan|nosem|exhortignore|trustify-da-ignore/i.test(
    text,
  );

/** Several tools' suppressions may stand in one comment, behind a further `#` or, of some, behind a blank. */
const JOINT =
  /\s#+\s*|\s(?=trivy:ignore:|(?:checkov|bridgecrew|cortex):skip|nosem(?:grep)?:)|(?<![\s;,/])[\s;,/]+(?=(?:exhortignore|trustify-da-ignore)(?![\w-]))/i;

/** What peers' suppressions in a comment ask for, through the alias map; none for any other comment. */
export function peerComment(comment: Comment, document: Document, names: RuleNames): readonly Suppression[] {
  const found: { readonly dialect: Dialect; readonly request: Request; reason: string }[] = [];
  for (const [index, segment] of comment.text.slice(0, LONGEST).split(JOINT).entries()) {
    const match = readSegment(segment.trim(), comment, document);
    const last = found.at(-1);
    // Behind other words most tools do not look; whoever writes about suppressions does not suppress.
    if (match && (index === 0 || last || isFoundIn(match.dialect, comment)))
      found.push({ ...match, reason: match.request.reason ?? '' });
    else if (last) last.reason ||= segment.trim();
  }
  return found.map(({ dialect: { tool }, request, reason }): Suppression => {
    const { ids, isInverted = false, scope, until, saysMore = false } = request;
    const named = ids.map((id) => rulesOf(names, tool, id));
    const some = named.flat();
    return {
      dialect: tool,
      rules: ids.includes('*') ? ['*'] : isInverted ? allBut(names.allOf(tool), some) : [...new Set(some)],
      unknown: [],
      isPartlyForeign: !ids.includes('*') && named.some((rules) => rules.length === 0),
      saysMore,
      covers: coverOf(scope, comment, document),
      reason,
      ...(until === undefined ? {} : { until }),
      span: comment.span,
    };
  });
}

const isFoundIn = ({ isFound }: Dialect, { span, covers }: Comment): boolean =>
  isFound === 'anywhere' || (isFound === 'behind text' && covers.start < span.start);

function readSegment(segment: string, comment: Comment, document: Document) {
  for (const dialect of DIALECTS) {
    const match = dialect.pattern.exec(segment);
    if (!match || !isInPlace(dialect.place, comment, document)) continue;
    const request = dialect.read(match.groups ?? {});
    if (request.ids.length > 0) return { dialect, request };
  }
  return undefined;
}

function isInPlace(place: Dialect['place'], { span }: Comment, { directives, contentStart }: Document): boolean {
  if (place === 'directive') return directives?.some((directive) => directive.span.start === span.start) ?? false;
  return place === undefined || contentStart === undefined || span.start < contentStart;
}

function coverOf(scope: Request['scope'], { span, covers }: Comment, document: Document): Suppression['covers'] {
  if (scope === 'file') return 'file';
  if (scope === 'package') return entriesOn(covers, document.dependencies ?? []);
  if (scope === 'object') return document.objectAt?.(span.start) ?? 'file';
  const hasBlock = scope === 'block' || (scope === 'node' && document.objectAt !== undefined);
  return (hasBlock ? document.blockAt?.(covers.start) : undefined) ?? covers;
}

const allBut = (all: readonly string[], kept: readonly string[]): readonly string[] =>
  kept.length === 0 ? [] : all.filter((id) => !kept.includes(id));

/** Our ids for a peer's. tally takes its rules by their names with or without a namespace, which may be another tool's. */
function rulesOf(names: RuleNames, tool: string, id: string): readonly string[] {
  // It has no ids of its own.
  if (tool === 'exhort') return names.select(id);
  if (tool !== 'tally') return names.peer(tool, id);
  const slash = id.indexOf('/');
  if (slash > 0) return [...names.peer('tally', id), ...names.peer(id.slice(0, slash), id.slice(slash + 1))];
  return ['tally', 'hadolint', 'buildkit'].flatMap((space) => [
    ...names.peer('tally', `${space}/${id}`),
    ...names.peer(space, id),
  ]);
}
