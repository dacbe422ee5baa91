import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { bindingsOf, type RbacBinding, type RbacSubject } from '../../../model/kubernetes/index.ts';
import { oncePerSpan } from './once-per-span.ts';

/** Roles that the API server itself gives to everyone: they tell its version, its APIs and who one is. */
export const FOR_EVERYONE: readonly string[] = [
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
  // Lets a new node of kubeadm read the address and the certificate of its cluster.
  'kubeadm:bootstrap-signer-clusterinfo',
  'system:service-account-issuer-discovery',
];

/** A rule about a subject that bindings should not have; its message `bound` names the binding, the role and the subject. */
export const subjectRule = (
  meta: RuleMeta<{ readonly bound: `${string}{binding}${string}{role}${string}` }>,
  isWrong: (subject: RbacSubject, binding: RbacBinding) => boolean,
) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* ({ model }) {
      for (const binding of bindingsOf(model.resources)) {
        if (binding.isBuiltIn) continue;
        for (const subject of binding.subjects) {
          if (!isWrong(subject, binding)) continue;
          yield {
            message: 'bound',
            data: { binding: binding.title, role: roleTitle(binding) },
            span: subject.name.span,
            key: `${binding.key}/subjects/${subject.name.text}`,
          };
        }
      }
    }),
  );

/** For messages: "the role `reader`". */
export const roleTitle = ({ role }: RbacBinding): string => (role ? `the role \`${role.name.text}\`` : 'its role');
