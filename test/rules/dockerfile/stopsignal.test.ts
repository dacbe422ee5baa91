import { stopsignal } from '../../../server/src/rules/dockerfile/stopsignal.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stopsignal, {
  clean: [
    'FROM a:1\nSTOPSIGNAL SIGTERM\n',
    'FROM a:1\nSTOPSIGNAL SIGRTMIN+3\n',
    'FROM a:1\nSTOPSIGNAL $S\n',
    'FROM a:1\nSTOPSIGNAL SIGQUIT\n',
    'FROM a:1\nSTOPSIGNAL "SIGINT"\n',
    'FROM a:1\nSTOPSIGNAL ${S:-9}\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nSTOPSIGNAL ⟦15⟧\n',
      says: 'Write the signal by its full name: SIGTERM.',
      fixed: 'FROM alpine:3.22\nSTOPSIGNAL SIGTERM\n',
    },
    {
      code: 'FROM a:1\nSTOPSIGNAL ⟦9⟧\nSTOPSIGNAL ⟦SIGSTOP⟧\n',
      says: [
        'SIGKILL cannot be caught, so the program cannot finish its work. Use SIGTERM.',
        'SIGSTOP cannot be caught, so the program cannot finish its work. Use SIGTERM.',
      ],
      fixed: 'FROM a:1\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL SIGTERM\n',
    },
    { code: 'FROM a:1\nSTOPSIGNAL ⟦SIGFOO⟧\nSTOPSIGNAL ⟦99⟧\n', says: ['"SIGFOO" is no signal.', '"99" is no signal.'] },
    {
      code: 'FROM a:1\nstopsignal ⟦quit⟧\nSTOPSIGNAL ⟦RTMIN+3⟧\nSTOPSIGNAL ⟦37⟧\n',
      says: [
        'Write the signal by its full name: SIGQUIT.',
        'Write the signal by its full name: SIGRTMIN+3.',
        'Write the signal by its full name: SIGRTMIN+3.',
      ],
      fixed: 'FROM a:1\nstopsignal SIGQUIT\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL SIGRTMIN+3\n',
    },
    {
      code: 'FROM a:1\nSTOPSIGNAL ⟦"int"⟧\nSTOPSIGNAL ⟦SIGCLD⟧\n',
      says: ['Write the signal by its full name: SIGINT.', 'Write the signal by its full name: SIGCHLD.'],
      fixed: 'FROM a:1\nSTOPSIGNAL SIGINT\nSTOPSIGNAL SIGCHLD\n',
    },
    {
      code: 'FROM a:1\nARG S=kill\nSTOPSIGNAL ⟦$S⟧\n',
      says: 'SIGKILL cannot be caught, so the program cannot finish its work. Use SIGTERM.',
    },
  ],
});
