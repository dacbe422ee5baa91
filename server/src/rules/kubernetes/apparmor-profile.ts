import { kubernetesRule } from '../../engine/rule.ts';
import { CONFINING_PROFILES } from '../../knowledge/pod-security.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { appArmorAnnotations } from './support/profile-annotations.ts';
import { forbiddenSettings, type SecurityField } from './support/security-field.ts';

const FIELD: SecurityField = {
  path: ['appArmorProfile', 'type'],
  levels: 'both',
  isForbidden: (value) => typeof value === 'string' && !CONFINING_PROFILES.has(value),
  repairs: [{ set: 'RuntimeDefault' }, 'delete'],
};

export const apparmorProfile = kubernetesRule(
  {
    id: 'kubernetes/apparmor-profile',
    title: 'AppArmor switched off',
    why: 'On nodes with AppArmor each container gets the profile of its runtime, which keeps it from mounting file systems and from writing to `/proc` and `/sys`. `Unconfined` takes that away. Use `RuntimeDefault` or a profile of your own (`Localhost`), or delete the setting.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
    messages: {
      set: 'The AppArmor profile `{profile}` does not confine {subject}. Use `RuntimeDefault`.',
      annotation: 'The AppArmor annotation `{profile}` does not confine the containers of {workload}. Use `runtime/default`.',
    },
    aliases: ['gatekeeper:psp/apparmor', 'kyverno:restrict-apparmor-profiles', 'psa:apparmorprofile'],
    references: [
      'PSS baseline appArmorProfile',
      'CWE-693',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { holder, value, span, fixes, key } of forbiddenSettings(context, FIELD))
      yield { message: 'set', data: { profile: value, subject: holder.subject }, span, fixes, key };
    for (const { workload, value, span, fixes, key } of appArmorAnnotations(context))
      yield { message: 'annotation', data: { profile: value, workload: workload.title }, span, fixes, key };
  }),
);
