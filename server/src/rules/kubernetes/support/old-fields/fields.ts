import { FIELDS, RECYCLE } from '../../../../knowledge/kubernetes/deprecated-fields.ts';
import { lookup, type Resource } from '../../../../model/kubernetes/index.ts';
import { deletePath, type EditSource, stringOf } from '../../../../model/yaml/index.ts';
import { fixOf } from '../edits.ts';
import type { Hit } from './hit.ts';

/** Each field with the kind that has it (`*`: any) and its path. */
const ROWS = [...FIELDS.values()].map((field) => {
  const [kind = '', path = ''] = field.name.split(':');
  return { field: { ...field, name: path }, kind, path: path.split('.') };
});

/** Deprecated fields of a resource itself; those of other groups are not Kubernetes' own. */
export function* oldFields(source: EditSource, { node, kind, group, name = '' }: Resource): Generator<Hit> {
  const key = `${kind}/${name}`;
  for (const { field, kind: owner, path } of ROWS) {
    if (owner !== '*' && (owner !== kind || group !== '')) continue;
    const found = lookup(node, ...path);
    if (found.state !== 'present') continue;
    const fixes =
      field.advice === 'leave it out' ? fixOf(`Delete \`${field.name}\``, 'safe', deletePath(source, node, path)) : [];
    yield { field, span: found.entry.key.span, fixes, key: `${key}/${field.name}` };
  }
  if (kind !== 'PersistentVolume' || group !== '') return;
  const policy = lookup(node, 'spec', 'persistentVolumeReclaimPolicy');
  if (policy.state === 'present' && stringOf(policy.node) === RECYCLE.name)
    yield { field: RECYCLE, span: policy.node.span, key: `${key}/${RECYCLE.name}` };
}
