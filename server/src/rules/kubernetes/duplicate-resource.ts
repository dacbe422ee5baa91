import { Memo, remembered } from '../../base/memo.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { ResourceFact } from '../../model/kubernetes/index.ts';
import { type Located, related } from './support/located.ts';
import { type Unit, unitOf } from './support/unit.ts';
import { append } from './support/neighbourhood.ts';

export const duplicateResource = kubernetesRule(
  {
    id: 'kubernetes/duplicate-resource',
    title: 'Resource defined twice',
    why: 'Two objects of one kind, name and namespace are one object for the cluster: the one that is applied last overwrites the other, and which that is depends on the order of files. Mostly a copy was not renamed. Kustomize refuses such files.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      same: '{kind} `{name}` is defined a second time here. One overwrites the other.',
      elsewhere: '{kind} `{name}` is also defined in {path}. One overwrites the other.',
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
    const { byKey, byPath } = IDENTITIES.of(unit);
    for (const key of byPath.get(file.path) ?? []) {
      const definitions = byKey.get(key) ?? [];
      // Told at every definition but the first.
      const first = definitions.find((other) => unit.areTogether(other.path, file.path));
      for (const each of definitions) {
        if (each.path !== file.path || !first || first === each) continue;
        const { kind, name = '', nameSpan } = each.fact;
        const where = { span: nameSpan, related: [related(file.path, first, 'It is defined here first.')], key };
        if (first.path === file.path) yield { message: 'same', data: { kind, name }, ...where };
        // Files of a plain folder may be alternatives, of which only one is applied.
        else {
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

/** The definitions of each object, in the order of files and lines, and the objects of each file. */
const IDENTITIES = new Memo((unit: Unit) => {
  const byKey = new Map<string, Located<ResourceFact>[]>();
  const byPath = new Map<string, Set<string>>();
  for (const [path, { resources, isTemplate }] of unit.files) {
    if (isTemplate) continue;
    for (const fact of resources) {
      const key = fact.isPatch ? undefined : identity(fact);
      if (key === undefined) continue;
      append(byKey, key, { path, fact });
      remembered(byPath, path, () => new Set<string>()).add(key);
    }
  }
  return { byKey, byPath };
});
