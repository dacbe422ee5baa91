/** Texts that several test files share: a container list in the shell of each kind. `body` is indented for a container of a Pod (four spaces). */

const indented = (text: string, columns: number): string => text.replaceAll(/^(?=[^\n])/gm, ' '.repeat(columns));

/** A Pod whose spec is `spec`, written at column 0. */
export const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${indented(spec, 2)}`;

export const deployment = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: { app: web }\n  template:\n    metadata:\n      labels: { app: web }\n    spec:\n${indented(spec, 6)}`;

export const cronJob = (spec: string): string =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  schedule: '@daily'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n${indented(spec, 10)}`;

/** A `List` with one Pod. */
export const list = (spec: string): string =>
  `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: web\n    spec:\n${indented(spec, 6)}`;

/** A container that says nothing about its security. */
export const app = 'containers:\n  - name: app\n    image: a:1\n';

/** A container with a security context, written at column 0. */
export const appWith = (context: string, name = 'containers'): string =>
  `${name}:\n  - name: app\n    image: a:1\n    securityContext:\n${indented(context, 6)}`;

/** A Pod with annotations, written at column 0. */
export const annotatedPod = (annotations: string, spec: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n${indented(annotations, 4)}spec:\n${indented(spec, 2)}`;

/** A Deployment whose pods have annotations. */
export const annotatedDeployment = (annotations: string, spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: { app: web }\n  template:\n    metadata:\n      annotations:\n${indented(annotations, 8)}    spec:\n${indented(spec, 6)}`;
