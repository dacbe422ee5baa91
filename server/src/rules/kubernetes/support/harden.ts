import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { CONFINING_PROFILES } from '../../../knowledge/pod-security.ts';
import {
  booleanAt,
  effectiveBoolean,
  effectiveNumber,
  effectiveString,
  numberAt,
  stringAt,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import { mergeEntries, type NewEntries, type YamlMapping } from '../../../model/yaml/index.ts';
import { addedCapabilities, dropsAll, isNetBindService } from './capabilities.ts';
import { editSource } from './edits.ts';
import { isRootHarmless } from './security-context.ts';
import { firstContainerList, isPrivileged, type Target } from './targets.ts';

/** What a setting must become, or `'unknown'` where nobody can say. */
type Wanted = NewEntries | 'unknown';

const SECURITY_CONTEXT = 'securityContext';

/**
 * The fix that writes all that the container lacks of the Restricted Pod Security Standard, and nothing else. None where only a single setting is
 * missing, which the rule about it offers, or where the container asks for more than the standard grants: that is for a person to decide.
 */
export function hardenContainer({ file, env }: Context<'kubernetes'>, target: Target): readonly Fix[] {
  const { workload, container } = target;
  if (!isHardenable(target)) return [];
  const power = isPrivileged(container) ? { privileged: 'false' } : {};
  const users = isRootHarmless(workload, env.kubernetesVersion)
    ? {}
    : userSettings(effectiveBoolean(workload, container, 'runAsNonRoot'), effectiveNumber(workload, container, 'runAsUser'));
  const own = containerSettings(target);
  const seccomp = seccompSetting(effectiveString(workload, container, 'seccompProfile', 'type'));
  if (users === 'unknown' || own === 'unknown' || seccomp === 'unknown') return [];
  const wanted = { ...power, ...users, ...own, ...seccomp };
  if (Object.keys(wanted).length < 2) return [];
  const edits = mergeEntries(editSource(file, workload.resource), container.node, { [SECURITY_CONTEXT]: wanted });
  const title = 'Harden the container to the Restricted Pod Security Standard';
  return edits ? [{ title, applicability: 'suggested', edits, leaves: TOLD_OF_PODS }] : [];
}

/** What these say of a pod of which no container has a setting, they say of each of the others once one has it. */
export const TOLD_OF_PODS = ['kubernetes/run-as-non-root', 'kubernetes/seccomp-profile'] as const;

/** Each finding of a pod may carry the fix for all of it, which must not grow with the square of its containers. */
const MOST_CONTAINERS = 100;

/** The same for all containers of a pod: what they can inherit is written once, in the security context of the pod. */
export function hardenPod({ file, env }: Context<'kubernetes'>, workload: Workload): readonly Fix[] {
  if (workload.containers.length > MOST_CONTAINERS) return [];
  const source = editSource(file, workload.resource);
  const isRootFree = isRootHarmless(workload, env.kubernetesVersion);
  const edits: Edit[] = [];
  const seen = new Set<string>();
  const add = (base: YamlMapping, wanted: NewEntries, before?: string): boolean => {
    if (Object.keys(wanted).length === 0) return true;
    const merged = mergeEntries(source, base, { [SECURITY_CONTEXT]: wanted }, before);
    for (const edit of merged ?? []) {
      // A context that several containers share through an alias is written once.
      const place = `${edit.span.start} ${edit.span.end} ${edit.newText}`;
      if (!seen.has(place)) edits.push(edit);
      seen.add(place);
    }
    return merged !== undefined;
  };
  for (const container of workload.containers) {
    const target = { workload, container, name: '' };
    const overrides =
      isHardenable(target) && !isPrivileged(container) ? overridingSettings(container.node, isRootFree) : 'unknown';
    const own = containerSettings(target);
    if (overrides === 'unknown' || own === 'unknown' || !add(container.node, { ...overrides, ...own })) return [];
  }
  const shared = sharedSettings(workload.spec, isRootFree);
  if (shared === 'unknown') return [];
  const isWritten = add(workload.spec, shared, firstContainerList(workload));
  return isWritten && edits.length > 1
    ? [{ title: 'Harden the whole pod to the Restricted Pod Security Standard', applicability: 'suggested', edits }]
    : [];
}

const isHardenable = ({ workload, container }: Target): boolean =>
  !workload.isWindows && !container.isPartial && addedCapabilities(container).every(({ name }) => isNetBindService(name));

/** What only containers can have. */
function containerSettings({ container }: Target): Wanted {
  const escalation = booleanAt(container.node, SECURITY_CONTEXT, 'allowPrivilegeEscalation');
  if (escalation === 'unknown') return escalation;
  return {
    ...(escalation?.value === false ? {} : { allowPrivilegeEscalation: 'false' }),
    ...(dropsAll(container) ? {} : { capabilities: { drop: ['ALL'] } }),
  };
}

/** What a container says itself and would keep from its pod. */
function overridingSettings(base: YamlMapping, isRootFree: boolean): Wanted {
  const nonRoot = booleanAt(base, SECURITY_CONTEXT, 'runAsNonRoot');
  const user = numberAt(base, SECURITY_CONTEXT, 'runAsUser');
  const profile = stringAt(base, SECURITY_CONTEXT, 'seccompProfile', 'type');
  if (nonRoot === 'unknown' || user === 'unknown' || profile === 'unknown') return 'unknown';
  return {
    ...(nonRoot?.value === false && !isRootFree ? { runAsNonRoot: 'true' } : {}),
    ...(user?.value === 0 && !isRootFree ? { runAsUser: '1000' } : {}),
    ...(profile && !CONFINING_PROFILES.has(profile.value) ? { seccompProfile: { type: 'RuntimeDefault' } } : {}),
  };
}

/** What the containers of a pod inherit. */
function sharedSettings(spec: YamlMapping, isRootFree: boolean): Wanted {
  const users = isRootFree
    ? {}
    : userSettings(booleanAt(spec, SECURITY_CONTEXT, 'runAsNonRoot'), numberAt(spec, SECURITY_CONTEXT, 'runAsUser'));
  const seccomp = seccompSetting(stringAt(spec, SECURITY_CONTEXT, 'seccompProfile', 'type'));
  return users === 'unknown' || seccomp === 'unknown' ? 'unknown' : { ...users, ...seccomp };
}

type Value<T> = { readonly value: T } | 'unknown' | undefined;

function userSettings(nonRoot: Value<boolean>, user: Value<number>): Wanted {
  if (nonRoot === 'unknown' || user === 'unknown') return 'unknown';
  return { ...(nonRoot?.value ? {} : { runAsNonRoot: 'true' }), ...(user?.value === 0 ? { runAsUser: '1000' } : {}) };
}

function seccompSetting(profile: Value<string>): Wanted {
  if (profile === 'unknown') return profile;
  return profile && CONFINING_PROFILES.has(profile.value) ? {} : { seccompProfile: { type: 'RuntimeDefault' } };
}
