import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  type Edits,
  type EditSource,
  insertEntry,
  itemsOf,
  type NewValue,
  replaceScalar,
} from '../../../../model/yaml/index.ts';
import type { YamlMapping } from '../../../../model/yaml/index.ts';
import type { Migrate } from './migration.ts';

/** What the beta version meant when nothing was said, where `v1` means something else or wants it to be said. */
const FORMER_DEFAULTS: Readonly<Record<string, NewValue>> = {
  admissionReviewVersions: ['v1beta1'],
  failurePolicy: 'Ignore',
  matchPolicy: 'Exact',
  timeoutSeconds: '30',
};

/** Side effects that `v1` accepts. */
const ACCEPTED: readonly unknown[] = ['None', 'NoneOnDryRun'];

/** Mutating- and ValidatingWebhookConfiguration. */
export const migrateWebhooks: Migrate = (source, { node, isPartial }) => {
  const found = lookup(node, 'webhooks');
  if (found.state !== 'present') return found.state === 'absent' && !isPartial ? { edits: [], applicability: 'safe' } : undefined;
  const hooks = itemsOf(found.node).map((item) => asMapping(item));
  if (hooks.some((hook) => !hook)) return undefined;
  const webhooks = hooks.flatMap((hook) => hook ?? []);
  const effects = webhooks.map((hook) => sideEffects(source, hook));
  const missing = webhooks.flatMap((hook) =>
    Object.entries(FORMER_DEFAULTS)
      .filter(([name]) => lookup(hook, name).state === 'absent')
      .map(([name, value]) => insertEntry(source, hook, name, value)),
  );
  const guessed = effects.flat();
  // What a template leaves out may be written by it, and a webhook that says nothing about its side effects may have some.
  if (isPartial && missing.length + guessed.length > 0) return undefined;
  return { edits: [...guessed, ...missing], applicability: guessed.length > 0 ? 'suggested' : 'safe' };
};

function sideEffects(source: EditSource, hook: YamlMapping): readonly Edits[] {
  const found = lookup(hook, 'sideEffects');
  if (found.state === 'absent') return [insertEntry(source, hook, 'sideEffects', 'None')];
  if (found.state === 'unknown' || found.node.kind !== 'scalar') return [undefined];
  return ACCEPTED.includes(found.node.value) ? [] : [replaceScalar(source, found.node, 'None')];
}
