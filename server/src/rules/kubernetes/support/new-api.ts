import type { Context } from '../../../engine/rule.ts';
import { servedSince } from '../../../knowledge/kubernetes/api-lifecycle.ts';
import { kindOf, schemaMinor, SCHEMA_MINORS } from '../../../knowledge/kubernetes/schema.ts';
import { minorOf } from '../../../knowledge/kubernetes-version.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { groupOf, versionsOf } from './kind-guess.ts';
import { deviationsOf } from './schema-walk.ts';

/** An API version that the target does not serve yet. */
export interface NewApi {
  /** The first minor that serves it. */
  readonly since: number;
  /** A version of the group that the target serves and that the resource fits as it is. */
  readonly instead: string | undefined;
}

export function newApiOf(context: Context<'kubernetes'>, resource: Resource): NewApi | undefined {
  const { apiVersion, kind, group } = resource;
  const target = minorOf(context.env.kubernetesVersion);
  const own = kindOf(apiVersion, kind);
  if (target === undefined || !own) return undefined;
  const [oldest] = SCHEMA_MINORS;
  // What the first covered minor serves may be older than that.
  const since = own.since > oldest ? own.since : (servedSince(apiVersion, kind) ?? 0);
  if (since <= target) return undefined;
  const others = target < oldest ? [] : versionsOf(kind, schemaMinor(context.env.kubernetesVersion));
  const instead = others.find(
    (other) =>
      groupOf(other.apiVersion) === group && deviationsOf(context, { ...resource, apiVersion: other.apiVersion }).length === 0,
  );
  return { since, instead: instead?.apiVersion };
}
