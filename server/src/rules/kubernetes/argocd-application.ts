import type { Environment } from '../../engine/environment.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, asSequence, at, entryOf, itemsOf, replaceScalar, stringOf } from '../../model/yaml/index.ts';
import { choices } from './support/argo-choices.ts';
import { editSource, fixOf } from './support/edits.ts';

export const argocdApplication = kubernetesRule(
  {
    id: 'kubernetes/argocd-application',
    title: 'Argo CD project without limits',
    why: 'An AppProject says which repositories its Applications may take manifests from, which clusters and namespaces they go to, and which kinds they may create. The project `default` allows everything unless somebody changed it, and so does a `*`: whoever may write to one repository can then write to every cluster. Give each team a project that names what it needs.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      project:
        '{application} is in the project `default`, which allows everything unless somebody changed it. Use a project of its own.',
      both: '{application} has `{first}` and `{second}` in its {part}, and Argo CD takes only one of them. Delete the other.',
      neither: 'The {part} of {application} is not complete. Set `{first}` or `{second}`.',
      sources: 'AppProject `{project}` takes manifests from every repository. Name those that it needs.',
      destinations: 'AppProject `{project}` deploys to every namespace of {where}. Name those that it needs.',
      resources: 'AppProject `{project}` may create every kind of cluster-wide object. Name those that it needs.',
    },
    aliases: [
      'kyverno:application-field-validation',
      'kyverno:application-prevent-default-project',
      'kyverno:applicationset-name-matches-project',
      'kyverno:appproject-clusterresourceblacklist',
    ],
    references: ['CWE-732', 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    let projects: readonly string[] | undefined;
    for (const resource of model.resources) {
      const { kind, group, name = 'without a name', node } = resource;
      if (group !== 'argoproj.io') continue;
      if (kind === 'AppProject') yield* limits(resource);
      if (kind !== 'Application' && kind !== 'ApplicationSet') continue;
      yield* choices(resource);
      const path = kind === 'Application' ? ['spec', 'project'] : ['spec', 'template', 'spec', 'project'];
      const found = lookup(node, ...path);
      if (found.state !== 'present' || found.node.kind !== 'scalar' || found.node.text !== 'default') continue;
      const { node: project } = found;
      projects ??= projectsOf(env);
      const fixes = projects
        .slice(0, MOST_OFFERS)
        .flatMap((one) =>
          fixOf(`Use the project \`${one}\``, 'suggested', replaceScalar(editSource(file, resource), project, one)),
        );
      yield {
        message: 'project',
        data: { application: `${kind} \`${name}\`` },
        span: project.span,
        fixes,
        key: `${kind}/${name}`,
      };
    }
  },
);

const projectsOf = ({ workspace }: Environment): readonly string[] => {
  const resources = workspace.all('kubernetes').flatMap((facts) => facts[1].resources);
  const projects = resources.filter(
    ({ kind, group, name }) => kind === 'AppProject' && group === 'argoproj.io' && name !== 'default',
  );
  return [...new Set(projects.flatMap(({ name }) => name ?? []))];
};

/** More offers would not help to choose. */
const MOST_OFFERS = 3;

/** The wildcards of a project. A blacklist of everything takes the cluster-wide kinds away again. */
function* limits({ node, name: project = 'without a name' }: Resource) {
  const key = `AppProject/${project}`;
  for (const source of itemsOf(at(node, 'spec', 'sourceRepos'))) {
    if (stringOf(source) === '*') yield { message: 'sources', data: { project }, span: source.span, key } as const;
  }
  for (const destination of itemsOf(at(node, 'spec', 'destinations'))) {
    const namespace = asScalar(at(destination, 'namespace'));
    if (namespace?.text !== '*') continue;
    const place = stringOf(at(destination, 'server')) ?? stringOf(at(destination, 'name'));
    const where = place === '*' ? 'every cluster' : 'its cluster';
    yield { message: 'destinations', data: { project, where }, span: namespace.span, key } as const;
  }
  const isAll = (item: Parameters<typeof asMapping>[0]): boolean =>
    ['group', 'kind'].every((field) => stringOf(entryOf(asMapping(item), field)?.value) === '*');
  if (itemsOf(at(node, 'spec', 'clusterResourceBlacklist')).some(isAll)) return;
  for (const { value } of asSequence(at(node, 'spec', 'clusterResourceWhitelist'))?.items ?? []) {
    if (value && isAll(value)) yield { message: 'resources', data: { project }, span: value.span, key } as const;
  }
}
