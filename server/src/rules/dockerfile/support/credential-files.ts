import { secretFileLabel } from '../../../knowledge/secret-files.ts';
import { isSecretName } from '../../../knowledge/secrets.ts';
import type { Invocation } from '../../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Word } from '../../../model/shell/index.ts';
import { namesIn } from './words.ts';

/** What stands before a secret in the files of npm, and in `.netrc`. */
const WRITTEN = /(?:_authToken|_auth|_password) *= *["']?\$\{?(\w+)|(?:^|\s)password\s+["']?\$\{?(\w+)/i;

/** `echo "…$NAME…" > FILE`: what is written into a file of credentials, with the variable that is the secret. */
export function* writtenSecrets(
  { name, args, redirections }: Invocation,
  text: string,
): Generator<{ readonly word: Word; readonly name: string }> {
  const target = redirections.find(({ operator }) => /^1?>/.test(operator))?.target;
  if (!target || !/^(?:echo|printf)$/.test(name)) return;
  const label = secretFileLabel(valueOf(target) ?? '');
  for (const word of args) {
    const [, setting, login] = WRITTEN.exec(text.slice(word.span.start, word.span.end).replace(/^"/, '')) ?? [];
    const isKey = label === 'an SSH key' || label === 'a private key';
    const secret = setting ?? (label === 'logins' ? login : isKey ? namesIn(word)[0] : undefined);
    // A name that tells is a finding of secret-in-env-or-arg.
    if (secret !== undefined && !isSecretName(secret)) yield { word, name: secret };
  }
}

/**
 * Files of keys that a command logs in with: https://cloud.google.com/sdk/gcloud/reference/auth/activate-service-account and `auth login`.
 * A path that is not known says nothing.
 */
export function* keyFiles({ name, args }: Invocation): Generator<{ readonly word: Word; readonly path: string }> {
  if (name !== 'gcloud') return;
  const { options, operands } = readArguments(args, { long: ['key-file', 'cred-file', 'project', 'account'] });
  if (operands[0] === undefined || valueOf(operands[0]) !== 'auth') return;
  for (const { name: option, value, word, valueWord } of options)
    if (/^--(?:key|cred)-file$/.test(option) && value !== undefined && !/^(?:-?|\/dev\/.*|\/run\/secrets\/.*)$/.test(value))
      yield { word: valueWord ?? word, path: value };
}
