import { dnfNoYes } from '../../../server/src/rules/dockerfile/dnf-no-yes.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(dnfNoYes, {
  clean: [
    'FROM a:1\nRUN dnf install -y git\n',
    'FROM a:1\nRUN dnf -y install git && dnf clean all && dnf list\n',
    'FROM a:1\nRUN dnf install --assumeyes git\n',
    'FROM a:1\nRUN yes | dnf install git\n',
    'FROM a:1\nRUN echo assumeyes=1 >> /etc/dnf.conf && dnf install git\n',
    'FROM a:1\nRUN dnf install $OPTS git\n',
    'FROM a:1\nRUN echo dnf install git\n',
    'FROM a:1\nRUN dnf install -qy git\n',
    'FROM a:1\nRUN microdnf install git && microdnf update\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN dnf ⟦install⟧ git\n',
      says: '`dnf install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN dnf install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN dnf --setopt=tsflags=nodocs ⟦install⟧ git && dnf ⟦update⟧\n',
      says: [
        '`dnf install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
        '`dnf update` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      ],
      fixed: 'FROM a:1\nRUN dnf --setopt=tsflags=nodocs install -y git && dnf update -y\n',
    },
    {
      code: 'FROM a:1\nRUN ["sh", "-c", "sudo dnf ⟦install⟧ git"]\n',
      says: '`dnf install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN ["sh", "-c", "sudo dnf install -y git"]\n',
    },
    {
      code: 'FROM a:1\nRUN tdnf ⟦install⟧ git\n',
      says: '`tdnf install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN tdnf install -y git\n',
    },
  ],
});
