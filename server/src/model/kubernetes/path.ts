import { baseName } from '../../base/path.ts';

/** JSON and YAML files that belong to other tools by their name; reading them for Kubernetes would only cost time. */
const OTHERS: ReadonlySet<string> = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'composer.json',
  'bun.lock',
  'deno.json',
  'jsconfig.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'pubspec.yaml',
  'packages.lock.json',
  'project.assets.json',
  'launch.json',
  'tasks.json',
  'settings.json',
]);
const OTHER_NAMES = /^(?:tsconfig\b.*\.json|\..*\.ya?ml|docker-compose\b.*\.ya?ml|compose\b.*\.ya?ml)$/;

/** Whether a file may hold Kubernetes resources, from its path alone; its content decides. */
export function isKubernetesCandidatePath(path: string): boolean {
  const name = baseName(path).toLowerCase();
  if (name === 'kustomization') return true;
  return /\.(?:ya?ml|json)$/.test(name) && !OTHERS.has(name) && !OTHER_NAMES.test(name);
}
