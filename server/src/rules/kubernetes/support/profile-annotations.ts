import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Workload } from '../../../model/kubernetes/index.ts';
import { asScalar, entryOf, keyOf, replaceScalar } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import type { Target } from './targets.ts';

/** Annotations chose the profiles of seccomp and AppArmor before there were fields. */
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APPARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';

const isConfining = (profile: string): boolean => /^(?:runtime\/default|docker\/default|localhost\/.*)$/.test(profile);

interface ForbiddenAnnotation {
  readonly workload: Workload;
  readonly value: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly key: string;
}

/** The annotations of a file's pods that choose a seccomp profile which does not confine. */
export const seccompAnnotations = (context: Context<'kubernetes'>) =>
  annotations(context, (name) => name === SECCOMP_POD || name.startsWith(SECCOMP_CONTAINER), isConfining);

/** The same for AppArmor, where nothing means the runtime's default. */
export const appArmorAnnotations = (context: Context<'kubernetes'>) =>
  annotations(
    context,
    (name) => name.startsWith(APPARMOR_CONTAINER),
    (profile) => profile === '' || (isConfining(profile) && !profile.startsWith('docker/')),
  );

function* annotations(
  { file, model }: Context<'kubernetes'>,
  isMeant: (name: string) => boolean,
  isAllowed: (profile: string) => boolean,
): Generator<ForbiddenAnnotation> {
  for (const workload of model.workloads) {
    for (const entry of workload.annotations?.entries ?? []) {
      const name = keyOf(entry);
      const node = asScalar(entry.value);
      if (name === undefined || !isMeant(name) || typeof node?.value !== 'string' || isAllowed(node.text)) continue;
      const edits = replaceScalar(editSource(file, workload.resource), node, 'runtime/default');
      const fixes = fixOf('Use `runtime/default`', 'suggested', edits);
      yield { workload, value: node.text, span: node.span, fixes, key: `${workload.key}/annotations/${name}` };
    }
  }
}

/** Whether an annotation chooses a seccomp profile for a container that confines it, or one that is not literal may. */
export const hasSeccompAnnotation = ({ workload: { annotations: given }, container }: Target): boolean =>
  [`${SECCOMP_CONTAINER}${container.name ?? ''}`, SECCOMP_POD].some((name) => {
    const entry = entryOf(given, name);
    const value = asScalar(entry?.value)?.value;
    return entry !== undefined && (typeof value !== 'string' || isConfining(value));
  });
