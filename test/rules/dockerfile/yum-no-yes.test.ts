import { yumNoYes } from '../../../server/src/rules/dockerfile/yum-no-yes.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(yumNoYes, {
  clean: [
    'FROM a:1\nRUN yum install -y git\n',
    'FROM a:1\nRUN yum -y install git && yum clean all && yum list\n',
    'FROM a:1\nRUN yum install --assumeyes git\n',
    'FROM a:1\nRUN yes | yum install git\n',
    'FROM a:1\nRUN echo assumeyes=1 >> /etc/yum.conf && yum install git\n',
    'FROM a:1\nRUN yum install $OPTS git\n',
    'FROM a:1\nRUN echo yum install git\n',
    'FROM a:1\nRUN yum install -qy git\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN yum ⟦install⟧ git\n',
      says: '`yum install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN yum install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN yum --setopt=tsflags=nodocs ⟦install⟧ git && yum ⟦update⟧\n',
      says: [
        '`yum install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
        '`yum update` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      ],
      fixed: 'FROM a:1\nRUN yum --setopt=tsflags=nodocs install -y git && yum update -y\n',
    },
    {
      code: 'FROM a:1\nRUN ["sh", "-c", "sudo yum ⟦install⟧ git"]\n',
      says: '`yum install` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      fixed: 'FROM a:1\nRUN ["sh", "-c", "sudo yum install -y git"]\n',
    },
  ],
});
