import { dockerfileRule } from '../../engine/rule.ts';
import { appendWord } from './support/edits.ts';
import { APK, installation, mayHoldOptions } from './support/package-managers.ts';
import { runsInImage } from './support/uncleaned.ts';

export const apkNoCache = dockerfileRule(
  {
    id: 'dockerfile/apk-no-cache',
    title: '`apk` keeps its package index in the image',
    why: '`apk update`, and `apk add` with `--update`, store the index of all packages in the layer, where nobody reads it again. With `--no-cache` apk takes a fresh index and keeps none.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      cache: '`apk add` without `--no-cache` needs an index that stays in the image. Add `--no-cache`.',
    },
    aliases: [
      'droast:DF029',
      'hadolint:DL3019',
      'kics:apk_add_using_local_cache_path',
      'semgrep:missing-apk-no-cache',
      'trivy:DS-0025',
    ],
    references: ['https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runsInImage(model)) {
      if (instruction.flags.some(({ name, value }) => name === 'mount' && /\/apk(?:\/|,|$)/.test(value?.text ?? ''))) continue;
      for (const invocation of invocations) {
        const found = installation(APK, invocation);
        if (!found || invocation.args.some((word) => mayHoldOptions(word, model.text))) continue;
        if (found.options.some(({ name }) => /^--(?:no-cache|no-network|cache-dir)$/.test(name))) continue;
        const edits = [appendWord(invocation, found.subcommand, '--no-cache')];
        yield {
          message: 'cache',
          span: found.subcommand.span,
          fixes: [{ title: 'Add --no-cache', applicability: 'safe', edits }],
        };
      }
    }
  },
);
