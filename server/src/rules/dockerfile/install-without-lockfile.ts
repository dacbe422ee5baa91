import { dockerfileRule } from '../../engine/rule.ts';
import { buildContext } from './support/build-context.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';
import { installsDevelopment, looseInstall, unhashedRequirements } from './support/lockfiles.ts';

export const installWithoutLockfile = dockerfileRule(
  {
    id: 'dockerfile/install-without-lockfile',
    title: 'Installation that does not hold itself to the lockfile',
    why: 'A lockfile names the exact versions that were tested, with their hashes. A plain installation may resolve other ones and only rewrites the lockfile inside the image, so two builds differ and a version that was published in the meantime gets in unseen. Use the form that fails when lockfile and manifest disagree.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      loose: '`{command}` may install other versions than {lockfile} says. Use {instead}.',
      hashes: 'The requirements have hashes, but pip installs also what has none once one is missing. Add `--require-hashes`.',
      development: '`composer install` also installs what only development needs. Add `--no-dev`.',
    },
    aliases: ['droast:DF031', 'tally:tally/php/composer-no-dev-in-production'],
    references: ['CWE-1357', 'https://docs.npmjs.com/cli/commands/npm-ci'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file, env }) {
    let context: ReturnType<typeof buildContext> | null = null;
    for (const { instruction, stage, invocations } of runs(model)) {
      for (const invocation of invocations) {
        if (!/^(?:npm|yarn(?:pkg)?|pnpm|bun|bundler?|pipenv|uv|pip[\d.]*|composer(?:\.phar)?)$/.test(invocation.name)) continue;
        if (context === null) context = buildContext(model, file.path, env);
        const loose = looseInstall(model, instruction, invocation, context);
        if (loose) {
          const { command, lockfile, instead, word, edit } = loose;
          const title = `Use ${instead.replaceAll('`', '')}`;
          // What composer then installs would be told next.
          const more = installsDevelopment(invocation, stage, model, /^(?:u|update|upgrade)$/) ? ' --no-dev' : '';
          const fixes = edit
            ? [{ title: title + more, applicability: 'suggested', edits: [{ ...edit, newText: edit.newText + more }] } as const]
            : [];
          yield { message: 'loose', data: { command, lockfile, instead }, span: word.span, fixes };
        }
        const requirements = unhashedRequirements(invocation, context, env);
        if (requirements) {
          const edits = [appendWord(invocation, requirements, '--require-hashes')];
          const fixes = [{ title: 'Add --require-hashes', applicability: 'suggested', edits }] as const;
          yield { message: 'hashes', span: requirements.span, fixes };
        }
        const subcommand = installsDevelopment(invocation, stage, model);
        if (subcommand) {
          const edits = [appendWord(invocation, subcommand, '--no-dev')];
          yield {
            message: 'development',
            span: subcommand.span,
            fixes: [{ title: 'Add --no-dev', applicability: 'suggested', edits }],
          };
        }
      }
    }
  },
);
