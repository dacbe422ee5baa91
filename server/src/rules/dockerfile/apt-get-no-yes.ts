import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { pipedFrom, readArguments, valueOf, type Word } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { appendWord } from './support/edits.ts';

const ASKS: ReadonlySet<string> = new Set(['install', 'reinstall', 'build-dep', 'upgrade', 'dist-upgrade']);
/** Options that answer, or with which nothing is asked. */
const QUIET =
  /^(?:-y|--yes|--assume-yes|--assume-no|--force-yes|--trivial-only|-s|--simulate|--dry-run|--just-print|--recon|--no-act|--print-uris|-h|--help)$/;

export const aptGetNoYes = dockerfileRule(
  {
    id: 'dockerfile/apt-get-no-yes',
    title: '`apt-get` asks a question during the build',
    why: 'Nobody can answer during a build, so apt-get aborts when it asks whether to go on. `-y` answers yes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { asks: '`apt-get {command}` asks whether to go on, and nobody can answer during a build. Add `-y`.' },
    aliases: [
      'droast:DF015',
      'hadolint:DL3014',
      'kics:apt_get_missing_flags_to_avoid_manual_input',
      'semgrep:missing-assume-yes-switch',
      'tally:hadolint/DL3014',
      'trivy:DS-0021',
    ],
    references: ['https://manpages.debian.org/stable/apt/apt-get.8.en.html'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    const configured = configuredStages(model);
    for (const { stage, invocations } of runs(model)) {
      for (const invocation of invocations) {
        if (invocation.name !== 'apt-get') continue;
        const { options, operands } = readArguments(invocation.args, APT_OPTIONS);
        const [command] = operands;
        const name = command && valueOf(command);
        if (!command || name === undefined || !ASKS.has(name) || invocation.args.some((word) => mayAnswer(word, model.text)))
          continue;
        if (options.some((option) => QUIET.test(option.name))) continue;
        const quiet = options.filter(({ name: each }) => each === '-q' || each === '--quiet');
        if (quiet.length > 1 || quiet.some(({ value }) => value === '2') || options.some(({ name: each }) => each === '-='))
          continue;
        const isFed = invocation.redirections.some(({ operator }) => operator.startsWith('<') || operator.startsWith('0<'));
        // What xargs is fed with are arguments.
        if ((isFed || pipedFrom(invocation)) && !invocation.wrappers.some((wrapper) => wrapper.name === 'xargs')) continue;
        if (configured.size > 0 && lineage(stage).some((each) => (configured.get(each) ?? Infinity) < invocation.span.end))
          continue;
        const fix = { title: 'Add -y', applicability: 'safe', edits: [appendWord(invocation, command, '-y')] } as const;
        yield { message: 'asks', data: { command: name }, span: command.span, fixes: [fix] };
      }
    }
  },
);

/** Where each stage first writes a configuration of apt that answers for all commands behind it. */
function configuredStages(model: Dockerfile): ReadonlyMap<Stage, number> {
  const offsets = new Map<Stage, number>();
  for (const instruction of model.instructions) {
    const stage = model.stageOf(instruction);
    if (!stage || offsets.has(stage)) continue;
    const { start, end } = instruction.span;
    const at = model.text.slice(start, end).search(/assume-yes(?:["'=]|\s+\\?["'=])/i);
    if (at >= 0) offsets.set(stage, start + at);
  }
  return offsets;
}

/** Whether an unknown word is likely to hold options and not names of packages. */
const mayAnswer = (word: Word, text: string): boolean =>
  valueOf(word) === undefined && /^-|opt|arg|flag|param|yes|quiet/i.test(text.slice(word.span.start, word.span.end));
