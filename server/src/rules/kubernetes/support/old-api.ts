import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { apiLifecycle, type ApiLifecycle, type Replacement } from '../../../knowledge/kubernetes/api-lifecycle.ts';
import { minorOf } from '../../../knowledge/kubernetes-version.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { entryOf } from '../../../model/yaml/index.ts';
import { apiConditions } from './api-conditions.ts';
import { editSources } from './edits.ts';
import { migrationFixes } from './migrations/index.ts';

/** A resource whose API version is deprecated or removed in the target version. */
export interface OldApi {
  readonly resource: Resource;
  readonly lifecycle: ApiLifecycle;
  readonly isRemoved: boolean;
  /** What is to be used instead, for people; undefined when nothing is. */
  readonly replacement: string | undefined;
  readonly fixes: readonly Fix[];
  /** The value of `apiVersion`. */
  readonly span: Span;
  readonly key: string;
}

/** All of them in a file, but for those between which a chart chooses by itself. */
export function* oldApis(context: Context<'kubernetes'>): Generator<OldApi> {
  const { file, model, env } = context;
  const target = minorOf(env.kubernetesVersion);
  const isChosen = apiConditions(context);
  const sourceOf = editSources(file);
  for (const resource of model.resources) {
    const { apiVersion, kind, namespace = '', name = '' } = resource;
    const lifecycle = apiLifecycle(apiVersion, kind);
    const span = entryOf(resource.node, 'apiVersion')?.value?.span;
    if (!lifecycle || !span || target === undefined || target < lifecycle.deprecated) continue;
    if (isChosen(span.start)) continue;
    const replacement = newest(lifecycle, target);
    yield {
      resource,
      lifecycle,
      isRemoved: lifecycle.removed !== undefined && lifecycle.removed <= target,
      replacement: replacement && inWords(replacement, kind, target),
      fixes: replacement && replacement.since <= target ? migrationFixes(sourceOf(resource), resource, replacement) : [],
      span,
      key: `${kind}/${namespace}/${name}/apiVersion`,
    };
  }
}

/** The end of the chain of replacements that the target serves. */
function newest({ replacement }: ApiLifecycle, target: number): Replacement | undefined {
  const next = replacement && apiLifecycle(replacement.apiVersion, replacement.kind);
  if (!next || next.deprecated > target) return replacement;
  const further = newest(next, target);
  const isGone = next.removed !== undefined && next.removed <= target;
  return isGone || (further && further.since <= target) ? further : replacement;
}

function inWords({ apiVersion, kind, since }: Replacement, from: string, target: number): string {
  const what = kind === from ? `\`${apiVersion}\`` : `${kind} of \`${apiVersion}\``;
  return since <= target ? what : `${what} (from Kubernetes 1.${since})`;
}
