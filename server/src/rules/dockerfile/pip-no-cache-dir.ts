import { dockerfileRule } from '../../engine/rule.ts';
import { appendWord } from './support/edits.ts';
import { installation, mayHoldOptions, PIP } from './support/package-managers.ts';
import { runsInImage } from './support/uncleaned.ts';

/** What keeps the cache out of the layer: a mount, a removal in the same RUN, or a variable set there. */
const KEPT_OUT = /--mount=\S*(?:\/\.cache|pip)|\brm\s[^\n]*\.cache|\bpip[\d.]*\s+cache\s+purge|\bPIP_(?:NO_CACHE_DIR|CACHE_DIR)=/;
const VARIABLES: readonly string[] = ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR'];

export const pipNoCacheDir = dockerfileRule(
  {
    id: 'dockerfile/pip-no-cache-dir',
    title: '`pip` keeps what it downloads in the image',
    why: '`pip` stores every package that it downloads or builds for the next installation, which an image never has. `--no-cache-dir` saves that space.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      cache: '`{command}` stores its downloads in the image. Add `--no-cache-dir`.',
    },
    aliases: ['droast:DF030', 'hadolint:DL3042', 'kics:pip_install_keeping_cached_packages', 'semgrep:missing-pip-no-cache-dir'],
    references: ['https://pip.pypa.io/en/stable/topics/caching/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runsInImage(model)) {
      const text = model.text.slice(instruction.span.start, instruction.span.end);
      if (KEPT_OUT.test(text) || VARIABLES.some((name) => model.binding(name, instruction) !== undefined)) continue;
      for (const invocation of invocations) {
        const found = installation(PIP, invocation);
        if (!found || invocation.args.some((word) => mayHoldOptions(word, model.text))) continue;
        // pip takes beginnings of options, such as `--no-cache`: https://docs.python.org/3/library/optparse.html.
        if (found.options.some(({ name }) => /^--(?:no-c[a-z-]*|cache-dir|dry-run|help)$/.test(name))) continue;
        if (invocation.assignments.some(({ name }) => VARIABLES.includes(name))) continue;
        const edits = [appendWord(invocation, found.subcommand, '--no-cache-dir')];
        const fix = { title: 'Add --no-cache-dir', applicability: 'safe', edits } as const;
        yield { message: 'cache', data: { command: 'pip install' }, span: found.subcommand.span, fixes: [fix] };
      }
    }
  },
);
