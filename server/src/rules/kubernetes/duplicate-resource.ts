import { kubernetesRule } from '../../engine/rule.ts';
import type { ResourceFact } from '../../model/kubernetes/index.ts';
import { type Located, related } from './support/located.ts';
import { perFiles } from './support/per-files.ts';
import { unitOf } from './support/unit.ts';

export const duplicateResource = kubernetesRule(
  {
    id: 'kubernetes/duplicate-resource',
    title: 'Resource defined twice',
    why: 'Two objects of one kind, name and namespace are one object for the cluster: the one that is applied last overwrites the other, and which that is depends on the order of files. Usually a copy was not renamed. Kustomize refuses such files.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      same: '{kind} `{name}` is defined a second time here. One overwrites the other. Rename or delete one.',
      elsewhere: '{kind} `{name}` is also defined in {path}. One overwrites the other. Rename or delete one.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.resources.length === 0 || model.isTemplate) return;
    const unit = unitOf(file.path, env.workspace);
    const groups = identities(unit.files);
    const areAlternatives = unit.kind === 'folder' && acrossFiles(groups) > 1;
    for (const [key, definitions] of groups) {
      for (const each of definitions) {
        if (each.path !== file.path) continue;
        // Told at every definition but the first.
        const first = definitions.find((other) => unit.areTogether(other.path, file.path));
        if (!first || first === each) continue;
        const { kind, name = '', nameSpan } = each.fact;
        const where = { span: nameSpan, related: [related(file.path, first, 'It is defined here first.')], key };
        if (first.path === file.path) yield { message: 'same', data: { kind, name }, ...where };
        // Files of a plain folder may be alternatives, of which only one is applied: the more they repeat, the surer.
        else if (!areAlternatives) {
          const severity = unit.kind === 'folder' ? ('info' as const) : ('medium' as const);
          yield { message: 'elsewhere', data: { kind, name, path: first.path }, severity, ...where };
        }
      }
    }
  },
);

/** Kind, group, namespace and name; undefined where the API server makes the name up, or it is not literal. */
const identity = ({ kind, group, name, namespace }: ResourceFact): string | undefined =>
  name === undefined || kind === '' ? undefined : `${kind}.${group}/${namespace ?? ''}/${name}`;

/** How many objects are defined in more than one file. */
const acrossFiles = (groups: ReadonlyMap<string, readonly Located<ResourceFact>[]>): number =>
  [...groups.values()].filter((definitions) => new Set(definitions.map(({ path }) => path)).size > 1).length;

/** The definitions of each object, in the order of files and lines. */
const identities = perFiles((files) => {
  const groups = new Map<string, Located<ResourceFact>[]>();
  for (const [path, { resources, isTemplate }] of files) {
    if (isTemplate) continue;
    for (const fact of resources) {
      const key = fact.isPatch ? undefined : identity(fact);
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group) group.push({ path, fact });
      else groups.set(key, [{ path, fact }]);
    }
  }
  return groups;
});
