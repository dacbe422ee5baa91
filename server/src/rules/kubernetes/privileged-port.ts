import { kubernetesRule } from '../../engine/rule.ts';
import { numberAt } from '../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf } from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

const FIRST_UNPRIVILEGED = 1024;

export const privilegedPort = kubernetesRule(
  {
    id: 'kubernetes/privileged-port',
    title: 'Container listens below port 1024',
    why: 'Ports below 1024 are reserved for root and for programs with the capability `NET_BIND_SERVICE`, so a program that listens there is often run with more privileges than it needs. Let it listen on 8080 or 8443, and keep the well-known port for the Service.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      low: 'Container `{container}` listens on port {port}, which needs privileges. Use a port from 1024 on and map it in the Service.',
    },
    aliases: ['kube-linter:privileged-ports', 'trivy:KSV-0117'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service', 'CWE-250'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { container, name } of targetsOf(model)) {
      for (const item of itemsOf(at(container.node, 'ports'))) {
        const port = numberAt(asMapping(item), 'containerPort');
        if (port === undefined || port === 'unknown' || port.value < 1 || port.value >= FIRST_UNPRIVILEGED) continue;
        const value = String(port.value);
        yield {
          message: 'low',
          data: { container: name, port: value },
          span: port.node.span,
          key: `${container.key}/ports/${value}`,
        };
      }
    }
  }),
);
