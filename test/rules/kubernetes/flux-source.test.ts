import { fluxSource } from '../../../server/src/rules/kubernetes/flux-source.ts';
import { testRule } from '../../support/rule-tester.ts';

const plain = (source: string) => `${source} is fetched without encryption. Use HTTPS.`;
const insecure = (source: string) => `\`insecure: true\` fetches ${source} without encryption. Delete it.`;
const source = (kind: string, spec: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  interval: 1h\n  ${spec.replaceAll('\n', '\n  ')}\n`;

testRule(fluxSource, {
  clean: [
    source('GitRepository', 'url: https://github.com/o/r'),
    source('GitRepository', 'url: ssh://git@github.com/o/r'),
    source('HelmRepository', 'url: http://charts.web.svc.cluster.local:8080'),
    source('HelmRepository', 'url: http://{{ .host }}/charts'),
    source('Bucket', 'endpoint: minio\ninsecure: false'),
    source('OCIRepository', 'url: oci://ghcr.io/o/app'),
    { code: source('OCIRepository', 'url: oci://ghcr.io/team/app'), allowedRegistries: ['ghcr.io/team'] },
    { code: source('HelmRepository', 'url: https://charts.example.com'), allowedRegistries: ['ghcr.io'] },
    source('GitRepository', 'url: http://x/y').replace('source.toolkit.fluxcd.io', 'example.com'),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  url: http://x/y\n',
  ],
  caught: [
    {
      code: source('GitRepository', 'url: ⟦http://⟧git.example.com/o/r # why'),
      says: plain('GitRepository `web`'),
      fixed: source('GitRepository', 'url: https://git.example.com/o/r # why'),
    },
    {
      code: source('HelmRepository', 'url: "⟦http://⟧charts.example.com"'),
      says: plain('HelmRepository `web`'),
      fixed: source('HelmRepository', 'url: "https://charts.example.com"'),
    },
    {
      code: source('Bucket', 'endpoint: minio\ninsecure: ⟦true⟧\nbucketName: b'),
      says: insecure('Bucket `web`'),
      fixed: source('Bucket', 'endpoint: minio\nbucketName: b'),
    },
    {
      code: source('OCIRepository', "url: 'oci://⟦quay.io/o/app⟧'"),
      allowedRegistries: ['ghcr.io'],
      says: 'OCIRepository `web` comes from `quay.io`, which the configuration does not allow.',
    },
    {
      path: 'source.json',
      code: '{"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "GitRepository", "spec": {"url": "⟦git://⟧x.example/y"}}',
      says: plain('GitRepository'),
      fixed: '{"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "GitRepository", "spec": {"url": "https://x.example/y"}}',
    },
  ],
});
