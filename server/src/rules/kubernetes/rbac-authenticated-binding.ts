import { kubernetesRule } from '../../engine/rule.ts';
import type { PolicyRule, RbacRole } from '../../model/kubernetes/index.ts';
import { FOR_EVERYONE, roleTitle } from './support/binding-subject.ts';
import { READ } from './support/permission.ts';
import { once, type Placed, rbacView, roleFor, rolesBehind } from './support/rbac-lookup.ts';

export const rbacAuthenticatedBinding = kubernetesRule(
  {
    id: 'kubernetes/rbac-authenticated-binding',
    title: 'Rights for everyone who can log in',
    why: 'The group `system:authenticated` is every user and every ServiceAccount of the cluster, so every pod; with some providers it is everyone who has an account there at all. Bind a group that means somebody.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { bound: '{binding} gives {role} to every user and every pod of the cluster. Bind a group of your own.' },
    aliases: [
      'gatekeeper:general/disallowanonymous',
      'kubescape:system-authenticated-allowed-to-take-over-cluster',
      'trivy:KSV-01011',
    ],
    references: ['CWE-862', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const view = rbacView(context);
    const isHarmlessRole = once((role: Placed<RbacRole>) => {
      const rules = rolesBehind(view, role).flatMap(({ value }) => value.rules);
      return rules.length > 0 && rules.every(isHarmless);
    });
    for (const binding of view.own.bindings) {
      const subject = binding.subjects.find(
        ({ kind, name }) => kind !== 'ServiceAccount' && name.text === 'system:authenticated',
      );
      const name = binding.role?.name.text ?? '';
      if (!subject || binding.isBuiltIn || FOR_EVERYONE.includes(name)) continue;
      const found = roleFor(view, binding);
      // A role that is not in sight may hold anything.
      if (found && isHarmlessRole(found)) continue;
      yield {
        message: 'bound',
        data: { binding: binding.title, role: roleTitle(binding) },
        span: subject.name.span,
        key: binding.key,
      };
    }
  },
);

/** Reading what is no secret, few rights on named objects, and questions about oneself. */
function isHarmless({ apiGroups, resources, verbs, resourceNames }: PolicyRule): boolean {
  if (!verbs?.isComplete || resources?.isComplete === false) return false;
  const onlyVerbs = (allowed: readonly string[]): boolean => verbs.words.every(({ text }) => allowed.includes(text));
  const asks = apiGroups?.isComplete === true && apiGroups.words.every(({ text }) => QUESTIONS.includes(text));
  if (asks) return onlyVerbs(['create']);
  if (resources?.words.some(({ text }) => text === 'secrets' || text.startsWith('*'))) return false;
  const isNamed = resourceNames?.isComplete === true && resourceNames.words.length > 0;
  if (isNamed) return onlyVerbs([...READ, 'create']);
  return onlyVerbs(READ) && !resources?.words.some(({ text }) => DOOR.test(text));
}

/** Groups whose objects are questions: what may I do, whose token is this? */
const QUESTIONS: readonly string[] = ['authorization.k8s.io', 'authentication.k8s.io'];
/** Subresources for which reading is enough to get further. */
const DOOR = /\/(?:proxy|exec|attach|portforward|\*)$/;
