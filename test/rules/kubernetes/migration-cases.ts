import type { Caught } from '../../support/rule-tester.ts';

const moved = (
  [removed, api, kind, deprecated, replacement]: readonly [string, string, string, string, string],
  header: string,
  body: string,
  fixed?: string,
): Caught => ({
  code: `apiVersion: ⟦${api}⟧\nkind: ${kind}\n${header}${body}`,
  says: `Kubernetes ${removed} removed \`${api}\` of ${kind} (deprecated in ${deprecated}), and the target is 1.36. Use \`${replacement}\`.`,
  ...(fixed === undefined ? {} : { fixed: `apiVersion: ${replacement}\nkind: ${kind}\n${header}${fixed}` }),
});

const META = 'metadata:\n  name: web\n';

const ingress = (body: string, fixed?: string): Caught =>
  moved(['1.22', 'networking.k8s.io/v1beta1', 'Ingress', '1.19', 'networking.k8s.io/v1'], META, body, fixed);
const oldIngress = (body: string, fixed?: string): Caught =>
  moved(['1.22', 'extensions/v1beta1', 'Ingress', '1.14', 'networking.k8s.io/v1'], META, body, fixed);
const autoscaler = (body: string, fixed?: string): Caught =>
  moved(['1.25', 'autoscaling/v2beta1', 'HorizontalPodAutoscaler', '1.22', 'autoscaling/v2'], META, body, fixed);
const budget = (body: string, fixed?: string): Caught =>
  moved(['1.25', 'policy/v1beta1', 'PodDisruptionBudget', '1.21', 'policy/v1'], META, body, fixed);
const webhooks = (body: string, fixed?: string): Caught =>
  moved(
    ['1.22', 'admissionregistration.k8s.io/v1beta1', 'ValidatingWebhookConfiguration', '1.16', 'admissionregistration.k8s.io/v1'],
    META,
    body,
    fixed,
  );
const definition = (body: string, fixed?: string): Caught =>
  moved(
    ['1.22', 'apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', '1.16', 'apiextensions.k8s.io/v1'],
    META,
    body,
    fixed,
  );
const levels = (version: string, removed: string, deprecated: string, body: string, fixed?: string): Caught =>
  moved(
    [
      removed,
      `flowcontrol.apiserver.k8s.io/${version}`,
      'PriorityLevelConfiguration',
      deprecated,
      'flowcontrol.apiserver.k8s.io/v1',
    ],
    META,
    body,
    fixed,
  );

/** What moving to another version of an API changes, kind by kind. */
export const MIGRATION_CASES: readonly Caught[] = [
  ingress(
    `spec:
  backend: # the rest
    serviceName: rest # kept
    servicePort: 80 # kept as well
  rules:
    - host: example.com
      http:
        paths:
          - path: /
            backend:
              serviceName: "web"
              servicePort: http
          - path: /api
            pathType: Prefix
            backend:
              # the other way round
              servicePort: 8080
              serviceName: api
          - backend:
              serviceName: last
              servicePort: 1
`,
    `spec:
  defaultBackend: # the rest
    service:
      name: rest # kept
      port:
        number: 80 # kept as well
  rules:
    - host: example.com
      http:
        paths:
          - path: /
            pathType: ImplementationSpecific
            backend:
              service:
                name: "web"
                port:
                  name: http
          - path: /api
            pathType: Prefix
            backend:
              # the other way round
              service:
                port:
                  number: 8080
                name: api
          - backend:
              service:
                name: last
                port:
                  number: 1
            pathType: ImplementationSpecific
`,
  ),
  oldIngress(
    'spec:\n  rules:\n  - http:\n      paths: [{path: /, backend: {serviceName: web, servicePort: 80}}]\n',
    'spec:\n  rules:\n  - http:\n      paths: [{path: /, pathType: ImplementationSpecific, backend: {service: { name: web, port: { number: 80 } }}}]\n',
  ),
  // The service may be written by a template, but whether the port is a number must be known.
  oldIngress(
    'spec:\n    rules:\n        - http:\n              paths:\n                  - pathType: Exact\n                    backend:\n                        serviceName: {{ .Release.Name }}\n                        servicePort: 80\n',
    'spec:\n    rules:\n        - http:\n              paths:\n                  - pathType: Exact\n                    backend:\n                        service:\n                          name: {{ .Release.Name }}\n                          port:\n                            number: 80\n',
  ),
  oldIngress(
    'spec:\n  rules:\n  - http:\n      paths:\n      - backend:\n          serviceName: web\n          servicePort: {{ .Values.port }}\n',
  ),
  oldIngress('spec:\n  rules:\n  {{- range .Values.hosts }}\n  {{- end }}\n'),
  oldIngress(
    'spec:\n  rules:\n  - http:\n      paths:\n      - backend:\n          serviceName: web\n          servicePort: "80"\n',
  ),
  oldIngress('spec:\n  backend:\n    serviceName: web\n'),
  autoscaler(
    `spec:
  metrics:
    - type: Resource
      resource:
        name: cpu
        targetAverageUtilization: {{ .Values.cpu }} # percent
    - type: Pods
      pods:
        metricName: requests
        targetAverageValue: 1k
    - type: Object
      object:
        target: { kind: Service, name: web }
        metricName: hits
        targetValue: "10"
    - type: External
      external: { metricName: queue, targetAverageValue: 30 }
`,
    `spec:
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .Values.cpu }} # percent
    - type: Pods
      pods:
        metric:
          name: requests
        target:
          type: AverageValue
          averageValue: 1k
    - type: Object
      object:
        describedObject: { kind: Service, name: web }
        metric:
          name: hits
        target:
          type: Value
          value: "10"
    - type: External
      external: { metric: { name: queue }, target: { type: AverageValue, averageValue: 30 } }
`,
  ),
  autoscaler('spec:\n  maxReplicas: 3\n', 'spec:\n  maxReplicas: 3\n'),
  autoscaler(
    'spec:\n  metrics:\n  - type: External\n    external:\n      metricName: q\n      metricSelector: {}\n      targetValue: 1\n',
  ),
  autoscaler('spec:\n  metrics:\n  - type: Resource\n    resource:\n      name: cpu\n'),
  moved(['1.6', 'extensions/v1beta1', 'HorizontalPodAutoscaler', '1.2', 'autoscaling/v1'], META, 'spec:\n  scaleRef: {}\n'),
  moved(
    ['1.26', 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.23', 'autoscaling/v2'],
    META,
    'spec:\n  metrics: []\n',
    'spec:\n  metrics: []\n',
  ),
  budget('spec:\n  selector:\n    matchLabels: {a: b}\n', 'spec:\n  selector:\n    matchLabels: {a: b}\n'),
  budget('spec:\n  selector: {}\n', 'spec:\n  selector: {}\n'),
  webhooks(
    'webhooks:\n  - name: a\n    sideEffects: None\n    failurePolicy: Fail\n    timeoutSeconds: 5\n  - name: b\n    admissionReviewVersions: [v1]\n    matchPolicy: Equivalent\n    sideEffects: Unknown\n',
    'webhooks:\n  - name: a\n    sideEffects: None\n    failurePolicy: Fail\n    timeoutSeconds: 5\n    admissionReviewVersions:\n      - v1beta1\n    matchPolicy: Exact\n  - name: b\n    admissionReviewVersions: [v1]\n    matchPolicy: Equivalent\n    sideEffects: None\n    failurePolicy: Ignore\n    timeoutSeconds: 30\n',
  ),
  webhooks('webhooks:\n  - name: {{ .Release.Name }}\n    sideEffects: None\n'),
  definition(
    'spec:\n  version: v1\n  preserveUnknownFields: false\n  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema: {type: object}\n      additionalPrinterColumns:\n        - name: Age\n          JSONPath: .metadata.age\n',
    'spec:\n  preserveUnknownFields: false\n  scope: Namespaced\n  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema: {type: object}\n      additionalPrinterColumns:\n        - name: Age\n          jsonPath: .metadata.age\n',
  ),
  definition('spec:\n  version: v1\n  validation:\n    openAPIV3Schema: {}\n'),
  definition(
    'spec:\n  scope: Cluster\n  conversion: {strategy: Webhook}\n  versions:\n    - name: v1\n      schema: {openAPIV3Schema: {type: object}}\n',
  ),
  levels(
    'v1beta1',
    '1.26',
    '1.23',
    'spec:\n  limited:\n    assuredConcurrencyShares: 10\n',
    'spec:\n  limited:\n    nominalConcurrencyShares: 10\n',
  ),
  levels('v1beta3', '1.32', '1.29', 'spec:\n  limited:\n    nominalConcurrencyShares: 0\n'),
  moved(
    ['1.24', 'node.k8s.io/v1alpha1', 'RuntimeClass', '1.20', 'node.k8s.io/v1'],
    META,
    'spec:\n  runtimeHandler: runsc # gVisor\n',
    'handler: runsc # gVisor\n',
  ),
  moved(
    ['1.24', 'node.k8s.io/v1alpha1', 'RuntimeClass', '1.20', 'node.k8s.io/v1'],
    META,
    'spec:\n  runtimeHandler: a\n  overhead: {}\n',
  ),
  moved(['1.25', 'node.k8s.io/v1beta1', 'RuntimeClass', '1.22', 'node.k8s.io/v1'], META, 'handler: runsc\n', 'handler: runsc\n'),
  moved(
    ['1.22', 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.19', 'certificates.k8s.io/v1'],
    META,
    'spec:\n  usages: [client auth]\n',
  ),
  moved(
    ['1.22', 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.19', 'certificates.k8s.io/v1'],
    META,
    'spec:\n  signerName: kubernetes.io/kube-apiserver-client\n  usages: [client auth]\n',
    'spec:\n  signerName: kubernetes.io/kube-apiserver-client\n  usages: [client auth]\n',
  ),
  moved(
    ['1.25', 'discovery.k8s.io/v1beta1', 'EndpointSlice', '1.21', 'discovery.k8s.io/v1'],
    META,
    'endpoints:\n  - topology: {}\n',
  ),
  moved(
    ['1.22', 'authorization.k8s.io/v1beta1', 'SubjectAccessReview', '1.19', 'authorization.k8s.io/v1'],
    '',
    'spec:\n  group: [dev]\n',
    'spec:\n  groups: [dev]\n',
  ),
  moved(
    ['1.22', 'rbac.authorization.k8s.io/v1alpha1', 'ClusterRoleBinding', '1.17', 'rbac.authorization.k8s.io/v1'],
    META,
    'subjects:\n  - apiVersion: v1\n    kind: User\n',
  ),
];
