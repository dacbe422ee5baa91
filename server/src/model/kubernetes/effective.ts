import { booleanAt, numberAt, type Setting, stringAt } from './lookup.ts';
import type { Container, Workload } from './workload.ts';

/** A setting with the level that says it. */
export type Effective<T> = (Setting<T> & { readonly from: 'container' | 'pod' }) | 'unknown' | undefined;

function inherited<T>(own: Setting<T> | 'unknown' | undefined, pod: () => Setting<T> | 'unknown' | undefined): Effective<T> {
  if (own === 'unknown') return own;
  if (own) return { ...own, from: 'container' };
  const above = pod();
  return above === 'unknown' || above === undefined ? above : { ...above, from: 'pod' };
}

/** A boolean of the security context as the container gets it: its own, else the pod's. */
export const effectiveBoolean = ({ spec }: Workload, { node }: Container, field: 'runAsNonRoot'): Effective<boolean> =>
  inherited(booleanAt(node, 'securityContext', field), () => booleanAt(spec, 'securityContext', field));

/** A number of the security context as the container gets it: its own, else the pod's. */
export const effectiveNumber = ({ spec }: Workload, { node }: Container, field: 'runAsUser' | 'runAsGroup'): Effective<number> =>
  inherited(numberAt(node, 'securityContext', field), () => numberAt(spec, 'securityContext', field));

/** A string of the security context as the container gets it: its own, else the pod's. */
export const effectiveString = (
  { spec }: Workload,
  { node }: Container,
  ...path: ['seccompProfile' | 'appArmorProfile', 'type']
): Effective<string> => inherited(stringAt(node, 'securityContext', ...path), () => stringAt(spec, 'securityContext', ...path));
