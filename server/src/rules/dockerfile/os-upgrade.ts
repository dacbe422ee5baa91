import { dockerfileRule } from '../../engine/rule.ts';
import { readArguments, valueOf, type OptionSpec } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { deleteCommand } from './support/delete-command.ts';
import { APK, DNF, ZYPPER } from './support/package-managers.ts';

const UPGRADES: readonly { readonly programs: RegExp; readonly options: OptionSpec; readonly commands: RegExp }[] = [
  {
    programs: /^(?:apt-get|apt|aptitude)$/,
    options: APT_OPTIONS,
    commands: /^(?:upgrade|dist-upgrade|full-upgrade|safe-upgrade)$/,
  },
  {
    programs: /^(?:yum|dnf|dnf5|microdnf|tdnf)$/,
    options: DNF.options,
    commands: /^(?:update|upgrade|up|distro-sync|system-upgrade)$/,
  },
  { programs: /^zypper$/, options: ZYPPER.options, commands: /^(?:update|up|dist-upgrade|dup|patch)$/ },
  { programs: /^apk$/, options: APK.options, commands: /^upgrade$/ },
];

export const osUpgrade = dockerfileRule(
  {
    id: 'dockerfile/os-upgrade',
    title: 'All packages of the base image are upgraded',
    why: 'An upgrade makes the image depend on the day on which it is built, and keeps both versions of each package in its layers. Take a newer base image instead, or upgrade the packages by name. Teams that must have the newest fixes between two base images switch this rule off.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      upgrade: '`{command}` upgrades everything in the base image. Use a newer base image, or name the packages.',
    },
    aliases: [
      'droast:DF044',
      'hadolint:DL3035',
      'semgrep:avoid-apk-upgrade',
      'semgrep:avoid-apt-get-upgrade',
      'semgrep:avoid-dnf-update',
      'semgrep:avoid-yum-update',
      'semgrep:avoid-zypper-update',
      'trivy:DS-0024',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      for (const invocation of invocations) {
        const upgrade = UPGRADES.find(({ programs }) => programs.test(invocation.name));
        if (!upgrade) continue;
        const [command, ...packages] = readArguments(invocation.args, upgrade.options).operands;
        const name = command && valueOf(command);
        if (!command || name === undefined || !upgrade.commands.test(name) || packages.length > 0) continue;
        const edit = deleteCommand(model, instruction, invocation);
        yield {
          message: 'upgrade',
          data: { command: `${invocation.name} ${name}` },
          span: command.span,
          fixes: edit ? [{ title: 'Delete the command', applicability: 'suggested', edits: [edit] }] : [],
        };
      }
    }
  },
);
