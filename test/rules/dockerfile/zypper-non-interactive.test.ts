import { zypperNonInteractive } from '../../../server/src/rules/dockerfile/zypper-non-interactive.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(zypperNonInteractive, {
  clean: [
    'FROM a:1\nRUN zypper install -y git\n',
    'FROM a:1\nRUN zypper -n in git && zypper clean\n',
    'FROM a:1\nRUN zypper --non-interactive install git\n',
    'FROM a:1\nRUN zypper in --no-confirm git && zypper refresh\n',
    'FROM a:1\nENV ZYPP_NON_INTERACTIVE=1\nRUN zypper in git\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN zypper ⟦install⟧ git\n',
      says: '`zypper install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN zypper install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN zypper ref && zypper ⟦in⟧ git\n',
      says: '`zypper in` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN zypper ref && zypper in -y git\n',
    },
    {
      code: 'FROM a:1\nRUN zypper --no-gpg-checks ⟦dup⟧ \\\n  --from x\n',
      says: '`zypper dup` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN zypper --no-gpg-checks dup -y \\\n  --from x\n',
    },
  ],
});
