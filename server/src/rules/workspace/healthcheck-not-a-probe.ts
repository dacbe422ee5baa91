import { kubernetesRule } from '../../engine/rule.ts';
import type { HealthcheckFact } from '../../model/dockerfile/index.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { type NewValue, setPath, stringSource } from '../../model/yaml/index.ts';
import { editSource, fixOf } from '../kubernetes/support/edits.ts';
import { oncePerSpan } from '../kubernetes/support/once-per-span.ts';
import { PROBES } from '../kubernetes/support/probes.ts';
import { seconds } from './support/duration.ts';
import { ownServices } from './support/own-images.ts';

/** https://docs.docker.com/reference/dockerfile/#healthcheck */
const DOCKER_DEFAULTS = { interval: 30, timeout: 30, retries: 3 };
const KUBERNETES_FAILURES = 3;

export const healthcheckNotAProbe = kubernetesRule(
  {
    id: 'workspace/healthcheck-not-a-probe',
    title: 'Health check of the image that Kubernetes ignores',
    why: 'Kubernetes never runs the HEALTHCHECK of an image. A container whose Dockerfile has one, but which has no probe, is not watched at all in the cluster. Give it a probe with the same command: a readiness probe takes a pod that fails out of its Service, a liveness probe restarts it.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      ignored:
        'Kubernetes ignores the HEALTHCHECK of the image built from {dockerfile}, and container `{container}` has no probe. Give it one with the same command.',
    },
    aliases: [],
    references: [
      'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'https://docs.docker.com/reference/dockerfile/#healthcheck',
    ],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { workload, container, name, image, built } of ownServices(context)) {
      const { healthcheck } = built.facts;
      if (!healthcheck) continue;
      // Another program than the image's may need another check.
      if ([...PROBES, 'command', 'args'].some((key) => lookup(container.node, key).state !== 'absent')) continue;
      const source = editSource(context.file, workload.resource);
      const fixes = [
        { field: 'readinessProbe', probe: probeOf(healthcheck) },
        { field: 'livenessProbe', probe: probeOf(healthcheck, seconds(healthcheck.startPeriod, 0)) },
      ].flatMap(({ field, probe }) =>
        fixOf(
          `Add a \`${field}\` with the same command`,
          'suggested',
          probe ? setPath(source, container.node, [field], probe) : undefined,
        ),
      );
      yield {
        message: 'ignored',
        data: { container: name, dockerfile: built.path },
        span: image.span,
        related: [{ path: built.path, span: healthcheck.span, note: 'The image has this check.' }],
        fixes,
        key: container.key,
      };
    }
  }),
);

/** The check as a probe, with Docker's defaults written out where those of Kubernetes differ; undefined when part of it is not known. */
function probeOf({ command, interval, timeout, retries }: HealthcheckFact, delay: number | undefined = 0): NewValue | undefined {
  const period = seconds(interval, DOCKER_DEFAULTS.interval);
  const limit = seconds(timeout, DOCKER_DEFAULTS.timeout);
  const failures = retries === undefined ? DOCKER_DEFAULTS.retries : /^\d{1,4}$/.test(retries) ? Number(retries) : undefined;
  if (!command || period === undefined || limit === undefined || failures === undefined) return undefined;
  return {
    exec: { command: command.map(stringSource) },
    ...(delay > 0 && { initialDelaySeconds: String(delay) }),
    periodSeconds: String(period),
    timeoutSeconds: String(limit),
    ...(failures !== 0 && failures !== KUBERNETES_FAILURES && { failureThreshold: String(failures) }),
  };
}
