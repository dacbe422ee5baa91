import { dockerfileRule } from '../../engine/rule.ts';
import type { Instruction } from '../../model/dockerfile/index.ts';
import { readArguments, type OptionSpec } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { deleteWord } from './support/edits.ts';
import { withoutHashes } from './support/go-hashes.ts';
import { APK, DNF, ZYPPER } from './support/package-managers.ts';

interface Off {
  readonly programs: RegExp;
  readonly options: OptionSpec;
  readonly flags: RegExp;
  /** Values of `-o` and `--setopt`. */
  readonly settings?: RegExp;
}

/** From the manuals of the programs. */
const OFF: readonly Off[] = [
  { programs: /^apk$/, options: APK.options, flags: /^--allow-untrusted$/ },
  {
    programs: /^(?:apt-get|apt|aptitude)$/,
    options: APT_OPTIONS,
    flags: /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/,
    settings:
      /^(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|Acquire::AllowDowngradeToInsecureRepositories)=["']?(?:true|1|yes)/i,
  },
  {
    programs: /^(?:yum|dnf|dnf5|microdnf|tdnf)$/,
    options: DNF.options,
    flags: /^--(?:nogpgcheck|no-gpgchecks)$/,
    settings: /^(?:[\w*-]+\.)?(?:repo_|localpkg_)?gpgcheck=(?:0|false|no)$/i,
  },
  { programs: /^rpm$/, options: {}, flags: /^--(?:nosignature|nodigest|noverify|nofiledigest)$/ },
  { programs: /^zypper$/, options: ZYPPER.options, flags: /^--no-gpg-checks$/ },
];

/** The same in configuration files that a command or here-document writes. */
const WRITTEN =
  /\b(?:repo_)?gpgcheck\s*=\s*(?:0|false|no)\b|\[(?:[^\]\n]*\s)?trusted\s*=\s*yes\b[^\]\n]*\]|\bSigLevel\s*=\s*Never\b|AllowUnauthenticated\s+"(?:true|1)"/gi;

export const packageSignatureDisabled = dockerfileRule(
  {
    id: 'dockerfile/package-signature-disabled',
    title: 'Signatures of packages are not checked',
    why: 'The signature proves that a package is the one that the distribution made. Without the check whoever controls a mirror, or the way to it, decides what is installed. Import the right key instead.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      flag: '`{flag}` lets {program} install packages that nobody vouches for. Delete it.',
      setting: '`{setting}` switches the check of signatures off. Import the key instead.',
      hashes:
        '{name}={value} turns off the check of Go modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
    },
    aliases: [
      'checkov:CKV2_DOCKER_10',
      'checkov:CKV2_DOCKER_11',
      'checkov:CKV2_DOCKER_7',
      'checkov:CKV2_DOCKER_8',
      'checkov:CKV2_DOCKER_9',
    ],
    references: ['CWE-347', 'CWE-345'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      for (const invocation of invocations) {
        const off = OFF.find(({ programs }) => programs.test(invocation.name));
        if (!off) continue;
        const { options } = readArguments(invocation.args, off.options);
        for (const { name, value, word, valueWord, clustered } of options) {
          const isOff = off.flags.test(name) || (value !== undefined && off.settings?.test(value));
          if (!isOff || clustered) continue;
          const whole = valueWord ? { ...word, span: { start: word.span.start, end: valueWord.span.end } } : word;
          const edit = deleteWord(model.text, invocation, whole, model.escape);
          const flag = off.flags.test(name) ? name : `${name} ${value ?? ''}`;
          yield {
            message: 'flag',
            data: { flag, program: invocation.name },
            span: whole.span,
            fixes: [{ title: `Delete ${flag}`, applicability: 'safe', edits: [edit] }],
          };
        }
      }
      yield* written(model.text, instruction);
    }
    yield* withoutHashes(model);
    if (model.isTemplate) return;
    for (const instruction of model.effectiveInstructions())
      if ((instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && instruction.hereDocuments.length > 0)
        yield* written(model.text, instruction);
  },
);

function* written(text: string, { span }: Instruction) {
  const source = text.slice(span.start, span.end);
  for (const match of source.matchAll(WRITTEN)) {
    // As an option of a command it was told above.
    if (/--setopt[= ]\S*$/.test(source.slice(Math.max(0, match.index - 80), match.index))) continue;
    // A repository on this machine was made by the same build, and there is no way to it on which it could be replaced.
    if (match[0].startsWith('[') && /^\s*(?:file|copy|cdrom):/.test(source.slice(match.index + match[0].length))) continue;
    // What sed looks for is what it takes away: `s/gpgcheck=0/gpgcheck=1/`.
    if (/\bs([/|#,:@])[^/|#,:@\n]*$/.test(source.slice(Math.max(0, match.index - 80), match.index))) continue;
    const start = span.start + match.index;
    yield { message: 'setting', data: { setting: match[0] }, span: { start, end: start + match[0].length } } as const;
  }
}
