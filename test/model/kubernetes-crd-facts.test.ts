import assert from 'node:assert/strict';
import { kubernetesFacts, parseKubernetes } from '../../server/src/model/kubernetes/index.ts';

const crdsOf = (text: string) => kubernetesFacts(parseKubernetes(text)).crds;
const definition = (versions: string, head = 'apiextensions.k8s.io/v1') =>
  `apiVersion: ${head}\nkind: CustomResourceDefinition\nmetadata: { name: w }\nspec:\n  group: example.com\n  names: { kind: Widget }\n${versions}`;

describe('facts of CustomResourceDefinitions', () => {
  it('are the schemas of all versions, cut down to shapes', () => {
    const schema =
      '{ type: object, description: x, required: [ spec ], properties: { spec: { type: object, properties: { size: { x-kubernetes-int-or-string: true }, mode: { type: string, enum: [ a, b ] }, at: { type: string, format: date-time }, tags: { type: array, items: { type: string } }, labels: { type: object, additionalProperties: { type: string } }, raw: { type: object, x-kubernetes-preserve-unknown-fields: true } } } } }';
    assert.deepEqual(
      crdsOf(definition(`  versions:\n    - name: v1\n      schema: { openAPIV3Schema: ${schema} }\n    - name: v2\n`)),
      [
        {
          group: 'example.com',
          kind: 'Widget',
          versions: [
            {
              name: 'v1',
              schema: {
                type: 'object',
                required: ['spec'],
                properties: {
                  spec: {
                    type: 'object',
                    properties: {
                      size: { isIntOrString: true },
                      mode: { type: 'string', values: ['a', 'b'] },
                      at: { type: 'string', format: 'date-time' },
                      tags: { type: 'array', items: { type: 'string' } },
                      labels: { type: 'object', additional: { type: 'string' } },
                      raw: { type: 'object', isOpen: true },
                    },
                  },
                },
              },
            },
            { name: 'v2', schema: undefined },
          ],
        },
      ],
    );
  });

  it('read the form of v1beta1', () => {
    const [crd] = crdsOf(
      definition(
        '  version: v1\n  preserveUnknownFields: false\n  validation: { openAPIV3Schema: { type: object } }\n',
        'apiextensions.k8s.io/v1beta1',
      ),
    );
    assert.deepEqual(crd?.versions, [{ name: 'v1', schema: { type: 'object' } }]);
  });

  it('say nothing of the shape where unknown fields are kept, which v1beta1 does unless told otherwise', () => {
    const [crd] = crdsOf(definition('  version: v1\n  validation: { openAPIV3Schema: {} }\n', 'apiextensions.k8s.io/v1beta1'));
    assert.deepEqual(crd?.versions, [{ name: 'v1', schema: undefined }]);
  });

  it('say nothing of the shape in a template', () => {
    const [crd] = crdsOf(
      definition('  versions:\n    - name: v1\n      schema: { openAPIV3Schema: { type: object } }\n{{ .more }}\n'),
    );
    assert.deepEqual(crd?.versions, [{ name: 'v1', schema: undefined }]);
  });

  it('stay small for aliases that multiply', () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) =>
        `  x${index}: &a${index} { properties: { a: ${index === 0 ? '{}' : `*a${index - 1}`}, b: ${index === 0 ? '{}' : `*a${index - 1}`}, c: ${index === 0 ? '{}' : `*a${index - 1}`} } }\n`,
    );
    const [crd] = crdsOf(definition(`${levels.join('')}  versions: [ { name: v1, schema: { openAPIV3Schema: *a11 } } ]\n`));
    assert.equal(crd?.versions[0]?.schema, undefined);
  });

  it('say nothing of a shape that contains itself', () => {
    const [crd] = crdsOf(
      definition('  versions: [ { name: v1, schema: { openAPIV3Schema: &all { type: object, properties: { a: *all } } } } ]\n'),
    );
    assert.deepEqual(crd?.versions, [{ name: 'v1', schema: undefined }]);
  });
});

describe('documents without a kind or an API version', () => {
  const isKubernetes = (text: string): boolean => parseKubernetes(text).isKubernetes;

  it('are Kubernetes if they plainly would be an object', () => {
    assert.ok(isKubernetes('apiVersion: apps/v1\nmetadata: { name: a }\nspec: {}\n'));
    assert.ok(isKubernetes('kind: Deployment\nmetadata: { name: a }\n'));
  });

  it('are none of ours otherwise', () => {
    for (const text of [
      'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
      'kind: pipeline\nmetadata: { name: a }\n',
      'kind: Thing\nmetadata: { a: b }\n',
      'metadata: { name: a }\nspec: {}\n',
      'apiVersion: {{ .v }}\nmetadata: { name: a }\n',
      'apiVersion: stable/v1/x\nmetadata: { name: a }\n',
    ])
      assert.ok(!isKubernetes(text), text);
  });
});
