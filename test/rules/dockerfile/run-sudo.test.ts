import { runSudo } from '../../../server/src/rules/dockerfile/run-sudo.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'RUN does not need sudo. Switch users with USER instead.';

testRule(runSudo, {
  clean: [
    'FROM debian:12\nRUN apt-get install -y sudo\n',
    'FROM debian:12\nRUN echo sudo make install\n',
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app && usermod -aG sudo app\n',
    'FROM debian:12\nCMD ["sudo", "x"]\n',
    'FROM debian:12\nRUN true # sudo x\n',
    'FROM debian:12\nCOPY <<EOF /x.sh\nsudo x\nEOF\n',
    'FROM debian:12\nSHELL ["powershell", "-Command"]\nRUN sudo x\n',
    'FROM debian:12\nRUN pseudo x; ./sudo.sh\n',
  ],
  caught: [
    { code: 'FROM debian:12\nRUN ⟦sudo⟧ make install\n', says, fixed: 'FROM debian:12\nRUN make install\n' },
    { code: 'from debian:12\nrun a && ⟦sudo⟧ A=b \\\n  make', says, fixed: 'from debian:12\nrun a && A=b \\\n  make' },
    {
      code: 'FROM debian:12\nRUN echo x | /usr/bin/⟦⟧sudo tee y\n'.replace('/usr/bin/⟦⟧sudo', '⟦/usr/bin/sudo⟧'),
      says,
      fixed: 'FROM debian:12\nRUN echo x | tee y\n',
    },
    {
      code: 'FROM node:24\nUSER node\nUSER root\nRUN ⟦sudo⟧ a && ⟦sudo⟧ b\n',
      says: [says, says],
      fixed: 'FROM node:24\nUSER node\nUSER root\nRUN a && b\n',
    },
    {
      code: 'FROM debian:12\nUSER app\nRUN x \\\n  && ⟦sudo⟧ make install\nCMD ["x"]\n',
      says,
      fixed: 'FROM debian:12\nUSER app\nUSER root\nRUN x \\\n  && make install\nUSER app\nCMD ["x"]\n',
    },
    { code: 'FROM debian:12\nRUN ⟦sudo⟧ -u app make\n', says },
    { code: 'FROM debian:12\nRUN ["⟦sudo⟧", "make", "install"]\n', says, fixed: 'FROM debian:12\nRUN ["make", "install"]\n' },
    {
      code: 'FROM debian:12\nRUN <<EOF\n⟦sudo⟧ make install\nEOF\n',
      says,
      fixed: 'FROM debian:12\nRUN <<EOF\nmake install\nEOF\n',
    },
    { code: 'FROM debian:12\nRUN bash -c "⟦sudo⟧ make"\n', says, fixed: 'FROM debian:12\nRUN bash -c "make"\n' },
    { code: 'FROM example.com/base:1\nRUN ⟦sudo⟧ make\n', says, fixed: 'FROM example.com/base:1\nRUN make\n' },
    { code: 'FROM debian:12\nARG U\nUSER $U\nRUN ⟦sudo⟧ make\n', says },
    { code: 'FROM debian:12\nRUN ⟦sudo⟧\n', says },
    {
      code: 'FROM debian:12\nRUN ⟦sudo⟧ \\\n  # why\n  apt-get install -y x\n',
      says,
      fixed: 'FROM debian:12\nRUN \\\n  # why\n  apt-get install -y x\n',
    },
    {
      code: 'FROM debian:12\nRUN ["⟦sudo⟧", \\\n  "make"]\n',
      says,
      fixed: 'FROM debian:12\nRUN ["make"]\n',
    },
    { code: 'FROM debian:12\nRUN ["⟦sudo⟧", \\\n  # why\n  "make"]\n', says },
  ],
});
