import { decodeBase64, isBase64 } from '../../base/base64.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { findCredentials } from '../../knowledge/secrets.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, entryOf, keyOf, type YamlEntry } from '../../model/yaml/index.ts';
import { literalKeyOf } from './support/literal-key.ts';
import { isLiteralValue, isWeakPassword } from './support/secret-value.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const secretPlaintextManifest = kubernetesRule(
  {
    id: 'kubernetes/secret-plaintext-manifest',
    title: 'Secret whose values stand in the manifest',
    why: 'Base64 is no encryption: whoever may read this file, its repository or a copy of it has the values. Keep an encrypted form in the repository (SealedSecret, SOPS), or only a reference to a store (ExternalSecret, the CSI driver), and replace values that have been committed.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      plain: '{secret} has the value of {keys} in plain text. Keep it encrypted or in a store, and replace it.',
      mixed:
        '{secret} has the value of {keys} in plain text or Base64, which everybody can read. Keep it encrypted or in a store, and replace it.',
      encoded:
        '{secret} has the value of {keys} in Base64, which everybody can read. Keep it encrypted or in a store, and replace it.',
    },
    aliases: ['kics:using_kubernetes_native_secret_management'],
    references: [
      'CIS Kubernetes 5.4.2',
      'CWE-312',
      'CWE-798',
      'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const resource of model.resources) {
      // SOPS keeps what it needs to decrypt the values beside them.
      if (resource.kind !== 'Secret' || resource.group !== '' || entryOf(resource.node, 'sops')) continue;
      const plain = secretsOf(resource, 'stringData');
      const encoded = secretsOf(resource, 'data');
      const [first, ...others] = [...plain, ...encoded];
      if (!first) continue;
      const keys = `\`${keyOf(first) ?? ''}\`${others.length === 0 ? '' : ` and of ${others.length} more`}`;
      const secret = titleOf(resource);
      const message = plain.length === 0 ? 'encoded' : encoded.length === 0 ? 'plain' : 'mixed';
      const secrets = [...plain, ...encoded].flatMap(({ value }) => value?.span ?? []);
      const place = { span: first.key.span, secrets, key: keyOfResource(resource) };
      yield { message, data: { secret, keys }, ...place };
    }
  },
);

/** Keys whose values are no secrets by themselves: who, where and what. */
const PUBLIC =
  /^(?:tls\.crt|ca\.crt|.*\.(?:crt|cer|pub)|(?:.*[-_.])?(?:user(?:[-_.]?name)?|login|namespace|host(?:[-_.]?name)?|port|url|uri|endpoint|region|database|db[-_.]?name|type|server|realm|e?mail|bucket|id|project|name|known[-_.]hosts|ssh-publickey|provider|insecure|issuer|schema))$/i;

/** The entries of a field of the Secret that hold a secret that is written out. */
function secretsOf({ node }: Resource, field: 'data' | 'stringData'): readonly YamlEntry[] {
  const found = lookup(node, field);
  if (found.state !== 'present' || found.node.kind !== 'mapping') return [];
  return found.node.entries.filter((entry) => {
    const key = literalKeyOf(entry);
    const written = asScalar(entry.value)?.text;
    if (key === undefined || written === undefined || (field === 'data' && !isLiteral(key, written))) return false;
    return isSecret(key, field === 'data' && isBase64(written) ? decodeBase64(written) : written);
  });
}

function isSecret(key: string, value: string): boolean {
  if (value.includes('PRIVATE KEY-----') || findCredentials(value).length > 0) return true;
  if (value.includes('-----BEGIN CERTIFICATE') || value.includes('-----BEGIN PUBLIC KEY')) return false;
  return !PUBLIC.test(key) && isLiteral(key, value);
}

/** A password is one however weak it is. */
const isLiteral = (key: string, value: string): boolean =>
  !/<[^<>]+>/.test(value.slice(0, 300)) && (isLiteralValue(value) || isWeakPassword(key, value));
