import { decodeBase64, encodeBase64, isBase64 } from '../../base/base64.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asScalar, entryOf, type Edits, type YamlScalar } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';
import { literalKeyOf } from './support/literal-key.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isLiteralValue } from './support/secret-value.ts';

export const secretDataNotBase64 = kubernetesRule(
  {
    id: 'kubernetes/secret-data-not-base64',
    title: 'Value of a Secret that is not Base64, or with a stray line break',
    why: 'Values under `data` of a Secret (and `binaryData` of a ConfigMap) are Base64; the API server rejects anything else. Plain text belongs under `stringData`. A line break at the end of the decoded text is usually that of `echo` without `-n`, and then a password is wrong by one invisible character.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      invalid: 'The value of `{key}` is not Base64, and Kubernetes rejects it. Encode it, or put it under `stringData`.',
      binary: 'The value of `{key}` is not Base64, and Kubernetes rejects it. Encode it, or put it under `data`.',
      type: 'The value of `{key}` is no text, and Kubernetes rejects it. Put its Base64 here, or the value in quotes under `stringData`.',
      newline: 'The decoded value of `{key}` ends in a line break, as `echo` without `-n` leaves it. Encode it without.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data', 'RFC 4648'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { kind, group, node, name = '', namespace = '' } of model.resources) {
      const field = group !== '' ? undefined : kind === 'Secret' ? 'data' : kind === 'ConfigMap' ? 'binaryData' : undefined;
      if (field === undefined || entryOf(node, 'sops')) continue;
      const found = lookup(node, field);
      if (found.state !== 'present' || found.node.kind !== 'mapping') continue;
      for (const entry of found.node.entries) {
        const key = literalKeyOf(entry);
        const value = asScalar(entry.value);
        if (key === undefined || !value) continue;
        if (value.value === null || isToBeReplaced(value.text)) continue;
        const secrets = kind === 'Secret' ? [value.span] : [];
        const where = { span: value.span, secrets, key: `${kind}/${namespace}/${name}/${key}` };
        // What was rejected until now cannot break.
        const encode = fixOf('Encode the value', 'safe', rewrite(value, encodeBase64(value.text)));
        if (typeof value.value !== 'string') yield { message: 'type', data: { key }, ...where, fixes: encode };
        else if (!isBase64(value.text))
          yield { message: kind === 'Secret' ? 'invalid' : 'binary', data: { key }, ...where, fixes: encode };
        else if (kind === 'Secret' && !isFile(key) && endsInStrayBreak(decodeBase64(value.text))) {
          const text = decodeBase64(value.text).replace(/\r?\n$/, '');
          const fixes = fixOf('Encode the value without the line break', 'suggested', rewrite(value, encodeBase64(text)));
          yield { message: 'newline', data: { key }, severity: 'medium', ...where, fixes };
        }
      }
    }
  }),
);

/** Placeholders that a tool or a person replaces; Base64 itself has none of their characters. */
const isToBeReplaced = (text: string): boolean =>
  /[<>{}$%*[\]]|^__|^@/.test(text) || (/[^A-Za-z0-9+/=\s]/.test(text) && !isLiteralValue(text));

/** Files end in a line break by right: names with an ending, keys of SSH and what several lines hold. */
const isFile = (key: string): boolean => /\.[a-z]|^\.|^id_|key$|conf|cert|pem|known_hosts|kubeconfig|script|yaml|json/i.test(key);

const endsInStrayBreak = (text: string): boolean => text.length <= 300 && /^[\x20-\x7e]+\r?\n$/.test(text);

function rewrite(value: YamlScalar, text: string): Edits {
  if (value.style === 'literal' || value.style === 'folded') return undefined;
  const quote = value.style === 'single' ? "'" : value.style === 'double' ? '"' : '';
  return [{ span: value.span, newText: quote + text + quote }];
}
