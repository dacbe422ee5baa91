import { dockerfileRule } from '../../engine/rule.ts';
import { valueOf } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { fileModes, grants } from './support/file-mode.ts';

/** Capabilities that are as good as root. Binding a low port or sending pings is not among them. */
const DANGEROUS =
  /\bcap_(?:sys_admin|sys_ptrace|sys_module|sys_rawio|sys_boot|sys_chroot|setuid|setgid|setfcap|setpcap|dac_override|dac_read_search|fowner|chown|mac_admin|mac_override|mknod|bpf|perfmon|net_admin)\b|^(?:all)?[=+][eip]*e[eip]*$/i;

export const setuidBit = dockerfileRule(
  {
    id: 'dockerfile/setuid-bit',
    title: 'Program that runs with the rights of its owner',
    why: 'A program with the setuid bit runs as its owner, mostly root, whoever starts it, and a capability lets it past the kernel’s checks. A hole in it makes anyone in the container root. Run what needs rights as the user that has them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      setuid: 'Mode {mode} lets whoever starts the program run it with the rights of its owner.',
      capability: '`{capability}` lets the program past the kernel’s checks, whoever starts it.',
    },
    aliases: ['dockle:CIS-DI-0008'],
    references: ['CWE-250', 'CIS Docker 4.8', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { mode, span } of fileModes(model)) {
      // On a folder, which it mostly is for, the bit of the group only hands the group on.
      if (grants(mode, 'u').includes('s')) yield { message: 'setuid', data: { mode }, span };
    }
    for (const { invocations } of runs(model)) {
      for (const { name, args } of invocations) {
        if (name !== 'setcap' || args.some((word) => valueOf(word) === '-r')) continue;
        for (const word of args) {
          const value = valueOf(word) ?? '';
          const capability = DANGEROUS.exec(value)?.[0];
          if (capability !== undefined) yield { message: 'capability', data: { capability }, span: word.span };
        }
      }
    }
  },
);
