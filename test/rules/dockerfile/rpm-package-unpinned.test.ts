import { rpmPackageUnpinned } from '../../../server/src/rules/dockerfile/rpm-package-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rpmPackageUnpinned, {
  clean: [
    'FROM a:1\nRUN yum install -y git-2.39 && dnf install -y vim-9.0\n',
    'FROM a:1\nRUN dnf install -y https://a.example/x.rpm @development /usr/bin/x\n',
    'FROM a:1\nRUN zypper in -y git=2\n',
    'FROM a:1\nRUN yum update -y && yum remove git\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN yum install -y ⟦git⟧\n',
      says: 'git may be another version in the next build. Say which one: `package-version`.',
    },
    {
      code: 'FROM a:1\nRUN microdnf install ⟦tar⟧ gzip\n',
      says: 'tar, gzip may be another version in the next build. Say which one: `package-version`.',
    },
    {
      code: 'FROM a:1\nRUN zypper -n in ⟦git⟧\n',
      says: 'git may be another version in the next build. Say which one: `package=version`.',
    },
    {
      code: 'FROM a:1\nRUN dnf install -y --enablerepo crb ⟦git⟧\n',
      says: 'git may be another version in the next build. Say which one: `package-version`.',
    },
  ],
});
