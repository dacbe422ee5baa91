import assert from 'node:assert/strict';
import { WorkspaceIndex } from '../../../server/src/engine/workspace-index.ts';
import { builtImages } from '../../../server/src/rules/workspace/support/built-image.ts';
import { factsOf, parse } from '../../../server/src/service/parse.ts';

type Files = Readonly<Record<string, string>>;

/** `path`, with ` (part)` where another stage than the final one is built. */
function found(image: string, files: Files, manifest = 'k8s/app.yaml'): string | undefined {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) {
    const parsed = parse(path, text);
    assert.ok(parsed, path);
    index.set(path, factsOf(parsed));
  }
  const built = builtImages(
    manifest,
    index.view(() => {}),
  )(image);
  return built && `${built.path}${built.isFinalStage ? '' : ' (part)'}`;
}

const NODE = 'FROM node:22\n';
const compose = (...services: string[]): string =>
  `services:\n${services.map((one, index) => `  s${index}: { ${one} }\n`).join('')}`;
const skaffold = (...artifacts: string[]): string =>
  `apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [${artifacts.map((one) => `{ ${one} }`).join(', ')}] }\n`;
const pods = (...images: string[]): string =>
  images
    .map((image) => `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: "${image}" }] }\n`)
    .join('---\n');

const CASES: readonly (readonly [what: string, image: string, files: Files, expected: string | undefined, manifest?: string])[] =
  [
    // By name.
    ['the folder', 'shop/api:1', { 'api/Dockerfile': NODE }, 'api/Dockerfile'],
    [
      'a Dockerfile for the own machine beside it',
      'shop/api',
      { 'api/Dockerfile': NODE, 'api/Dockerfile.dev': NODE },
      'api/Dockerfile',
    ],
    ['two ways to build it', 'shop/api', { 'api/Dockerfile': NODE, 'api/Dockerfile.prod': NODE }, undefined],
    ['a digest', `shop/api@sha256:${'a'.repeat(64)}`, { 'api/Dockerfile': NODE }, undefined],
    ['a variable', '$REGISTRY/api', { 'api/Dockerfile': NODE }, undefined],
    ['an image of the library', 'redis:8', { 'redis/Dockerfile': NODE }, undefined],
    [
      'an image of a public registry',
      'registry.k8s.io/ingress-nginx/controller:v1',
      { 'controller/Dockerfile': NODE },
      undefined,
    ],
    ['an image of a public account', 'quay.io/prometheus/alertmanager', { 'alertmanager/Dockerfile': NODE }, undefined],
    ['the name of its own base image', 'shop/proxy', { 'proxy/Dockerfile': 'FROM vendor/proxy:1\n' }, undefined],
    [
      'a name that two accounts use',
      'shop/agent',
      { 'agent/Dockerfile': NODE, 'k8s/a.yaml': pods('shop/agent', 'vendor.example/vendor/agent') },
      undefined,
    ],
    [
      'a name of one account in two registries',
      'shop/agent',
      { 'agent/Dockerfile': NODE, 'k8s/a.yaml': pods('shop/agent', 'agent', 'registry.example/shop/agent') },
      'agent/Dockerfile',
    ],
    ['a nearer one of another name', 'shop/web', { 'a/web/Dockerfile': NODE, 'b/Dockerfile': NODE }, undefined, 'b/k8s.yaml'],
    // The end of a name.
    ['a name of the own machine', 'shop-api', { 'api/Dockerfile': NODE }, 'api/Dockerfile'],
    ['the end of a name that may be anybody’s', 'vendor/metrics-server:1', { 'server/Dockerfile': NODE }, undefined],
    ['a prefix that is a folder', 'acme/shop-api', { 'shop/api/Dockerfile': NODE }, 'shop/api/Dockerfile'],
    [
      'a prefix that two images share',
      'acme/shop-api',
      { 'api/Dockerfile': NODE, 'web/Dockerfile': NODE, 'k8s/a.yaml': pods('acme/shop-api', 'acme/shop-web') },
      'api/Dockerfile',
    ],
    // Compose.
    [
      'Compose',
      'shop/backend:2',
      { Dockerfile: NODE, 'compose.yaml': compose('build: ., image: "shop/backend:1"') },
      'Dockerfile',
    ],
    [
      'Compose before the folder',
      'shop/api',
      { 'api/Dockerfile': NODE, 'src/Dockerfile': NODE, 'compose.yaml': compose('build: src, image: shop/api') },
      'src/Dockerfile',
    ],
    [
      'Compose without the registry',
      'registry.example:5000/shop/api:1',
      { 'src/Dockerfile': NODE, 'compose.yaml': compose('build: src, image: shop/api') },
      'src/Dockerfile',
    ],
    [
      'Compose of another registry',
      'one.example/shop/api',
      { 'src/Dockerfile': NODE, 'compose.yaml': compose('build: src, image: two.example/shop/api') },
      undefined,
    ],
    [
      'Compose files that differ',
      'shop/api',
      {
        'api/Dockerfile': NODE,
        'api/Dockerfile.dev': NODE,
        'compose.yaml': compose('build: api, image: shop/api'),
        'compose.dev.yaml': compose('build: { context: api, dockerfile: Dockerfile.dev }, image: shop/api'),
      },
      undefined,
    ],
    [
      'a stage of it',
      'shop/api',
      {
        'api/Dockerfile': 'FROM a AS b\nFROM c\n',
        'compose.yaml': compose('build: { context: api, target: b }, image: shop/api'),
      },
      'api/Dockerfile (part)',
    ],
    [
      'its final stage',
      'shop/api',
      {
        'api/Dockerfile': 'FROM a\nFROM b AS Last\n',
        'compose.yaml': compose('build: { context: api, target: last }, image: shop/api'),
      },
      'api/Dockerfile',
    ],
    [
      'a Dockerfile that is not there',
      'shop/api',
      { 'api/Dockerfile': NODE, 'compose.yaml': compose('build: other, image: shop/api') },
      undefined,
    ],
    [
      'a folder that builds something else',
      'shop/api',
      { 'api/Dockerfile': NODE, 'compose.yaml': compose('build: api, image: shop/backend') },
      undefined,
    ],
    // Skaffold.
    [
      'Skaffold',
      'backend',
      { 'src/Dockerfile': NODE, 'skaffold.yaml': skaffold('image: backend, context: src') },
      'src/Dockerfile',
    ],
    [
      'Skaffold with a Dockerfile outside the context',
      'backend',
      {
        'd/go.Dockerfile': NODE,
        'skaffold.yaml': skaffold('image: backend, context: src, docker: { dockerfile: d/go.Dockerfile }'),
      },
      'd/go.Dockerfile',
    ],
    [
      'Skaffold before Compose',
      'shop/api',
      {
        'a/Dockerfile': NODE,
        'b/Dockerfile': NODE,
        'skaffold.yaml': skaffold('image: shop/api, context: a'),
        'compose.yaml': compose('build: b, image: shop/api'),
      },
      'a/Dockerfile',
    ],
    [
      'Skaffold with another builder',
      'api',
      { 'api/Dockerfile': NODE, 'skaffold.yaml': skaffold('image: api, ko: {}') },
      undefined,
    ],
    // Kustomize.
    [
      'a name that a kustomization gives',
      'controller:latest',
      {
        Dockerfile: NODE,
        'compose.yaml': compose('build: ., image: shop/operator'),
        'k8s/app.yaml': pods('controller:latest'),
        'k8s/kustomization.yaml': 'resources: [app.yaml]\nimages: [{ name: controller, newName: shop/operator, newTag: v1 }]\n',
      },
      'Dockerfile',
    ],
    [
      'a name that a kustomization takes away',
      'api',
      {
        'api/Dockerfile': NODE,
        'k8s/app.yaml': pods('api'),
        'k8s/kustomization.yaml': 'resources: [app.yaml]\nimages: [{ name: api, newName: vendor/thing }]\n',
      },
      undefined,
    ],
    [
      'a digest of a kustomization',
      'api',
      {
        'api/Dockerfile': NODE,
        'k8s/app.yaml': pods('api'),
        'k8s/kustomization.yaml': `resources: [app.yaml]\nimages: [{ name: api, digest: "sha256:${'a'.repeat(64)}" }]\n`,
      },
      undefined,
    ],
    [
      'overlays that agree',
      'api',
      {
        'api/Dockerfile': NODE,
        'k8s/app.yaml': pods('api'),
        'k8s/kustomization.yaml': 'resources: [app.yaml]\n',
        'one/kustomization.yaml': 'resources: [../k8s]\nimages: [{ name: api, newName: one.example/shop/api }]\n',
        'two/kustomization.yaml': 'resources: [../k8s]\nimages: [{ name: api, newName: two.example/shop/api }]\n',
      },
      'api/Dockerfile',
    ],
  ];

describe('the Dockerfile of an image', () => {
  for (const [what, image, files, expected, manifest] of CASES)
    it(`${what}: ${expected ?? 'none'}`, () => assert.equal(found(image, files, manifest), expected));
});
