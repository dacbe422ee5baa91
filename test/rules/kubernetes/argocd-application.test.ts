import { argocdApplication } from '../../../server/src/rules/kubernetes/argocd-application.ts';
import { testRule } from '../../support/rule-tester.ts';

const inDefault = (application: string) =>
  `${application} is in the project \`default\`, which allows everything unless somebody changed it. Use a project of its own.`;
const sources = 'AppProject `team` takes manifests from every repository. Name those that it needs.';
const destinations = (where: string) => `AppProject \`team\` deploys to every namespace of ${where}. Name those that it needs.`;
const resources = 'AppProject `team` may create every kind of cluster-wide object. Name those that it needs.';
const application = (project: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: web\nspec:\n  project: ${project}\n  source: { path: web }\n`;
const placed = (source: string, destination: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: web\nspec:\n  project: team\n  source: ${source}\n  destination: ${destination}\n`;
const project = (spec: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: team\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;

testRule(argocdApplication, {
  clean: [
    placed("{ repoURL: a, path: b, chart: '' }", '{ server: s, name: "", namespace: n }'),
    placed('{ repoURL: a, path: b }', '{ name: in-cluster, namespace: n }'),
    placed('{ repoURL: a, chart: b }', '{ server: s }').replace('source: {', 'sources:\n  - { repoURL: a, ref: values }\n  - {'),
    placed('{{ .Values.source }}', '{{ .Values.destination }}'),
    placed('{ repoURL: a, {{ .a }} }', '{ server: {{ .s }} }'),
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
    {
      code: placed('{ repoURL: a, path: b, ⟦chart⟧: c }', '{ server: s, namespace: n }'),
      says: 'Application `web` has `path` and `chart` in its source, and Argo CD takes only one of them. Delete the other.',
    },
    {
      code: placed('{ repoURL: a, path: b }', '{ ⟦namespace⟧: n }'),
      says: 'The destination of Application `web` is not complete. Set `server` or `name`.',
    },
    {
      code: placed('{ repoURL: a, path: b }', '{ name: in-cluster, ⟦server⟧: s }'),
      says: 'Application `web` has `server` and `name` in its destination, and Argo CD takes only one of them. Delete the other.',
    },
    {
      code: placed('{ repoURL: a, chart: b }', '{ name: in-cluster }').replace(
        'source: {',
        'sources:\n  - { ⟦repoURL⟧: a }\n  - {',
      ),
      says: 'The source of Application `web` is not complete. Set `path` or `chart`.',
    },
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
