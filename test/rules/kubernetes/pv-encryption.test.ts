import { pvEncryption } from '../../../server/src/rules/kubernetes/pv-encryption.ts';
import { testRule } from '../../support/rule-tester.ts';

const storage = (rest: string) =>
  `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  name: fast\nprovisioner: ebs.csi.aws.com\n${rest}`;
const unset = (cloud: string) =>
  `StorageClass \`fast\` does not ask ${cloud} to encrypt its volumes. Set \`parameters.encrypted\` to \`"true"\`.`;
const off = 'StorageClass `fast` tells AWS not to encrypt its volumes. Set `encrypted` to `"true"`.';
const volume = (name: string) =>
  `---\napiVersion: v1\nkind: PersistentVolume\nmetadata: { name: v }\nspec: { storageClassName: ${name}, csi: { driver: ebs.csi.aws.com, volumeHandle: v } }\n`;

testRule(pvEncryption, {
  clean: [
    storage('parameters:\n  type: gp3\n  encrypted: "true"\n'),
    storage('parameters: {{ .parameters }}\n'),
    storage('parameters: { encrypted: {{ .x }} }\n'),
    storage('parameters: { encrypted: "True" }\n') + volume('fast'),
    storage('').replace('ebs.csi.aws.com', 'pd.csi.storage.gke.io'),
    storage('').replace('ebs.csi.aws.com', 'disk.csi.azure.com'),
    storage('').replace('ebs.csi.aws.com', 'efs.csi.aws.com'),
    volume('fast'),
    'apiVersion: example.com/v1\nkind: StorageClass\nprovisioner: ebs.csi.aws.com\n',
  ],
  caught: [
    {
      code: storage('⟦parameters⟧:\n  type: gp3 # quick\n'),
      says: unset('AWS'),
      fixed: storage('parameters:\n  type: gp3 # quick\n  encrypted: "true"\n'),
    },
    { code: storage('').replace('fast', '⟦fast⟧'), says: unset('AWS'), fixed: storage('parameters:\n  encrypted: "true"\n') },
    {
      code: storage('parameters: { encrypted: ⟦"false"⟧ }\n'),
      says: off,
      fixed: storage('parameters: { encrypted: "true" }\n'),
    },
    {
      code: storage('⟦parameters⟧: {}\n').replace('ebs.csi.aws.com', 'diskplugin.csi.alibabacloud.com'),
      says: unset('Alibaba Cloud'),
      fixed: storage('parameters: { encrypted: "true" }\n').replace('ebs.csi.aws.com', 'diskplugin.csi.alibabacloud.com'),
    },
    {
      code: storage('parameters: { encrypted: ⟦"false"⟧ }\n') + volume('⟦fast⟧'),
      says: [
        off,
        'PersistentVolume `v` is of the class `fast`, which does not ask AWS to encrypt its volumes. Use a class that does.',
      ],
      fixed: storage('parameters: { encrypted: "true" }\n') + volume('fast'),
      left: 0,
    },
    {
      path: 'class.json',
      code: '{"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "fast"}, "provisioner": "kubernetes.io/aws-ebs", ⟦"parameters"⟧: {"type": "gp3"}}',
      says: unset('AWS'),
      fixed:
        '{"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "fast"}, "provisioner": "kubernetes.io/aws-ebs", "parameters": {"type": "gp3", "encrypted": "true"}}',
    },
  ],
});
