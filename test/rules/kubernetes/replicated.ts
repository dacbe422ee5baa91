/** A Deployment (or another kind with replicas) whose `spec` starts with `head`, lines at column 0, and ends with `pod`, lines of the pod's spec at column 0. */
export const replicated = (head: string, pod = '', kind = 'Deployment'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n${head.replaceAll(/^(?=[^\n])/gm, '  ')}  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n${pod.replaceAll(/^(?=[^\n])/gm, '      ')}      containers:\n        - name: app\n          image: a:1\n`;

export const autoscaler = (spec: string, target = 'web', kind = 'Deployment'): string =>
  `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: scaler\nspec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: ${target} }\n${spec.replaceAll(/^(?=[^\n])/gm, '  ')}`;

export const budget = (spec: string): string =>
  `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: budget\nspec:\n${spec.replaceAll(/^(?=[^\n])/gm, '  ')}`;
