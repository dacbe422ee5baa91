import { ETCD } from './etcd.ts';
import type { Component, FlagDemand, Row } from './flag-demand.ts';
import { API_SERVER } from './kube-apiserver.ts';
import { CONTROLLER_MANAGER, SCHEDULER } from './kube-controllers.ts';
import { KUBELET } from './kubelet.ts';

export type { Component, Demand, FlagDemand } from './flag-demand.ts';

const of = (component: Component, rows: readonly Row[]): readonly FlagDemand[] => rows.map((row) => ({ component, ...row }));

/** What is demanded of all components, in the order of the benchmark. */
export const CONTROL_PLANE_FLAGS: readonly FlagDemand[] = [
  ...of('kube-apiserver', API_SERVER),
  ...of('kube-controller-manager', CONTROLLER_MANAGER),
  ...of('kube-scheduler', SCHEDULER),
  ...of('etcd', ETCD),
  ...of('kubelet', KUBELET),
];
