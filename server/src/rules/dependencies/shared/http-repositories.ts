import { length, sliceOf, type Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import { dependencyRule, type AnyRule, type RuleMeta } from '../../../engine/rule.ts';
import { expanding, hasVariable, type Registry } from '../../../model/dependencies/index.ts';
import { isPlainHttp, plainHttp } from './plain-http.ts';

interface Row extends Pick<RuleMeta, 'id' | 'title' | 'why' | 'aliases'> {
  /** What comes from the repositories: "artifacts". */
  readonly what: string;
  readonly kinds: ReadonlySet<Registry['kind']>;
}

/** A rule about repositories of Maven that are reached over plain HTTP. */
export const httpRepositories = ({ what, kinds, ...meta }: Row): AnyRule =>
  dependencyRule(
    {
      ...meta,
      severity: 'high',
      confidence: 'high',
      profiles: ['recommended', 'strict'],
      messages: {
        http: 'The repository {url} serves {what} over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
      },
      references: ['CWE-319', 'CWE-494', 'CWE-829'],
      fix: 'safe',
      since: '0.2.0',
      status: 'preview',
    },
    function* ({ file, model, env }) {
      // Those of Gradle's scripts are another rule's matter.
      if (model.ecosystem !== 'Maven' || model.role === 'lockfile' || model.repositories !== undefined) return;
      const expand = expanding(file.path, env.workspace);
      for (const { kind, url, urlSpan } of model.registries) {
        if (!kinds.has(kind)) continue;
        const expanded = hasVariable(url) ? expand(url) : undefined;
        const found = expanded ? plainHttpFrom(file.text, urlSpan, expanded) : plainHttp(file.text, url, urlSpan);
        const data = { url: withoutUser(expanded?.text ?? url), what };
        if (found) yield { message: 'http', data, key: `${kind}/${url}`, span: found.span, fixes: found.fixes } as const;
      }
    },
  );

/** As {@link plainHttp}, of an address with variables; the fix is made where `http` is written. */
function plainHttpFrom(text: string, urlSpan: Span, { text: url, origin }: ReturnType<ReturnType<typeof expanding>> & object) {
  if (!isPlainHttp(url)) return undefined;
  const start = origin?.span.start ?? urlSpan.start;
  const scheme = { start, end: start + 'http'.length };
  const isWritten = origin?.path === undefined ? /^http$/i.test(sliceOf(text, scheme)) : length(origin.span) === url.length;
  const edit = { span: scheme, newText: 'https' };
  const fix: Fix = {
    title: 'Use HTTPS',
    applicability: /^http:\/\/[^/]*:\d/i.test(url) ? 'suggested' : 'safe',
    ...(origin?.path === undefined ? { edits: [edit] } : { edits: [], others: [{ path: origin.path, edits: [edit] }] }),
  };
  return { span: origin ? urlSpan : scheme, fixes: isWritten ? [fix] : [] };
}

/** What is shown has no password in it. */
const withoutUser = (url: string): string => url.replace(/(?<=:\/\/)[^/?#\s]*@/, '');
