import assert from 'node:assert/strict';
import { descriptionOf } from '../../server/src/knowledge/kubernetes/descriptions.ts';
import { allKinds, fieldsOf, isIn, kindOf, SCHEMA_MINORS, schemaMinor } from '../../server/src/knowledge/kubernetes/schema.ts';
import { NEWEST_KUBERNETES_VERSION, OLDEST_KUBERNETES_VERSION } from '../../server/src/knowledge/kubernetes-version.ts';

const field = (type: string, name: string) => fieldsOf(type).get(name) ?? assert.fail(`${type} has no ${name}`);

describe('the schema of Kubernetes', () => {
  it('covers the newest version', () => {
    assert.equal(`1.${SCHEMA_MINORS[1]}`, NEWEST_KUBERNETES_VERSION);
    assert.equal(`1.${SCHEMA_MINORS[0]}`, OLDEST_KUBERNETES_VERSION);
  });

  it('answers for the nearest version that it covers', () => {
    assert.equal(schemaMinor('1.34'), 34);
    assert.equal(schemaMinor('v1.33.2'), 33);
    assert.equal(schemaMinor('1.9'), SCHEMA_MINORS[0]);
    assert.equal(schemaMinor('1.99'), SCHEMA_MINORS[1]);
    assert.equal(schemaMinor('latest'), SCHEMA_MINORS[1]);
  });

  it('knows kinds and when they are served', () => {
    assert.equal(kindOf('apps/v1', 'Deployment')?.type, 'V1Deployment');
    assert.equal(kindOf('v1', 'Event')?.type, 'CoreV1Event');
    assert.equal(kindOf('extensions/v1beta1', 'Deployment'), undefined);
    const policy = kindOf('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy');
    assert.deepEqual(
      [29, 30].map((minor) => policy && isIn(policy, minor)),
      [false, true],
    );
    assert.ok([...allKinds()].length > 100);
  });

  it('knows the shape of fields', () => {
    assert.deepEqual(field('V1PodSpec', 'containers'), {
      name: 'containers',
      shape: 'list',
      scalar: undefined,
      type: 'V1Container',
      values: undefined,
      keys: ['name'],
      required: { since: 28, until: 36 },
      isDeprecated: false,
      since: 28,
      until: 36,
    });
    assert.deepEqual(field('V1ResourceRequirements', 'limits').scalar, 'quantity');
    assert.equal(field('V1ResourceRequirements', 'limits').shape, 'map');
    assert.equal(field('V1ServicePort', 'targetPort').scalar, 'int-or-string');
    assert.equal(field('V1UserInfo', 'extra').shape, 'map of lists');
    assert.deepEqual(field('V1Container', 'imagePullPolicy').values, ['Always', 'IfNotPresent', 'Never']);
    assert.deepEqual(field('V1NetworkPolicySpec', 'policyTypes').values, ['Egress', 'Ingress']);
    assert.equal(field('V1JSONSchemaProps', '$ref').scalar, 'string');
    assert.equal(field('V1JSONSchemaProps', 'default').scalar, 'any');
    assert.equal(field('V1NetworkPolicyPeer', 'podSelector').type, 'V1LabelSelector');
  });

  it('knows what changed between versions', () => {
    assert.equal(field('V1Container', 'restartPolicyRules').since, 34);
    const { required } = field('V1StatefulSetSpec', 'serviceName');
    assert.deepEqual(required, { since: 28, until: 32 });
    assert.equal(field('V1PodSpec', 'workloadRef').since, 35);
    assert.equal(field('V1PodSpec', 'workloadRef').until, 35);
    assert.ok(field('V1Volume', 'gitRepo').isDeprecated);
  });

  it('refers only to types that it has', () => {
    const pending = [...allKinds()].map(({ type }) => type);
    const seen = new Set<string>();
    for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
      if (seen.has(type)) continue;
      seen.add(type);
      for (const { type: of } of fieldsOf(type).values()) if (of !== undefined) pending.push(of);
    }
    const empty = [...seen].filter((type) => fieldsOf(type).size === 0);
    assert.deepEqual(empty, []);
  });

  it('describes fields', () => {
    assert.equal(descriptionOf('V1Container', 'workingDir'), "Container's working directory.");
    assert.equal(descriptionOf('V1Container', 'nothing'), undefined);
  });
});
