import type { CustomPolicy } from '../../engine/custom-policy.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { setPath, stringSource } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { plainValue } from './support/plain-value.ts';
import { type Breach, fieldBreaches } from './support/policy-check.ts';
import { keyOfResource } from './support/resource-title.ts';

export const customPolicy = kubernetesRule(
  {
    id: 'kubernetes/custom-policy',
    title: 'Policy of the team broken',
    why: 'A team has rules that no tool can know: who owns a workload, which storage class is paid for, which hosts are public. Write them under `policies` in `.larboard.yaml`, about a field or as a CEL expression like those of a ValidatingAdmissionPolicy, and everybody sees them while typing. Without policies the rule says nothing.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      broken: '{message}. This is the policy `{policy}`.',
      failed: 'The policy `{policy}` could not be checked here: {error}.',
    },
    aliases: [],
    references: [
      'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
      'https://kubernetes.io/docs/reference/using-api/cel/',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { policies } = context.env;
    if (policies.length === 0) return;
    for (const resource of context.model.resources) {
      for (const policy of policies) if (isAbout(policy, resource)) yield* broken(context, resource, policy);
    }
  },
);

const isAbout = ({ kinds }: CustomPolicy, { apiVersion, kind }: Resource): boolean =>
  kinds.length === 0 || kinds.some((each) => each === kind || each === `${apiVersion}/${kind}`);

function* broken(context: Context<'kubernetes'>, resource: Resource, policy: CustomPolicy) {
  const { name, message, severity, expression, path } = policy;
  const key = `${keyOfResource(resource)}/${name}`;
  const data = { message: message.replace(/\.$/, ''), policy: name };
  const level = severity === undefined ? {} : { severity };
  if (path !== undefined && !expression) {
    for (const breach of fieldBreaches(resource, policy))
      yield {
        message: 'broken',
        data,
        span: breach.span,
        fixes: fixesFor(context, resource, policy, breach),
        key,
        ...level,
      } as const;
  }
  // What a template or a base writes is not known, and an expression may be about any of it.
  const object = expression && !resource.isPartial ? plainValue(resource.node) : undefined;
  if (!expression || !object) return;
  const verdict = expression(object.value);
  if (verdict === false) yield { message: 'broken', data, span: resource.nameSpan, key, ...level } as const;
  else if (typeof verdict === 'object') {
    const error = verdict.error.replace(/\.$/, '');
    yield { message: 'failed', data: { policy: name, error }, span: resource.nameSpan, severity: 'info', key } as const;
  }
}

function fixesFor({ file }: Context<'kubernetes'>, resource: Resource, { set, path }: CustomPolicy, { steps }: Breach) {
  if (set === undefined || !steps) return [];
  const edits = setPath(editSource(file, resource), resource.node, steps, stringSource(set));
  return fixOf(`Set \`${path ?? ''}\` to \`${set}\``, 'suggested', edits);
}
