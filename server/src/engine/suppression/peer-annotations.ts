import { advisoryId } from '../advisory-id.ts';
import type { Annotation } from '../../model/document.ts';
import type { RuleNames } from '../rule-names.ts';
import type { Suppression } from './suppression.ts';

/** How one peer writes a suppression in an annotation of Kubernetes, or in an item of a project. */
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
      if (!/^(?:checkov|bridgecrew)\.io\/skip\d*$/.test(name)) return undefined;
      const [ids = '', reason = ''] = value.split(/[=:](.*)/s);
      return { ids: ids.split(','), reason: reason.trim() };
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
  {
    // The address of an advisory, as `https://github.com/advisories/GHSA-…`.
    tool: 'nuget',
    read: (name, value) =>
      name === 'NuGetAuditSuppress'
        ? { ids: value.split('/').slice(-1), reason: 'accepted in NuGet’s configuration' }
        : undefined,
  },
];

/** What a peer's annotation asks for on its resource. */
export function peerAnnotation(annotation: Annotation, names: RuleNames): Suppression | undefined {
  for (const { tool, read } of ANNOTATIONS) {
    const asked = read(annotation.name, annotation.value);
    const rules = asked ? resolve(names, tool, asked.ids) : [];
    if (asked && rules.length > 0)
      return { dialect: tool, rules, unknown: [], covers: annotation.covers, reason: asked.reason, span: annotation.span };
  }
  return undefined;
}

const resolve = (names: RuleNames, tool: string, ids: readonly string[]): readonly string[] =>
  ids.includes('*')
    ? ['*']
    : [...new Set(ids.flatMap((id) => (tool === 'nuget' ? (advisoryId(id) ?? []) : names.peer(tool, id))))];

const camelCase = (text: string): string => text.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
