import { imageUserConflict } from '../../../server/src/rules/workspace/image-user-conflict.ts';
import { testRule } from '../../support/rule-tester.ts';

const pod = (image: string, security = 'runAsNonRoot: true'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    ${security}\n  containers:\n    - name: app\n      image: ${image}\n`;
const ROOT = 'FROM node:22\nUSER root\n';
const NAMED = 'FROM node:22\nUSER node\n';
const root = (dockerfile: string, user = 'root'): string =>
  `Container \`app\` must not run as root, but the image built from ${dockerfile} ends as user \`${user}\`, so it will not start.`;
const named = (dockerfile: string, user: string): string =>
  `Container \`app\` must not run as root, but the image built from ${dockerfile} ends as user \`${user}\`, and Kubernetes cannot tell that a name is not root. Use a number.`;

testRule(imageUserConflict, {
  clean: [
    { code: pod('shop/api:1.0'), files: {} },
    { code: pod('shop/api:1.0'), files: { 'api/Dockerfile': 'FROM node:22\nUSER 1000\n' } },
    { code: pod('shop/api:1.0'), files: { 'api/Dockerfile': 'FROM node:22\nUSER 1000:0\n' } },
    { code: pod('shop/api:1.0'), files: { 'worker/Dockerfile': ROOT } },
    { code: pod('shop/api:1.0', 'runAsNonRoot: false'), files: { 'api/Dockerfile': ROOT } },
    { code: pod('shop/api:1.0', 'runAsUser: 1000\n    runAsNonRoot: true'), files: { 'api/Dockerfile': NAMED } },
    // Nothing in the file says who runs, so nothing is known.
    { code: pod('shop/api:1.0'), files: { 'api/Dockerfile': 'FROM node:22\nCMD ["node"]\n' } },
    { code: pod('shop/api:1.0'), files: { 'api/Dockerfile': 'ARG WHO\nFROM node:22\nARG WHO\nUSER $WHO\n' } },
    // Two could be meant.
    { code: pod('shop/api:1.0'), files: { 'one/api/Dockerfile': ROOT, 'two/api/Dockerfile': ROOT } },
    // Only the final stage runs.
    { code: pod('shop/api:1.0'), files: { 'api/Dockerfile': 'FROM node:22 AS build\nUSER root\nFROM node:22\nUSER 1000\n' } },
    { code: pod(`shop/api@sha256:${'a'.repeat(64)}`), files: { 'api/Dockerfile': ROOT } },
    { code: pod('shop/grapi:1.0'), files: { 'api/Dockerfile': ROOT } },
  ],
  caught: [
    { code: pod('⟦shop/api:1.0⟧'), files: { 'api/Dockerfile': ROOT }, says: root('api/Dockerfile') },
    { code: pod('⟦api⟧'), files: { 'api/Dockerfile': 'FROM node:22\nUSER 0:0\n' }, says: root('api/Dockerfile', '0') },
    {
      code: pod('⟦registry.example:5000/shop/api:1⟧'),
      files: { 'services/api/Dockerfile': NAMED },
      says: named('services/api/Dockerfile', 'node'),
    },
    { code: pod('⟦shop-api:1⟧'), files: { 'api/Dockerfile': ROOT }, says: root('api/Dockerfile') },
    { code: pod('⟦"api:1"⟧'), files: { 'Dockerfile.api': ROOT }, says: root('Dockerfile.api') },
    { code: pod('⟦api:1⟧'), files: { 'api.Dockerfile': ROOT }, says: root('api.Dockerfile') },
    { code: pod('⟦api:1⟧'), files: { 'api/docker/Dockerfile': ROOT }, says: root('api/docker/Dockerfile') },
    // Inherited through the stage graph.
    {
      code: pod('⟦api:1⟧'),
      files: { 'api/Dockerfile': 'FROM node:22 AS base\nUSER node\nFROM base\nCMD ["node"]\n' },
      says: named('api/Dockerfile', 'node'),
    },
    // The one nearer to the manifest counts.
    {
      code: pod('⟦api:1⟧'),
      path: 'one/k8s/app.yaml',
      files: { 'one/api/Dockerfile': ROOT, 'two/api/Dockerfile': NAMED },
      says: root('one/api/Dockerfile'),
    },
  ],
});
