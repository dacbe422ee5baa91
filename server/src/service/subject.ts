import { likeness } from '../base/likeness.ts';
import type { Subject } from '../engine/config/config.ts';
import type { Finding } from '../engine/finding.ts';
import type { Parsed } from './parse.ts';

/** Whether a finding lies in what an entry of the configuration is for: a package, a Kubernetes resource, or a container of one. */
export const isIn = (subject: Subject, parsed: Parsed, finding: Finding): boolean =>
  isOfPackage(subject, finding) && isInResource(subject, parsed, finding);

export function isOfPackage({ package: name, version }: Subject, { about }: Finding): boolean {
  return (name === undefined || isLike(name, about?.package)) && (version === undefined || isLike(version, about?.version));
}

function isInResource({ namespace, resource, container }: Subject, parsed: Parsed, { span }: Finding): boolean {
  if (namespace === undefined && resource === undefined && container === undefined) return true;
  if (parsed.kind !== 'kubernetes') return false;
  const found = parsed.model.resourceAt(span.start);
  if (!found || !isLike(namespace, found.namespace ?? 'default') || !isLike(resource, found.name)) return false;
  if (container === undefined) return true;
  const containers = parsed.model.workloads.find((workload) => workload.resource === found)?.containers ?? [];
  return containers.some(
    ({ name, node }) => isLike(container, name) && node.span.start <= span.start && span.end <= node.span.end,
  );
}

const isLike = (pattern: string | undefined, name: string | undefined): boolean =>
  pattern === undefined || (name !== undefined && likeness(pattern)(name));
