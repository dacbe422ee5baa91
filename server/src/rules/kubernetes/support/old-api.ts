import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { apiLifecycle, type ApiLifecycle, type Replacement } from '../../../knowledge/kubernetes/api-lifecycle.ts';
import { minorOf } from '../../../knowledge/kubernetes-version.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { at, type EditSource, entryOf, replaceScalar, stringOf, type YamlNode } from '../../../model/yaml/index.ts';
import { apiConditions } from './api-conditions.ts';
import { editSources, fixOf } from './edits.ts';
import { migrationFixes } from './migrations/index.ts';
import { keyOfResource } from './resource-title.ts';

/** A resource, or what one refers to, whose API version is deprecated or removed in the target version. */
export interface OldApi {
  readonly apiVersion: string;
  readonly kind: string;
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
  if (target === undefined) return;
  const isChosen = apiConditions(context);
  const sourceOf = editSources(file);
  for (const resource of model.resources) {
    for (const { path, ...mention } of mentionsIn(resource)) {
      const { apiVersion, kind, node } = mention;
      const lifecycle = apiLifecycle(apiVersion, kind);
      if (!lifecycle || target < lifecycle.deprecated || isChosen(node.span.start)) continue;
      const replacement = newest(lifecycle, target);
      const migrate = path === '' ? migrationFixes : referenceFixes;
      yield {
        apiVersion,
        kind,
        lifecycle,
        isRemoved: lifecycle.removed !== undefined && lifecycle.removed <= target,
        replacement: replacement && inWords(replacement, kind, target),
        fixes: replacement && replacement.since <= target ? migrate(sourceOf(resource), resource, replacement, mention) : [],
        span: node.span,
        key: `${keyOfResource(resource)}${path}/apiVersion`,
      };
    }
  }
}

interface Mention {
  readonly apiVersion: string;
  readonly kind: string;
  /** What says the version. */
  readonly node: YamlNode;
}

/** Where autoscalers name what they scale. */
const REFERENCES: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: 'scaleTargetRef',
  VerticalPodAutoscaler: 'targetRef',
};

/** The resource itself, and what it refers to by API version and kind. */
function* mentionsIn({ node, apiVersion, kind }: Resource): Generator<Mention & { readonly path: string }> {
  const own = entryOf(node, 'apiVersion')?.value;
  if (own) yield { apiVersion, kind, node: own, path: '' };
  const name = REFERENCES[kind];
  const reference = name === undefined ? undefined : at(node, 'spec', name);
  const version = at(reference, 'apiVersion');
  const [named, of] = [stringOf(version), stringOf(at(reference, 'kind'))];
  if (version && named !== undefined && of !== undefined)
    yield { apiVersion: named, kind: of, node: version, path: `/${name ?? ''}` };
}

function referenceFixes(source: EditSource, _: Resource, { apiVersion, kind }: Replacement, mention: Mention): readonly Fix[] {
  const { node } = mention;
  const edits = node.kind === 'scalar' && kind === mention.kind ? replaceScalar(source, node, apiVersion) : undefined;
  return fixOf(`Use \`${apiVersion}\``, 'safe', edits);
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
