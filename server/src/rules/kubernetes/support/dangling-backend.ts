import type { Fix } from '../../../engine/fix.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import type { Span } from '../../../base/span.ts';
import type { Reference, Resource } from '../../../model/kubernetes/index.ts';
import { replaceScalar } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { related } from './located.ts';
import { heldReferences, missingReferences } from './missing-reference.ts';
import { nearestName } from './nearest-name.ts';
import { wrongPort } from './service-ports.ts';
import { unitOf } from './unit.ts';
import { keyOfResource } from './resource-title.ts';

interface Place {
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  readonly resource: Resource;
  readonly key: string;
  /** The name or port that was probably meant. */
  readonly near: string | undefined;
}

/** A route whose target, or whose port of its target, nothing has. */
export type DanglingBackend = Place & { readonly kind: string; readonly name: string; readonly port: string | undefined };

/** What a route of this file names and what is not there: Services, their ports, Gateways. */
export function* danglingBackends(
  context: Context<'kubernetes'>,
  isRoute: (resource: Resource) => boolean,
  uses: readonly Reference['use'][],
): Generator<DanglingBackend> {
  const wanted = ({ use }: Reference): boolean => uses.includes(use);
  for (const { resource, reference, near, fixes, related: places } of missingReferences(context, wanted, isRoute)) {
    const { kind, name, node } = reference;
    const key = `${keyOfResource(resource)}/${kind}/${name}`;
    yield { resource, kind, name, port: undefined, span: node.span, fixes, related: places, key, near: near?.fact.name };
  }
  const unit = unitOf(context.file.path, context.env.workspace);
  for (const { resource, reference } of heldReferences(context, (each) => wanted(each) && each.parts.length > 0, isRoute)) {
    const wrong = wrongPort(reference, unit);
    if (!wrong) continue;
    const { node, service, known } = wrong;
    const near = known.length === 1 ? known[0] : nearestName(node.text, known);
    yield {
      resource,
      kind: 'Service',
      name: reference.name,
      port: node.text,
      span: node.span,
      near,
      fixes:
        near === undefined
          ? []
          : fixOf(`Use port \`${near}\``, 'suggested', replaceScalar(editSource(context.file, resource), node, near)),
      related: [related(context.file.path, service, 'The Service is defined here.')],
      key: `${keyOfResource(resource)}/Service/${reference.name}/${node.text}`,
    };
  }
}
