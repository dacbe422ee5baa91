import { unknownKind } from '../../../server/src/rules/kubernetes/unknown-kind.ts';
import { testRule } from '../../support/rule-tester.ts';

const object = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind} # c\nmetadata: { name: a }\n`;
const moved = (version: string, kind: string, near: string) =>
  `\`${version}\` has no kind \`${kind}\`. Use \`apiVersion: ${near}\`.`;
const near = (version: string, kind: string, meant: string) =>
  `\`${version}\` has no kind \`${kind}\`. Did you mean \`${meant}\`?`;
const crd =
  'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, names: { kind: Widget }, versions: [ { name: v1 } ] }\n';

testRule(unknownKind, {
  clean: [
    object('apps/v1', 'Deployment'),
    object('v1', 'List'),
    object('v1', 'PodList'),
    // Groups that are not Kubernetes' own.
    object('example.com/v1', 'Widget'),
    object('skaffold/v4beta1', 'Config'),
    object('kustomize.config.k8s.io/v1beta1', 'Kustomization'),
    object('serving.knative.dev/v1', 'Service'),
    // Others' kinds in its groups: kubeconfig, OpenShift.
    object('v1', 'Config'),
    object('v1', 'Template'),
    // The past is for other rules.
    object('extensions/v1beta1', 'Deployment'),
    object('apps/v1beta1', 'Deployment'),
    object('policy/v1beta1', 'PodSecurityPolicy'),
    object('autoscaling/v2beta2', 'HorizontalPodAutoscaler'),
    { code: object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'), kubernetesVersion: '1.30' },
    { code: object('policy/v1', 'PodDisruptionBudget'), kubernetesVersion: '1.21' },
    { code: object('apps/v1', 'Deployment'), kubernetesVersion: '1.18' },
    { code: object('example.com/v1', 'Gadget'), files: { 'crd.yaml': crd } },
    object('v1', '{{ .kind }}'),
    object('${VERSION}', 'Deployment'),
    { code: object('example.com/v1', 'Widget'), files: { 'crd.yaml': crd } },
  ],
  caught: [
    {
      code: object('apps/v1', '⟦Deploymnet⟧'),
      says: near('apps/v1', 'Deploymnet', 'Deployment'),
      fixed: object('apps/v1', 'Deployment'),
    },
    { code: object('v1', '⟦configmap⟧'), says: near('v1', 'configmap', 'ConfigMap'), fixed: object('v1', 'ConfigMap') },
    { code: object('⟦v1⟧', 'Deployment'), says: moved('v1', 'Deployment', 'apps/v1'), fixed: object('apps/v1', 'Deployment') },
    {
      code: object('⟦apps/v2⟧', 'Deployment'),
      says: moved('apps/v2', 'Deployment', 'apps/v1'),
      fixed: object('apps/v1', 'Deployment'),
    },
    {
      code: object('⟦"networking.k8.io/v1"⟧', 'Ingress'),
      says: moved('networking.k8.io/v1', 'Ingress', 'networking.k8s.io/v1'),
      fixed: object('"networking.k8s.io/v1"', 'Ingress'),
    },
    {
      code: object('⟦rbac/v1⟧', 'Role'),
      says: moved('rbac/v1', 'Role', 'rbac.authorization.k8s.io/v1'),
      fixed: object('rbac.authorization.k8s.io/v1', 'Role'),
    },
    { code: object('batch/v1', '⟦Spaceship⟧'), says: '`batch/v1` has no kind `Spaceship`. Correct the kind or the API version.' },
    {
      code: object('⟦example.com/v2⟧', 'Widget'),
      files: { 'crd.yaml': crd },
      says: 'The CustomResourceDefinition of `Widget` has no version `v2`. Use `example.com/v1`.',
      fixed: object('example.com/v1', 'Widget'),
    },
    {
      code: object('example.com/v1', '⟦Wigdet⟧'),
      files: { 'crd.yaml': crd },
      says: near('example.com/v1', 'Wigdet', 'Widget'),
      fixed: object('example.com/v1', 'Widget'),
    },
    // Versions that the target does not serve yet.
    {
      code: object('⟦resource.k8s.io/v1⟧', 'DeviceClass'),
      kubernetesVersion: '1.30',
      severity: 'high',
      says: '`resource.k8s.io/v1` serves `DeviceClass` only from Kubernetes 1.34 on, and the target is 1.30. Raise the target.',
    },
    {
      code: object('⟦policy/v1⟧', 'PodDisruptionBudget'),
      kubernetesVersion: '1.18',
      severity: 'high',
      says: '`policy/v1` serves `PodDisruptionBudget` only from Kubernetes 1.21 on, and the target is 1.18. Raise the target.',
    },
    {
      code: object('⟦admissionregistration.k8s.io/v1⟧', 'ValidatingAdmissionPolicy'),
      kubernetesVersion: 'v1.28.3',
      severity: 'high',
      says: '`admissionregistration.k8s.io/v1` serves `ValidatingAdmissionPolicy` only from Kubernetes 1.30 on, and the target is v1.28.3. Use `apiVersion: admissionregistration.k8s.io/v1beta1`.',
      fixed: object('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy'),
    },
  ],
});
