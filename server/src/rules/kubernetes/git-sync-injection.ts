import type { Span } from '../../base/span.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { type Container, parseImage } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, entryOf, itemsOf } from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const gitSyncInjection = kubernetesRule(
  {
    id: 'kubernetes/git-sync-injection',
    title: 'git-sync that runs another program as git',
    why: '`GITSYNC_GIT` (or `--git`) names the program that git-sync starts as git, with the rights of its container and whatever the pod mounts. Whoever may write that value runs any program there without a change of the image. Leave it out, so that the image’s own git is run.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { program: 'Container `{container}` lets git-sync run what `{setting}` names instead of git. Delete the setting.' },
    aliases: ['checkov:CKV_K8S_159'],
    references: ['CWE-94', 'https://github.com/kubernetes/git-sync#manual'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { container, name } of targetsOf(model)) {
      for (const { setting, span } of programsOf(container)) {
        yield { message: 'program', data: { container: name, setting }, span, key: `${container.key}/${setting}` };
      }
    }
  }),
);

const isGit = (program: string): boolean => /^(?:\/(?:usr\/(?:local\/)?)?bin\/)?git$/.test(program);
const isGitSync = ({ image }: Container): boolean => /(?:^|\/)git-sync$/.test(parseImage(image?.text ?? '')?.name ?? '');

/** Where a container says which program git-sync runs as git. The variable has no other user; the option counts only for git-sync itself. */
function* programsOf(container: Container): Generator<{ readonly setting: string; readonly span: Span }> {
  for (const item of itemsOf(at(container.node, 'env'))) {
    const variable = asMapping(item);
    const name = asScalar(entryOf(variable, 'name')?.value);
    if (name?.text !== 'GITSYNC_GIT') continue;
    const value = asScalar(entryOf(variable, 'value')?.value);
    if (value ? value.text !== '' && !isGit(value.text) : entryOf(variable, 'valueFrom')) {
      yield { setting: name.text, span: (value ?? name).span };
    }
  }
  if (!isGitSync(container)) return;
  const words = ['command', 'args'].flatMap((field) => itemsOf(at(container.node, field)));
  for (const [index, word] of words.entries()) {
    const scalar = asScalar(word);
    const match = /^--?git(?:=(?<program>.*))?$/s.exec(scalar?.text ?? '');
    const program = match?.groups?.['program'] ?? asScalar(words[index + 1])?.text;
    if (scalar && match && program !== undefined && !isGit(program)) yield { setting: '--git', span: scalar.span };
  }
}
