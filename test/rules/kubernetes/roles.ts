import type { Severity } from '../../../server/src/engine/severity.ts';
import type { Caught, Clean } from '../../support/rule-tester.ts';

const HEAD = 'apiVersion: rbac.authorization.k8s.io/v1\n';

/** A role with the items of its rules. */
export const role = (rules: string, kind = 'Role', metadata = 'name: app'): string =>
  `${HEAD}kind: ${kind}\nmetadata:\n  ${metadata}\nrules:\n${rules}`;

/** One rule in flow style; `⟦…⟧` may stand in each of its lists. */
export const rule = (groups: string, resources: string, verbs: string, more = ''): string =>
  `- apiGroups: [${groups}]\n  resources: [${resources}]\n  verbs: [${verbs}]\n${more}`;

/** A binding: `roleRef` and the subjects, each as `Kind name` or `Kind namespace/name`. */
export const binding = (roleRef: string, subjects: readonly string[], kind = 'RoleBinding', metadata = 'name: bind'): string => {
  const items = subjects.map((subject) => {
    const [subjectKind = '', where = ''] = subject.split(' ');
    const slash = where.indexOf('/');
    const namespace = slash < 0 ? '' : `  namespace: ${where.slice(0, slash)}\n`;
    return `- kind: ${subjectKind}\n  name: ${where.slice(slash + 1)}\n${namespace}`;
  });
  const [roleKind = '', name = ''] = roleRef.split(' ');
  return `${HEAD}kind: ${kind}\nmetadata:\n  ${metadata}\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${roleKind}\n  name: ${name}\nsubjects:\n${items.join('')}`;
};

export const documents = (...texts: readonly string[]): string => texts.join('---\n');

interface Granted {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  /** Whether the finding stands at the verb. */
  readonly atVerb?: true;
  readonly severity?: Severity;
  readonly says: (role: string) => string;
  /** What is said about all verbs, where they grant something worse as well. */
  readonly saysAll?: (role: string) => string;
  readonly kind?: 'Role' | 'ClusterRole';
}

/** What every rule about a right accepts and catches, whatever the right. */
export function rightCases({ group, resource, verb, atVerb, severity, says, saysAll = says, kind = 'ClusterRole' }: Granted): {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
} {
  const groups = group === '' ? '""' : group;
  const marked = (resources: string, verbs: string): readonly [string, string] =>
    atVerb ? [resources, `⟦${verbs}⟧`] : [`⟦${resources}⟧`, verbs];
  const [resources, verbs] = marked(resource, verb);
  const full = role(rule(groups, resource, verb), kind);
  const level = severity ? { severity } : {};
  const title = `${kind} \`app\``;
  return {
    clean: [
      { code: role(rule('""', 'configmaps', 'get', '  resourceNames: [app]\n'), kind), shown: true },
      role(rule(groups, resource, 'use'), kind),
      role(rule(groups, 'leases', verb), kind),
      role(rule('example.com', resource, verb), kind),
      role(rule('', resource, verb), kind),
      role(rule(groups, resource, ''), kind),
      role(`- apiGroups: [${groups}]\n  resources: ${resource}\n  verbs: [${verb}]\n`, kind),
      role(`- apiGroups: [${groups}]\n  resources: [${resource}]\n  verbs: {{ .Values.verbs }}\n`, kind),
      role(`- apiGroups: [{{ .Values.group }}]\n  resources: [${resource}]\n  verbs: [${verb}]\n`, kind),
      role(`- nonResourceURLs: [/metrics]\n  verbs: [${verb}]\n`, kind),
      role('  []\n', kind),
      full.replace('name: app', 'name: system:controller:app'),
      full.replace('name: app', 'name: admin\n  labels:\n    kubernetes.io/bootstrapping: rbac-defaults'),
      full.replace(/kind: .*/, 'kind: ClusterRoleBinding'),
      full.replace('rbac.authorization.k8s.io', 'example.com'),
    ],
    caught: [
      { code: role(rule(groups, resources, verbs), kind), says: says(title), ...level },
      { code: role(rule('"*"', ...marked(resource, "'*'")), kind), says: saysAll(title), ...level },
      {
        code: role(
          `  - resources:\n      - leases\n      # needed\n      - ${resources} # why\n    verbs: [use, ${verbs}]\n    apiGroups:\n      - ${groups}\n      - example.com\n`,
          kind,
        ),
        says: says(title),
        ...level,
      },
      {
        code: role(`{{- range .Values.all }}\n${rule(groups, resources, verbs)}{{- end }}\n`, kind, 'name: {{ .Release.Name }}'),
        says: says(kind),
        ...level,
      },
      {
        code: role(rule(groups, resources, verbs, '  resourceNames: []\n'), kind),
        says: says(title),
        ...level,
      },
      {
        code: role(`${rule(groups, 'leases', verb)}${rule(groups, resources, verbs)}`, kind),
        says: says(title),
        ...level,
      },
      {
        path: 'role.json',
        code: `{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "rbac.authorization.k8s.io/v1beta1", "kind": "${kind}", "metadata": {"name": "app"}, "rules": [{"apiGroups": ["${group}"], "resources": [${marked(`"${resource}"`, `"${verb}"`)[0]}], "verbs": [${marked(`"${resource}"`, `"${verb}"`)[1]}]}]}]}`,
        says: says(title),
        ...level,
      },
    ],
  };
}
