import { deletion } from '../../base/edit.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { DependencyFile, DependencyFormat, Setting } from '../../model/dependencies/index.ts';
import { credentialUrls } from './shared/credential-urls.ts';
import { isLiteral, type Credential } from './shared/credentials.ts';
import { secretNameOf, secretOf } from './shared/secret-settings.ts';

export const credentialsInManifest = dependencyRule(
  {
    id: 'dependencies/credentials-in-manifest',
    title: 'Credentials are written into a manifest',
    why: 'Everyone who can read the repository, its history, a build log or the published package can use a password or token that is written into a manifest. Revoke it, because it stays in the history, and let the package manager read a new one from the environment or from its own credential store.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      url: 'The URL of {name} contains a password or token. Revoke it and keep the new one out of the file.',
      setting: '"{name}" contains a password or token. Revoke it and keep the new one out of the file.',
    },
    aliases: [],
    references: ['CWE-798', 'CWE-522', 'CWE-312'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model }) {
    for (const setting of model.settings) {
      const secret = secretOf(model.format, setting);
      if (!secret || !isLiteral(setting.value) || isEncrypted(setting, model)) continue;
      yield {
        message: 'setting',
        data: { name: secretNameOf(model.format, setting) },
        span: setting.valueSpan,
        secrets: [setting.valueSpan],
        key: keyOf(setting),
        fixes: fromEnvironment(secret.fromEnvironment, setting.valueSpan),
      };
    }
    for (const { name, credential, secrets } of credentialUrls(file.text, model)) {
      const rest = secrets.length - 1;
      const of = rest === 0 ? '' : ` and of ${rest} other ${rest === 1 ? 'place' : 'places'}`;
      yield {
        message: 'url',
        data: { name: `${name}${of}` },
        span: credential.span,
        secrets,
        key: `url/${name}`,
        // What a package manager writes is for it to change.
        fixes: model.role === 'lockfile' ? [] : withoutCredentials(credential, model.format),
      };
    }
  },
);

/** Maven encrypts passwords, and puts them in braces (https://maven.apache.org/guides/mini/guide-encryption.html). */
const isEncrypted = ({ value }: Setting, { format }: DependencyFile): boolean =>
  format === 'settings.xml' && /(?<!\\)\{[^{}\s]+(?<!\\)\}/.test(value);

const keyOf = ({ section, key }: Setting): string => `${section}/${key}`;

const fromEnvironment = (newText: string | undefined, span: Span): Fix[] =>
  newText === undefined
    ? []
    : [{ title: `Read it from the environment: ${newText}`, applicability: 'suggested', edits: [{ span, newText }] }];

function withoutCredentials({ span, userInfo }: Credential, format: DependencyFormat): Fix[] {
  // https://pip.pypa.io/en/stable/reference/requirements-file-format/: pip replaces `${NAME}` in requirements files only.
  const variable =
    format === 'requirements.txt' || format === 'constraints.txt'
      ? '${PACKAGE_TOKEN}'
      : format === '.npmrc' || format === '.yarnrc.yml' || format === '.yarnrc'
        ? '${NPM_TOKEN}'
        : undefined;
  const removal: Fix[] = userInfo
    ? [{ title: 'Remove the credentials from the URL', applicability: 'suggested', edits: [deletion(userInfo)] }]
    : [];
  return [...fromEnvironment(variable, span), ...removal];
}
