import type { PolicyRule, Word } from '../../../model/kubernetes/index.ts';
import { grantOf, READ, type Right, WRITE } from './permission.ts';
import { CONTROLLERS, JOBS, PODS } from './workload-resources.ts';

const RBAC = {
  groups: ['rbac.authorization.k8s.io'],
  resources: ['clusterroles', 'roles', 'clusterrolebindings', 'rolebindings'],
};

/** Rights of which one, everywhere in the cluster, is enough to become its administrator. */
const TAKEOVER: readonly Right[] = [
  { groups: [''], resources: ['secrets'], verbs: READ, allows: 'read every Secret of the cluster' },
  { ...PODS, verbs: ['create'], allows: 'create pods in every namespace' },
  { ...CONTROLLERS, verbs: ['create', 'update', 'patch'], allows: 'change workloads in every namespace' },
  { ...JOBS, verbs: ['create', 'update', 'patch'], allows: 'create jobs in every namespace' },
  { groups: [''], resources: ['pods/exec', 'pods/attach'], verbs: ['create', 'get'], allows: 'run commands in every pod' },
  { groups: [''], resources: ['nodes/proxy'], verbs: [...READ, ...WRITE], allows: 'reach every kubelet' },
  { groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'], allows: 'create tokens of every ServiceAccount' },
  { ...RBAC, verbs: ['bind', 'escalate'], allows: 'give itself any role' },
  { groups: [''], resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'], allows: 'act as anyone' },
];

export interface Power {
  readonly allows: string;
  readonly word: Word;
}

/** What in a role is enough to take the cluster over, when it is granted everywhere. */
export function takeoverIn(rules: readonly PolicyRule[]): Power | undefined {
  const full = everythingIn(rules);
  if (full) return { allows: 'do everything', word: full };
  for (const rule of rules) {
    for (const right of TAKEOVER) {
      const grant = grantOf(rule, right, 'stars');
      if (grant) return { allows: right.allows, word: grant.resource };
    }
  }
  return undefined;
}

/** The star that allows everything to everything, at least in the core group, which has the Secrets and the pods. */
export function everythingIn(rules: readonly PolicyRule[]): Word | undefined {
  for (const { apiGroups, resources, verbs, resourceNames } of rules) {
    const isCore = apiGroups === undefined || apiGroups.words.some(({ text }) => text === '*' || text === '');
    const resource = resources?.words.find(({ text }) => text === '*' || text === '*/*');
    if (isCore && resource && !resourceNames && verbs?.words.some(({ text }) => text === '*')) return resource;
  }
  return undefined;
}
