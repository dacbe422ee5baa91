/** Resources that run pods, as roles name them. */
export const PODS = { groups: [''], resources: ['pods', 'replicationcontrollers', 'podtemplates'] };
/** Roles often name these under the core group, which never had them; what they mean is clear. */
export const CONTROLLERS = {
  groups: ['apps', 'extensions', ''],
  resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
};
export const JOBS = { groups: ['batch', ''], resources: ['jobs', 'cronjobs'] };
