import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import { asScalar, at, isNull, itemsOf, setPath, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isWhole, placeInPod } from './support/pod-field.ts';

const SERVICES: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'ReplicationController',
  'DeploymentConfig',
  'Rollout',
]);
const TASKS: ReadonlySet<string> = new Set(['Job', 'CronJob']);

export const restartPolicy = kubernetesRule(
  {
    id: 'kubernetes/restart-policy',
    title: 'Restart policy that the kind does not allow',
    why: 'A controller that keeps pods running accepts only `Always`, and a Job, which ends, accepts only `OnFailure` or `Never`; Kubernetes rejects everything else. A Job has to say it, because the default is `Always`. `OnFailure` tries again in the same pod, `Never` in a new one and keeps the old one for a look at its logs.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      service: 'Kubernetes rejects `restartPolicy: {policy}` in {workload}, whose pods must always run. Use `Always`.',
      task: 'Kubernetes rejects `restartPolicy: Always` in {workload}, whose pods must end. Use `OnFailure` or `Never`.',
      unset:
        '{workload} has no `restartPolicy`, and Kubernetes rejects the default, `Always`, there. Set `OnFailure` or `Never`.',
      failure: 'Kubernetes rejects `restartPolicy: OnFailure` in {workload} because of its `{field}`. Use `Never`.',
    },
    aliases: ['kube-score:CronJob RestartPolicy'],
    references: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const workload of context.model.workloads) {
      const { kind } = workload.resource;
      const found = lookup(workload.spec, 'restartPolicy');
      const policy = found.state === 'present' ? asScalar(found.node) : undefined;
      const { title, key } = workload;
      if (SERVICES.has(kind) && policy && (policy.text === 'OnFailure' || policy.text === 'Never')) {
        const fixes = fixOf('Use `Always`', 'safe', set(context, workload, 'Always'));
        yield { message: 'service', data: { policy: policy.text, workload: title }, span: policy.span, fixes, key };
      }
      if (!TASKS.has(kind)) continue;
      if (policy) yield* judged(context, workload, policy);
      else if (found.state === 'absent' && isWhole(workload) && hasContainers(workload))
        yield {
          message: 'unset',
          data: { workload: title },
          span: placeInPod(found, workload),
          fixes: choices(context, workload),
          key,
        };
    }
  },
);

function* judged(context: Context<'kubernetes'>, workload: Workload, { text, span }: YamlScalar) {
  const { title, key } = workload;
  const field = needsNever(workload);
  if (text === 'Always') {
    yield { message: 'task', data: { workload: title }, span, fixes: choices(context, workload), key } as const;
  } else if (text === 'OnFailure' && field !== undefined) {
    const fixes = fixOf('Use `Never`', 'safe', set(context, workload, 'Never'));
    yield { message: 'failure', data: { workload: title, field }, span, fixes, key } as const;
  }
}

const hasContainers = ({ spec }: Workload): boolean => itemsOf(at(spec, 'containers')).length > 0;

/** The field of a Job that works only with pods that are not restarted. */
function needsNever({ resource }: Workload): string | undefined {
  const job = resource.kind === 'CronJob' ? at(resource.node, 'spec', 'jobTemplate', 'spec') : at(resource.node, 'spec');
  return ['podFailurePolicy', 'backoffLimitPerIndex'].find((field) => !isNull(at(job, field)));
}

const set = ({ file }: Context<'kubernetes'>, { resource, spec }: Workload, policy: string) =>
  setPath(editSource(file, resource), spec, ['restartPolicy'], policy, 'containers');

/** Both are valid; which one is meant only a person can say. */
const choices = (context: Context<'kubernetes'>, workload: Workload) =>
  (needsNever(workload) === undefined ? ['OnFailure', 'Never'] : ['Never']).flatMap((policy) =>
    fixOf(`Use \`${policy}\``, 'suggested', set(context, workload, policy)),
  );
