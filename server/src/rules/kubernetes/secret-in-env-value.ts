import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { findCredentials } from '../../knowledge/secrets.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  itemsOf,
  replaceEntry,
  type YamlEntry,
  type YamlMapping,
} from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { pieceOf } from './support/scalar-text.ts';
import { isWrittenSecret } from './support/secret-value.ts';
import { type Target, targetsOf } from './support/targets.ts';

export const secretInEnvValue = kubernetesRule(
  {
    id: 'kubernetes/secret-in-env-value',
    title: 'Secret in the value of an environment variable',
    why: 'Whoever may read the manifest, its repository or the running Pod reads the secret, and changing it means deploying again. Put it into a Secret that is not in the repository and refer to it with `secretKeyRef`; then replace the value, because it is known.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      form: 'The value of `{variable}` contains {label}. Move it into a Secret and replace it.',
      named: '`{variable}` has its secret value in the manifest. Move it into a Secret and replace it.',
    },
    aliases: ['kubescape:rule-credentials-in-env-var', 'polaris:sensitiveContainerEnvVar'],
    references: ['Kubescape C-0012', 'CWE-798', 'https://kubernetes.io/docs/concepts/configuration/secret/'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      for (const item of itemsOf(at(target.container.node, 'env'))) {
        const variable = asMapping(item);
        const name = asScalar(entryOf(variable, 'name')?.value)?.text;
        const entry = entryOf(variable, 'value');
        const value = asScalar(entry?.value);
        if (!variable || !entry || !value || name === undefined || typeof value.value !== 'string') continue;
        const rest = { fixes: useSecret(context, target, variable, entry, name), key: `${target.container.key}/env/${name}` };
        const [credential] = findCredentials(value.value);
        if (credential) {
          const place = pieceOf(context.file.text, value, credential.start, credential.end);
          yield { message: 'form', data: { variable: name, label: credential.label }, span: place, secrets: [place], ...rest };
        } else if (isWrittenSecret(name, value.value)) {
          yield { message: 'named', data: { variable: name }, span: value.span, secrets: [value.span], ...rest };
        }
      }
    }
  }),
);

/** A reference to a Secret named like the workload, which a person has to create: the value must not be written to another file. */
function useSecret(
  { file }: Context<'kubernetes'>,
  { workload }: Target,
  variable: YamlMapping,
  entry: YamlEntry,
  key: string,
): readonly Fix[] {
  const { name } = workload.resource;
  if (name === undefined || !/^[-._a-zA-Z0-9]+$/.test(key)) return [];
  const secret = { secretKeyRef: { name, key } };
  const edits = replaceEntry(editSource(file, workload.resource), variable, entry, 'valueFrom', secret);
  return fixOf(`Read it from the Secret \`${name}\`, which you create`, 'suggested', edits);
}
