import { kubernetesRule } from '../../engine/rule.ts';
import { replaceScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isNear, related, resourcesIn } from './support/located.ts';
import { heldReferences, missingReferences } from './support/missing-reference.ts';
import { nearestName } from './support/nearest-name.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { unitOf } from './support/unit.ts';

export const envValueFromMissing = kubernetesRule(
  {
    id: 'kubernetes/env-value-from-missing',
    title: 'Variable from a ConfigMap or Secret that is not there',
    why: 'A container whose variable comes from a ConfigMap, a Secret or a key that does not exist stays in `CreateContainerConfigError` and never starts. Usually the name is misspelt, or was changed in one of two files. `optional: true` lets the container start without it. The check speaks only where the files deployed together define other objects of that kind.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'A variable comes from the {kind} `{name}`, which no file here defines. Create it or correct the name.',
      near: 'A variable comes from the {kind} `{name}`, which no file here defines. Did you mean `{near}`?',
      key: 'The {kind} `{name}` has no key `{key}`. Add it there or correct it here.',
      nearKey: 'The {kind} `{name}` has no key `{key}`. Did you mean `{near}`?',
    },
    aliases: ['kube-linter:env-value-from'],
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const { file, env } = context;
    for (const { workload, reference, near, fixes, related: places } of missingReferences(context, isWanted)) {
      const { kind, name } = reference;
      const where = { span: reference.node.span, related: places, key: `${workload?.key ?? ''}/${kind}/${name}` };
      if (near?.fact.name === undefined) yield { message: 'missing', data: { kind, name }, ...where };
      else yield { message: 'near', data: { kind, name, near: near.fact.name }, fixes, ...where };
    }
    const unit = unitOf(file.path, env.workspace);
    for (const { workload, resource, reference } of heldReferences(context, (each) => isWanted(each) && each.parts.length > 0)) {
      const { kind, name, group, namespace, parts } = reference;
      const defined = resourcesIn(unit, kind, group).filter((each) => each.fact.name === name && isNear(unit, namespace)(each));
      const [key] = parts;
      const [first] = defined;
      // A patch of the same name, or a second definition, may have the key.
      if (!key || !first || isChanged(unit, kind, name)) continue;
      if (defined.some(({ fact }) => fact.keys === undefined || fact.keys.includes(key.text))) continue;
      const keys = first.fact.keys ?? [];
      const near = nearestName(key.text, keys) ?? (keys.length === 1 ? keys[0] : undefined);
      const where = {
        span: key.span,
        related: [related(file.path, first, `The ${kind} is defined here.`)],
        key: `${workload?.key ?? ''}/${kind}/${name}/${key.text}`,
      };
      const data = { kind, name, key: key.text };
      if (near === undefined) yield { message: 'key', data, ...where };
      else {
        const fixes = fixOf(`Use the key \`${near}\``, 'suggested', replaceScalar(editSource(file, resource), key, near));
        yield { message: 'nearKey', data: { ...data, near }, fixes, ...where };
      }
    }
  }),
);

const isWanted = ({ use, isOptional }: { readonly use: string; readonly isOptional: boolean }): boolean =>
  use === 'env' && !isOptional;

function isChanged({ files, generated }: ReturnType<typeof unitOf>, kind: string, name: string): boolean {
  const isPatched = files.some(([, { resources }]) =>
    resources.some((fact) => fact.isPatch && fact.kind === kind && fact.name === name),
  );
  return isPatched || generated.some((each) => each.kind === kind && each.name === name);
}
