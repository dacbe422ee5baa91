import { argocdApplication } from '../../../server/src/rules/kubernetes/argocd-application.ts';
import { testRule } from '../../support/rule-tester.ts';

const inDefault = (application: string) =>
  `${application} is in the project \`default\`, which allows everything unless somebody changed it. Use a project of its own.`;
const sources = 'AppProject `team` takes manifests from every repository. Name those that it needs.';
const destinations = (where: string) => `AppProject \`team\` deploys to every namespace of ${where}. Name those that it needs.`;
const resources = 'AppProject `team` may create every kind of cluster-wide object. Name those that it needs.';
const application = (project: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: web\nspec:\n  project: ${project}\n  source: { path: web }\n`;
const project = (spec: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: team\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;

testRule(argocdApplication, {
  clean: [
    application('team'),
    application('{{ .Values.project }}'),
    application(''),
    application('default').replace('argoproj.io', 'example.com'),
    project(
      'sourceRepos: [ https://github.com/o/* ]\ndestinations:\n  - { server: https://kubernetes.default.svc, namespace: web }',
    ),
    project('clusterResourceWhitelist:\n  - { group: "*", kind: Namespace }'),
    project('clusterResourceWhitelist:\n  - { group: "*", kind: "*" }\nclusterResourceBlacklist:\n  - { group: "*", kind: "*" }'),
    project('namespaceResourceWhitelist:\n  - { group: "*", kind: "*" }'),
  ],
  caught: [
    { code: application('⟦default⟧ # why'), says: inDefault('Application `web`') },
    {
      code: application('⟦"default"⟧'),
      files: { 'project.yaml': project('sourceRepos: []') },
      says: inDefault('Application `web`'),
      fixed: application('"team"'),
    },
    {
      code: 'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: all }\nspec:\n  template:\n    spec: { project: ⟦default⟧ }\n',
      says: inDefault('ApplicationSet `all`'),
    },
    { code: project("sourceRepos:\n  - ⟦'*'⟧"), says: sources },
    { code: project('destinations:\n  - namespace: ⟦"*"⟧\n    server: "*"'), says: destinations('every cluster') },
    {
      code: project('destinations:\n  - { namespace: ⟦"*"⟧, server: https://kubernetes.default.svc }'),
      says: destinations('its cluster'),
    },
    { code: project('clusterResourceWhitelist:\n  - ⟦group: "*"\n    kind: "*"⟧'), says: resources },
    {
      path: 'project.json',
      code: '{"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": "team"}, "spec": {"sourceRepos": [⟦"*"⟧]}}',
      says: sources,
    },
  ],
});
