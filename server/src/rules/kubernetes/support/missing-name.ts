import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { hasPlaceholder, type RbacBinding, type Resource } from '../../../model/kubernetes/index.ts';
import { asScalar, replaceScalar, type YamlNode } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { nearestName } from './nearest-name.ts';
import { MOST_CANDIDATES } from './rbac-lookup.ts';

/** A binding and where it stands. */
export interface Bound {
  readonly resource: Resource;
  readonly binding: RbacBinding;
}

/** A finding about a name that is not among those of its kind. Silent where nothing of the kind stands beside it (it comes from elsewhere), or something whose name a template writes. */
export function* missingName(
  context: Context<'kubernetes'>,
  { resource, binding }: Bound,
  kind: string,
  node: YamlNode | undefined,
  candidates: readonly { readonly name: string | undefined }[],
  isOurs = true,
) {
  const scalar = asScalar(node);
  const names = candidates.flatMap(({ name }) => name ?? []);
  if (!scalar || hasPlaceholder(scalar.text) || names.length === 0 || names.length < candidates.length) return;
  const nearest = names.length > MOST_CANDIDATES ? undefined : nearestName(scalar.text, names);
  const data = { binding: binding.title, kind, name: scalar.text };
  const place = { span: scalar.span, key: `${binding.key}/${kind}/${scalar.text}` };
  if (nearest === undefined && !isOurs) return;
  if (nearest === undefined) yield { message: 'missing', data, ...place } as const;
  else
    yield {
      message: 'misspelt',
      data: { ...data, nearest },
      fixes: writeName(context, resource, node, nearest),
      ...place,
    } as const;
}

/** A fix that writes `text` over a name or a kind. */
export const writeName = (
  { file }: Context<'kubernetes'>,
  resource: Resource,
  node: YamlNode | undefined,
  text: string,
): readonly Fix[] => {
  const scalar = asScalar(node);
  return scalar ? fixOf(`Write \`${text}\``, 'suggested', replaceScalar(editSource(file, resource), scalar, text)) : [];
};
