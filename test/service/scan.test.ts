import assert from 'node:assert/strict';
import { scan, type Files } from '../../server/src/service/scan.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: shop/web:1.0
          ports:
            - containerPort: 8080
`;

/** Everything in memory, listed as a host lists a folder. */
const folder = (texts: Readonly<Record<string, string>>): Files => ({
  async *list() {
    for (const path of Object.keys(texts)) yield await Promise.resolve({ path });
  },
  read: (path) => Promise.resolve(texts[path]),
  breathe: () => Promise.resolve(),
});

describe('scan', () => {
  // Regression: the names of Compose files are none of Kubernetes, and a scan of a folder read no others.
  for (const compose of ['compose.yaml', 'docker-compose.yml', 'docker-bake.json']) {
    it(`reads ${compose}, which says what a Dockerfile builds`, async () => {
      const isBake = compose.endsWith('.json');
      const files = folder({
        [compose]: isBake
          ? '{ "target": { "x": { "context": "any", "tags": ["shop/web"] } } }'
          : 'services:\n  x:\n    build: any\n    image: shop/web\n',
        'any/Dockerfile': 'FROM node:22-slim\nEXPOSE 3000\n',
        'k8s/web.yaml': MANIFEST,
      });
      const workspace = new Workspace({ today: '2026-11-23' });
      const found: string[] = [];
      for await (const event of scan(
        workspace,
        files,
        () => false,
        () => false,
      ))
        if (event.kind === 'report') found.push(...event.report.findings.map(({ rule }) => rule));
      assert.ok(found.includes('workspace/container-port-not-exposed'), found.join(' '));
    });
  }
});
