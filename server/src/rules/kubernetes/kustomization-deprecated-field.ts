import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { asSequence, entryOf, itemsOf, keyOf, type YamlEntry, type YamlMapping } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';

/** Field → what replaced it (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/, read 2026-11). */
const REPLACED: Readonly<Record<string, string>> = {
  bases: 'resources',
  commonLabels: 'labels',
  helmChartInflationGenerator: 'helmCharts',
  imageTags: 'images',
  patchesJson6902: 'patches',
  patchesStrategicMerge: 'patches',
  vars: 'replacements',
};

export const kustomizationDeprecatedField = kubernetesRule(
  {
    id: 'kubernetes/kustomization-deprecated-field',
    title: 'Deprecated field of a kustomization',
    why: 'Kustomize still reads these fields, warns about them, and will drop them in the next version of its API. `kustomize edit fix` rewrites them all.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      replaced: 'The field `{field}` is deprecated. Use `{replacement}`.',
      env: 'The field `env` of a generator is deprecated. Use `envs`, which is a list.',
    },
    aliases: [],
    references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/'],
    fix: 'safe',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const root = model.kustomization?.node;
    if (!root) return;
    for (const entry of root.entries) {
      const field = keyOf(entry) ?? '';
      const replacement = Object.hasOwn(REPLACED, field) ? REPLACED[field] : undefined;
      if (replacement === undefined) continue;
      const key = `kustomization/${field}`;
      yield { message: 'replaced', data: { field, replacement }, span: entry.key.span, fixes: fixesFor(root, entry), key };
    }
    for (const list of ['configMapGenerator', 'secretGenerator']) {
      for (const generator of itemsOf(entryOf(root, list)?.value)) {
        const entry = generator.kind === 'mapping' ? entryOf(generator, 'env') : undefined;
        if (entry) yield { message: 'env', span: entry.key.span, key: `kustomization/${list}/env` };
      }
    }
  },
);

/** Only where the new field is not there yet, so that nothing has to be merged. */
function fixesFor(root: YamlMapping, entry: YamlEntry): readonly Fix[] {
  const field = keyOf(entry) ?? '';
  if (entryOf(root, REPLACED[field] ?? '') !== undefined) return [];
  const rename = { span: entry.key.span, newText: REPLACED[field] ?? '' };
  if (field === 'bases') return fixOf('Rename to `resources`', 'safe', [rename]);
  if (field !== 'patchesStrategicMerge') return [];
  const items = asSequence(entry.value);
  const paths = items?.items ?? [];
  const arePaths = paths.every(({ value }) => value?.kind === 'scalar' && value.style !== 'literal' && value.style !== 'folded');
  if (items?.style !== 'block' || !arePaths) return [];
  const edits = paths.flatMap(({ value }) => (value ? [insertion(value.span.start, 'path: ')] : []));
  return fixOf('Rewrite as `patches`', 'safe', [rename, ...edits]);
}
