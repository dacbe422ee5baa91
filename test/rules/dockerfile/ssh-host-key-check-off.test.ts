import { sshHostKeyCheckOff } from '../../../server/src/rules/dockerfile/ssh-host-key-check-off.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(sshHostKeyCheckOff, {
  clean: [
    'FROM a:1\nRUN # StrictHostKeyChecking=no\\\n x\n',
    'FROM a:1\nRUN x # StrictHostKeyChecking=no\n',
    'FROM a:1\nRUN ssh -o StrictHostKeyChecking=yes a && ssh -o StrictHostKeyChecking=accept-new b\n',
    'FROM a:1\nCOPY known_hosts /root/.ssh/known_hosts\n',
    'FROM a:1\nRUN a \\\n  # StrictHostKeyChecking=no\n  b\n',
    'FROM a:1\nRUN echo ssh-keyscan\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ssh -o⟦StrictHostKeyChecking=no⟧ x\nENV GIT_SSH_COMMAND="ssh -o⟦StrictHostKeyChecking=no⟧"\n',
      says: [
        'With `StrictHostKeyChecking=no` any server is believed. Copy a known_hosts file with the right key.',
        'With `StrictHostKeyChecking=no` any server is believed. Copy a known_hosts file with the right key.',
      ],
    },
    {
      code: 'FROM a:1\nRUN ssh -o ⟦StrictHostKeyChecking=no⟧ git@a.example\n',
      says: 'With `StrictHostKeyChecking=no` any server is believed. Copy a known_hosts file with the right key.',
    },
    {
      code: 'FROM a:1\nRUN ⟦ssh-keyscan⟧ a.example >> ~/.ssh/known_hosts\n',
      says: '`ssh-keyscan` trusts whoever answers during the build. Copy a known_hosts file with the right key.',
    },
    {
      code: 'FROM a:1\nENV GIT_SSH_COMMAND="ssh -o ⟦UserKnownHostsFile=/dev/null⟧ -o ⟦StrictHostKeyChecking=no⟧"\n',
      says: [
        'With `UserKnownHostsFile=/dev/null` any server is believed. Copy a known_hosts file with the right key.',
        'With `StrictHostKeyChecking=no` any server is believed. Copy a known_hosts file with the right key.',
      ],
    },
    {
      code: 'FROM a:1\nCOPY <<EOF /etc/ssh/ssh_config\nHost *\n  ⟦StrictHostKeyChecking no⟧\nEOF\n',
      says: 'With `StrictHostKeyChecking no` any server is believed. Copy a known_hosts file with the right key.',
    },
  ],
});
