import { type Span, span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, deletePath, type EditSource, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { literalKeyOf } from './support/literal-key.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { verbatimStart } from './support/scalar-text.ts';
import { isWrittenSecret } from './support/secret-value.ts';
import { secretsIn, type WrittenSecret } from './support/settings-text.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const secretInConfigmap = kubernetesRule(
  {
    id: 'kubernetes/secret-in-configmap',
    title: 'Secret in a ConfigMap',
    why: 'A ConfigMap is read by whoever may look at the namespace, is not encrypted where Secrets are, and is shown by most tools. A password or key in it is known to all of them and to everybody who reads the repository. Move it into a Secret that is not in the repository; then replace it, because it is known.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      named: '`{name}` has its secret value in {map}. Move it into a Secret and replace it.',
      form: '`{key}` of {map} contains {label}. Move it into a Secret and replace it.',
    },
    aliases: ['kubescape:rule-credentials-configmap', 'polaris:sensitiveConfigmapContent', 'trivy:KSV-01010', 'trivy:KSV-0109'],
    references: ['Kubescape C-0012', 'CWE-312', 'CWE-798', 'https://kubernetes.io/docs/concepts/configuration/configmap/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const resource of model.resources) {
      if (resource.kind !== 'ConfigMap' || resource.group !== '') continue;
      const found = lookup(resource.node, 'data');
      if (found.state !== 'present' || found.node.kind !== 'mapping') continue;
      const map = titleOf(resource);
      for (const entry of found.node.entries) {
        const key = literalKeyOf(entry);
        const value = asScalar(entry.value);
        if (key === undefined || !value || typeof value.value !== 'string') continue;
        const rest = { key: `${keyOfResource(resource)}/${key}` };
        const isWhole = isWrittenSecret(key, value.text);
        const place = placesIn(file.text, value, entry.key.span);
        // A text of several lines that is called a token is still read line by line.
        const secrets =
          isWhole && !value.text.trim().includes('\n') ? [...secretsIn(value.text, '.txt')] : secretsIn(value.text, key);
        const fixes = isWhole && found.node.entries.length <= MOST ? withoutKey(editSource(file, resource), resource, key) : [];
        let isSaid = false;
        for (const secret of secrets) {
          isSaid = true;
          const span = place(secret);
          const where = { span, secrets: [span === entry.key.span ? value.span : span], fixes, ...rest };
          if (secret.kind === 'form') yield { message: 'form', data: { key, map, label: secret.name }, ...where };
          else yield { message: 'named', data: { name: secret.name, map }, ...where };
        }
        if (isWhole && !isSaid)
          yield { message: 'named', data: { name: key, map }, span: value.span, secrets: [value.span], fixes, ...rest };
      }
    }
  }),
);

/** In a larger ConfigMap finding the neighbours of each key would take too long. */
const MOST = 1000;

/** The value must not be written to another file, so the Secret is for a person to create. */
const withoutKey = (source: EditSource, { node }: Resource, key: string): readonly Fix[] =>
  fixOf(`Delete \`${key}\` here and keep it in a Secret, which you create`, 'suggested', deletePath(source, node, ['data', key]));

/** Finds pieces of a value in the source, in their order. Block scalars have the same text with other indentation; otherwise the key stands for the value. */
function placesIn(source: string, value: YamlScalar, keySpan: Span): (secret: WrittenSecret) => Span {
  const verbatim = verbatimStart(source, value);
  if (verbatim !== undefined) return ({ start, end }) => span(verbatim + start, verbatim + end);
  if (value.style !== 'literal' && value.style !== 'folded') return () => keySpan;
  const block = source.slice(value.span.start, value.span.end);
  let [decoded, found, from, isFound] = [-1, -1, 0, true];
  return ({ start, end }) => {
    // The line tells where it is, because a short password may stand elsewhere as well.
    const lineStart = value.text.lastIndexOf('\n', start) + 1;
    if (lineStart !== decoded && isFound) {
      const line = value.text.slice(lineStart, end);
      [decoded, found] = [lineStart, block.indexOf(line, from)];
      // What is spelt otherwise once (a folded text) is not searched again and again.
      isFound = found >= 0;
      from = Math.max(from, found + line.length);
    }
    return !isFound ? keySpan : span(value.span.start + found + start - lineStart, value.span.start + found + end - lineStart);
  };
}
