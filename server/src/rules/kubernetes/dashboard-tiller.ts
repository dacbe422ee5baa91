import { kubernetesRule } from '../../engine/rule.ts';
import { parseImage, type Resource, type Workload } from '../../model/kubernetes/index.ts';
import { at, stringOf, type YamlNode, type YamlScalar } from '../../model/yaml/index.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

const DASHBOARD_IMAGE = /(?:^|\/)(?:kubernetesui\/|kubernetes-dashboard(?:-|$|\/))/;
const TILLER = /(?:^|[-_./])tiller(?:$|[-_./])/;
const LABELS = ['app', 'k8s-app', 'app.kubernetes.io/name', 'name'];

export const dashboardTiller = kubernetesRule(
  {
    id: 'kubernetes/dashboard-tiller',
    title: 'Kubernetes dashboard or Tiller in the cluster',
    why: 'Tiller, the server of Helm 2, does whatever anyone in the cluster asks of it, usually as cluster administrator, and has had no updates since 2020. The dashboard shows and changes the whole cluster to whoever gets past its login, and open ones have been taken over often. Use Helm 3 or later, and reach the cluster through `kubectl` or a console that is not part of it.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      dashboard: '{resource} runs the Kubernetes dashboard. Remove it, or keep it out of clusters that matter.',
      tiller: '{resource} runs Tiller, which lets every pod change the cluster. Remove it and use Helm 3.',
      service: '{resource} makes Tiller reachable in the cluster. Remove it and use Helm 3.',
    },
    aliases: [
      'checkov:CKV_K8S_33',
      'checkov:CKV_K8S_34',
      'checkov:CKV_K8S_44',
      'checkov:CKV_K8S_45',
      'kics:dashboard_is_enabled',
      'kics:tiller_deployment_is_accessible_from_within_the_cluster',
      'kics:tiller_is_deployed',
      'kics:tiller_service_is_not_deleted',
      'kyverno:disallow-helm-tiller',
      'trivy:KSV-0102',
    ],
    references: ['C-0014', 'CWE-749', 'https://helm.sh/blog/helm-v2-deprecation-timeline/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const workload of model.workloads) {
      const { resource, title, key } = workload;
      const tiller = imageOf(workload, TILLER);
      const dashboard = imageOf(workload, DASHBOARD_IMAGE);
      const data = { resource: title };
      if (tiller || isTiller(resource, workload.labels))
        yield { message: 'tiller', data, span: tiller?.span ?? resource.nameSpan, key };
      else if (dashboard || isDashboard(resource, workload.labels))
        yield { message: 'dashboard', data, span: dashboard?.span ?? resource.nameSpan, key };
    }
    for (const resource of resourcesOfKind(model, 'Service', [''])) {
      if (!isTiller(resource, at(resource.node, 'spec', 'selector'))) continue;
      yield { message: 'service', data: { resource: titleOf(resource) }, span: resource.nameSpan, key: keyOfResource(resource) };
    }
  },
);

const imageOf = ({ containers }: Workload, pattern: RegExp): YamlScalar | undefined =>
  containers.flatMap(({ image }) => (image && pattern.test(parseImage(image.text)?.name ?? '') ? image : [])).at(0);

/** `helm init` named it `tiller-deploy` and labelled it `app: helm, name: tiller`. */
const isTiller = (resource: Resource, labels: YamlNode | undefined): boolean =>
  TILLER.test(resource.name ?? '') || hasLabel(resource, labels, TILLER);

const isDashboard = (resource: Resource, labels: YamlNode | undefined): boolean =>
  resource.name === 'kubernetes-dashboard' || hasLabel(resource, labels, /^kubernetes-dashboard$/);

const hasLabel = ({ node }: Resource, labels: YamlNode | undefined, pattern: RegExp): boolean =>
  [at(node, 'metadata', 'labels'), labels].some((mapping) =>
    LABELS.some((name) => pattern.test(stringOf(at(mapping, name)) ?? '')),
  );
