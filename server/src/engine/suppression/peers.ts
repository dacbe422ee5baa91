import type { Annotation, Comment } from '../../model/document.ts';
import type { RuleNames } from '../rule-names.ts';
import type { Suppression } from './suppression.ts';

/** How one peer writes a suppression in a comment. `ids` are its ids, `'*'` all rules; `null` where the comment is not one. */
interface Dialect {
  readonly tool: string;
  readonly pattern: RegExp;
  readonly scope: 'covered' | 'file';
  readonly read: (match: RegExpExecArray) => {
    readonly ids: readonly string[];
    readonly reason?: string;
    readonly until?: string | undefined;
  };
}

const list = (text: string | undefined): readonly string[] => (text ?? '').split(/[\s,;]+/).filter(Boolean);

/** Syntax as each tool's documentation gives it. */
const COMMENTS: readonly Dialect[] = [
  {
    tool: 'hadolint',
    pattern: /^hadolint\s+global\s+ignore\s*=\s*([\w\s,;]+)/,
    scope: 'file',
    read: (m) => ({ ids: list(m[1]) }),
  },
  {
    tool: 'hadolint',
    pattern: /^hadolint\s+(?:shell=\S+\s+)?ignore\s*=\s*(\w+(?:\s*[,;]\s*\w+)*)/,
    scope: 'covered',
    read: (m) => ({ ids: list(m[1]) }),
  },
  {
    tool: 'buildkit',
    pattern: /^check\s*=\s*(?:[^;]*;)*\s*skip=([\w,\s]+)/i,
    scope: 'file',
    read: (m) => ({ ids: list(m[1]).map((id) => (id.toLowerCase() === 'all' ? '*' : id)) }),
  },
  {
    tool: 'checkov',
    pattern: /^checkov:skip=([\w-]+)(?::\s*(.*))?/,
    scope: 'file',
    read: (m) => ({ ids: list(m[1]), reason: m[2] ?? '' }),
  },
  {
    tool: 'trivy',
    pattern: /^trivy:ignore:([\w-]+)(?::exp:(\d{4}-\d{2}-\d{2}))?/,
    scope: 'covered',
    read: (m) => ({ ids: list(m[1]), until: m[2] }),
  },
  { tool: 'kics', pattern: /^kics-scan\s+ignore-line\b/, scope: 'covered', read: () => ({ ids: ['*'] }) },
  { tool: 'kics', pattern: /^kics-scan\s+ignore\s*$/, scope: 'file', read: () => ({ ids: ['*'] }) },
  {
    tool: 'semgrep',
    pattern: /^nosem(?:grep)?(?::\s*([\w.,\s-]+))?\s*$/,
    scope: 'covered',
    read: (m) => ({ ids: m[1] === undefined ? ['*'] : list(m[1]) }),
  },
];

/** What a peer's comment asks for, through the alias map; undefined for a comment that is no peer's suppression or of a rule that we do not have. */
export function peerComment(comment: Comment, names: RuleNames): Suppression | undefined {
  for (const { tool, pattern, scope, read } of COMMENTS) {
    const match = pattern.exec(comment.text);
    if (!match) continue;
    const { ids, reason = '', until } = read(match);
    const rules = resolve(names, tool, ids);
    if (rules.length === 0) continue;
    return {
      dialect: 'peer',
      rules,
      unknown: [],
      covers: scope === 'file' ? 'file' : comment.covers,
      reason,
      ...(until === undefined ? {} : { until }),
      span: comment.span,
    };
  }
  return undefined;
}

/** How one peer writes a suppression in a Kubernetes annotation. */
interface AnnotationDialect {
  readonly tool: string;
  readonly read: (name: string, value: string) => { readonly ids: readonly string[]; readonly reason: string } | undefined;
}

const ANNOTATIONS: readonly AnnotationDialect[] = [
  {
    tool: 'kube-linter',
    read: (name, reason) => {
      if (name === 'kube-linter.io/ignore-all') return { ids: ['*'], reason };
      const check = /^ignore-check\.kube-linter\.io\/(.+)$/.exec(name)?.[1];
      return check === undefined ? undefined : { ids: [check], reason };
    },
  },
  {
    tool: 'checkov',
    read: (name, value) => {
      if (!/^checkov\.io\/skip\d*$/.test(name)) return undefined;
      const [id = '', reason = ''] = value.split(/=(.*)/s);
      return { ids: [id], reason };
    },
  },
  {
    tool: 'polaris',
    read: (name, value) => {
      const check = /^polaris\.fairwinds\.com\/(.+)-exempt$/.exec(name)?.[1];
      if (value !== 'true') return undefined;
      if (name === 'polaris.fairwinds.com/exempt') return { ids: ['*'], reason: '' };
      return check === undefined ? undefined : { ids: [camelCase(check), check], reason: '' };
    },
  },
  {
    tool: 'kube-score',
    read: (name, value) => (name === 'kube-score/ignore' ? { ids: value.split(','), reason: '' } : undefined),
  },
];

/** What a peer's annotation asks for on its resource. */
export function peerAnnotation(annotation: Annotation, names: RuleNames): Suppression | undefined {
  for (const { tool, read } of ANNOTATIONS) {
    const asked = read(annotation.name, annotation.value);
    const rules = asked ? resolve(names, tool, asked.ids) : [];
    if (asked && rules.length > 0)
      return { dialect: 'peer', rules, unknown: [], covers: annotation.covers, reason: asked.reason, span: annotation.span };
  }
  return undefined;
}

const resolve = (names: RuleNames, tool: string, ids: readonly string[]): readonly string[] =>
  ids.includes('*') ? ['*'] : [...new Set(ids.flatMap((id) => names.peer(tool, id)))];

const camelCase = (text: string): string => text.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
