import assert from 'node:assert/strict';
import { kubernetesFacts, parseKubernetes } from '../../server/src/model/kubernetes/index.ts';

const buildsIn = (text: string) => kubernetesFacts(parseKubernetes(text, undefined, 'skaffold.yaml')).builds;
const HEAD = 'apiVersion: skaffold/v4beta11\nkind: Config\n';

describe('Skaffold', () => {
  it('tells what it builds from Dockerfiles, and what not', () => {
    const text = `${HEAD}build:
  artifacts:
    - image: one
    - image: two
      context: services/two
      docker: { dockerfile: docker/prod.Dockerfile, target: prod }
    - image: three
      kaniko: { dockerfile: Containerfile }
    - image: four
      ko: {}
    - image: five
      context: "{{.DIR}}"
      docker: { target: "{{.STAGE}}" }
    - context: six
profiles:
  - name: dev
    build:
      artifacts: [{ image: one, docker: { dockerfile: Dockerfile.dev } }]
`;
    assert.deepEqual(buildsIn(text), [
      { image: 'one', context: '.', dockerfile: 'Dockerfile', target: undefined },
      { image: 'two', context: 'services/two', dockerfile: 'docker/prod.Dockerfile', target: 'prod' },
      { image: 'three', context: '.', dockerfile: 'Containerfile', target: undefined },
      { image: 'four', context: '.', dockerfile: undefined, target: undefined },
      { image: 'five', context: undefined, dockerfile: 'Dockerfile', target: '' },
      { image: 'one', context: '.', dockerfile: 'Dockerfile.dev', target: undefined },
    ]);
  });

  for (const text of [
    HEAD,
    `${HEAD}build: {}\n`,
    `${HEAD}build: { artifacts: x }\nprofiles: 1\n`,
    'apiVersion: v1\nkind: Config\nbuild: { artifacts: [{ image: a }] }\n',
  ])
    it(`tells nothing for ${JSON.stringify(text)}`, () => assert.equal(buildsIn(text), undefined));
});
