import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/rules/index.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';

/** Far above what any rule takes, and far below what one takes that compares each with each. */
const MOST_MILLISECONDS = 3000;

const FILES: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
  'one line of JSON with 4,000 containers': {
    path: 'pod.json',
    text: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: many(4000, (index) => ({ name: `c${index}`, image: 'nginx' })) },
    }),
  },
  '4,000 containers that mount a volume each': {
    path: 'volumes.json',
    text: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: {
        volumes: many(4000, (index) => ({ name: `v${index}`, hostPath: { path: '/data' } })),
        containers: many(4000, (index) => ({
          name: `c${index}`,
          image: 'nginx:1',
          volumeMounts: [{ name: `v${index}`, mountPath: '/data' }],
        })),
      },
    }),
  },
  '5,000 documents that refer to each other in vain': {
    path: 'all.yaml',
    text: many(5000, (index) =>
      index % 2 === 0
        ? `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, labels: {app: a${index}}}\nspec: {containers: [{name: c, image: nginx}]}\n`
        : `apiVersion: v1\nkind: Service\nmetadata: {name: s${index}}\nspec: {selector: {app: x${index}}, ports: [{port: 80, targetPort: http}]}\n`,
    ).join('---\n'),
  },
};

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe('rules about Kubernetes take no long time for', () => {
  for (const [title, { path, text }] of Object.entries(FILES)) {
    it(title, () => {
      const slow: string[] = [];
      const rules = RULES.map((rule) => ({
        ...rule,
        check: (context: never) => {
          const start = performance.now();
          const problems = [...rule.check(context)];
          const milliseconds = performance.now() - start;
          if (milliseconds > MOST_MILLISECONDS) slow.push(`${rule.meta.id}: ${milliseconds.toFixed(0)} ms`);
          return problems;
        },
      }));
      const workspace = new Workspace({ today: '2026-01-01', rules, commandLine: { profile: 'all' } });
      workspace.set(path, text);
      assert.deepEqual(workspace.report(path).failures, []);
      assert.deepEqual(slow, []);
    }).timeout(60_000);
  }
});
