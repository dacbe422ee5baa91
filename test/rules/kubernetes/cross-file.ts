/** Small resources that tests of cross-file rules put around their own text. */
export const workload = (name: string, labels: string, body = '        image: a:1\n'): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    matchLabels: ${labels}\n  template:\n    metadata:\n      labels: ${labels}\n    spec:\n      containers:\n      - name: app\n${body}`;

export const service = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec}`;

/** An object with nothing but a name. */
export const named = (apiVersion: string, kind: string, name: string, more = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;

export const documents = (...texts: readonly string[]): string => texts.join('---\n');
