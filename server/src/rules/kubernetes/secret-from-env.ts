import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type Found, lookup } from '../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  itemsOf,
  replaceEntry,
  replaceScalar,
  stringOf,
  type YamlMapping,
} from '../../model/yaml/index.ts';
import { editSource } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { mountSecret } from './support/secret-volume.ts';
import { type Target, targetsOf } from './support/targets.ts';

export const secretFromEnv = kubernetesRule(
  {
    id: 'kubernetes/secret-from-env',
    title: 'Secret handed over in an environment variable',
    why: 'Environment variables are inherited by every child process, are printed by crash reports and debug pages, and keep the old value after the Secret was rotated. A file of a mounted Secret is read when it is needed, by whom its mode allows, and follows the Secret.',
    severity: 'info',
    confidence: 'high',
    profiles: ['cis'],
    messages: {
      variable: 'Container `{container}` gets the Secret {secret} in the variable `{variable}`. Mount it as a file.',
      all: 'Container `{container}` gets all of the Secret {secret} in variables. Mount it as files.',
    },
    aliases: [
      'checkov:CKV_K8S_35',
      'kics:secrets_as_environment_variables',
      'kube-linter:read-secret-from-env-var',
      'kubescape:rule-secrets-in-env-var',
      'kyverno:secrets-not-from-env-vars',
    ],
    references: [
      'CIS Kubernetes 5.4.1',
      'CWE-526',
      'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
    ],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const { container, name } = target;
      for (const item of itemsOf(at(container.node, 'env'))) {
        const node = asMapping(item);
        const found = node ? lookup(node, 'valueFrom', 'secretKeyRef') : undefined;
        if (!node || found?.state !== 'present') continue;
        const variable = asScalar(entryOf(node, 'name')?.value)?.text ?? 'without a name';
        const data = { container: name, secret: nameIn(found), variable };
        const fixes = readFile(context, target, node, found);
        yield { message: 'variable', data, span: found.entry.key.span, fixes, key: `${container.key}/env/${variable}` };
      }
      for (const item of itemsOf(at(container.node, 'envFrom'))) {
        const node = asMapping(item);
        const found = node ? lookup(node, 'secretRef') : undefined;
        if (found?.state !== 'present') continue;
        const secret = nameIn(found);
        yield {
          message: 'all',
          data: { container: name, secret },
          span: found.entry.key.span,
          key: `${container.key}/envFrom/${secret}`,
        };
      }
    }
  }),
);

type Present = Extract<Found, { state: 'present' }>;

function nameIn({ node }: Present): string {
  const name = stringOf(at(node, 'name'));
  return name === undefined ? 'it names' : `\`${name}\``;
}

/** Many images read `NAME_FILE` where they read `NAME`; whether this one does, a person has to know. */
function readFile(
  { file }: Context<'kubernetes'>,
  { workload, container }: Target,
  variable: YamlMapping,
  { node }: Present,
): readonly Fix[] {
  const source = editSource(file, workload.resource);
  const secret = stringOf(at(node, 'name'));
  const key = stringOf(at(node, 'key'));
  const name = asScalar(entryOf(variable, 'name')?.value);
  const entry = entryOf(variable, 'valueFrom');
  if (secret === undefined || key === undefined || !name || !entry || !/^[-._a-zA-Z0-9]+$/.test(key)) return [];
  const mount = mountSecret(source, workload, container, secret);
  const value = mount && replaceEntry(source, variable, entry, 'value', `${mount.path}/${key}`);
  const renamed = replaceScalar(source, name, `${name.text}_FILE`);
  if (!value || !renamed) return [];
  return [
    {
      title: `Mount the Secret and set \`${name.text}_FILE\` to the file`,
      applicability: 'suggested',
      edits: [...renamed, ...value, ...mount.edits],
      // It says of every mount of a Secret that there is one.
      leaves: ['kubernetes/workload-mounts'],
    },
  ];
}
