import { VOLUME_ENCRYPTION } from '../../knowledge/volume-encryption.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, setPath, stringOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { resourcesOfKind } from './support/resource-title.ts';

export const pvEncryption = kubernetesRule(
  {
    id: 'kubernetes/pv-encryption',
    title: 'Storage class without encryption',
    why: 'Volumes of this class are written to the disks of the cloud in the clear unless the account encrypts all of them. Snapshots and copies then hold the data in the clear as well. Set the parameter of the driver; a class cannot be changed, so it is deleted and made anew, and existing volumes stay as they are.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: 'StorageClass `{name}` does not ask {cloud} to encrypt its volumes. Set `parameters.{parameter}` to `"true"`.',
      off: 'StorageClass `{name}` tells {cloud} not to encrypt its volumes. Set `{parameter}` to `"true"`.',
      volume:
        'PersistentVolume `{name}` is of the class `{storage}`, which does not ask {cloud} to encrypt its volumes. Use a class that does.',
    },
    aliases: ['kubescape:pv-without-encryption'],
    references: ['Kubescape C-0264', 'https://kubernetes.io/docs/concepts/storage/storage-classes/', 'CWE-311'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    const open = new Map<string, Unencrypted>();
    for (const storage of resourcesOfKind(model, 'StorageClass', ['storage.k8s.io'])) {
      const found = unencrypted(storage);
      if (!found) continue;
      const { cloud, parameter, message, span } = found;
      const name = storage.name ?? '';
      open.set(name, found);
      const edits = setPath(editSource(file, storage), storage.node, ['parameters', parameter], '"true"');
      const fixes = fixOf(`Set \`${parameter}: "true"\``, 'suggested', edits);
      yield { message, data: { name, cloud, parameter }, span, fixes, key: `StorageClass/${name}` };
    }
    for (const { node, name = '' } of resourcesOfKind(model, 'PersistentVolume', [''])) {
      const storage = asScalar(at(node, 'spec', 'storageClassName'));
      const found = storage && open.get(storage.text);
      if (storage && found)
        yield {
          message: 'volume',
          data: { name, storage: storage.text, cloud: found.cloud },
          span: storage.span,
          key: `PersistentVolume/${name}`,
        };
    }
  },
);

type Unencrypted = NonNullable<ReturnType<typeof unencrypted>>;

/** Why the volumes of a class are not encrypted, and where that is said. */
function unencrypted({ node, isPartial, nameSpan }: Resource) {
  const provisioner = lookup(node, 'provisioner');
  const driver = provisioner.state === 'present' ? stringOf(provisioner.node) : undefined;
  const row = VOLUME_ENCRYPTION.find((one) => one.provisioner === driver);
  if (!row) return undefined;
  const found = lookup(node, 'parameters', row.parameter);
  if (found.state === 'absent')
    return isPartial ? undefined : ({ ...row, message: 'unset', span: found.near ?? nameSpan } as const);
  const value = found.state === 'present' ? asScalar(found.node) : undefined;
  return value?.text.toLowerCase() === 'false' ? ({ ...row, message: 'off', span: value.span } as const) : undefined;
}
