import { shellOverride } from '../../../server/src/rules/dependencies/shell-override.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (key: string, program: string): string =>
  `\`${key}\` starts ${program} for each command, which is not a known shell. Remove it, or name a shell of the machine.`;

testRule(shellOverride, {
  clean: [
    { path: '.npmrc', code: 'script-shell=bash\n' },
    { path: '.npmrc', code: 'script-shell=/bin/bash\nshell=/usr/bin/zsh\ngit=/usr/bin/git\n' },
    { path: '.npmrc', code: 'script-shell=C:\\\\Program Files\\\\git\\\\bin\\\\bash.exe\n' },
    { path: '.npmrc', code: 'script-shell="C:/Windows/System32/WindowsPowerShell/v1.0/powershell.exe"\n' },
    { path: '.npmrc', code: 'script-shell=${SHELL}\n; script-shell=./x\n' },
    { path: 'pnpm-workspace.yaml', code: 'scriptShell: pwsh\nshellEmulator: true\n' },
  ],
  caught: [
    // Only the name counts, not how it ends.
    ...['/tmp/evil.sh', '/opt/tools/my-bash', 'run.sh', '/tmp/bash'].map((program) => ({
      path: '.npmrc',
      code: `script-shell=⟦${program}⟧\n`,
      says: says('script-shell', program),
    })),
    { path: '.npmrc', code: 'script-shell=⟦./tools/sh⟧\n', says: says('script-shell', './tools/sh') },
    { path: '.npmrc', code: 'git=⟦node_modules/.bin/x⟧\n', says: says('git', 'node_modules/.bin/x') },
    { path: 'pnpm-workspace.yaml', code: 'scriptShell: "⟦/tmp/run⟧"\n', says: says('scriptShell', '/tmp/run') },
    { path: '.npmrc', code: 'script-shell=⟦node⟧\n', says: says('script-shell', 'node') },
  ],
});
