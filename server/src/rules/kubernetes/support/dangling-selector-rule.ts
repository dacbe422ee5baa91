import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { danglingSelectors } from './dangling-selector.ts';
import { keyOfResource, titleOf } from './resource-title.ts';

type Nothing = `${string}{resource}${string}`;

/** A rule about kinds whose selector picks nothing; its messages name the resource and, where one is meant, the target. */
export const danglingSelectorRule = (
  kinds: readonly string[],
  meta: RuleMeta<{ readonly nothing: Nothing; readonly near: `${Nothing}{target}${string}` }>,
  isJudged: (resource: Resource) => boolean = () => true,
) =>
  kubernetesRule(meta, function* (context) {
    for (const { resource, selection, near, fixes, related } of danglingSelectors(context, kinds)) {
      if (!isJudged(resource)) continue;
      const where = { span: selection.selector.span, related, key: keyOfResource(resource) };
      const data = { resource: titleOf(resource) };
      if (!near) yield { message: 'nothing', data, ...where };
      else yield { message: 'near', data: { ...data, target: titleOf(near.fact) }, fixes, ...where };
    }
  });
