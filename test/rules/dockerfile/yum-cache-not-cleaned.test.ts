import { yumCacheNotCleaned } from '../../../server/src/rules/dockerfile/yum-cache-not-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(yumCacheNotCleaned, {
  clean: [
    'FROM a:1\nRUN yum install -y git && yum clean all\n',
    'FROM a:1\nRUN yum -y install git && rm -rf /var/cache/yum/*\n',
    'FROM a:1\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git\n',
    'FROM a:1 AS b\nRUN yum install -y git\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1\nRUN yum list installed\n',
    'FROM a:1\nRUN <<EOF\nyum install -y git\nyum clean all\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN yum ⟦install⟧ -y git\n',
      says: 'What `yum install` downloads stays in the image. Run `yum clean all` in the same RUN.',
      fixed: 'FROM a:1\nRUN yum install -y git && yum clean all\n',
    },
    {
      code: 'FROM a:1\nRUN yum ⟦install⟧ -y git \\\n # c\n && yum install -y vim \\\n && rm -rf /x\nRUN yum clean all\n',
      says: 'What `yum install` downloads stays in the image. Run `yum clean all` in the same RUN.',
      fixed:
        'FROM a:1\nRUN yum install -y git \\\n # c\n && yum install -y vim \\\n && yum clean all \\\n && rm -rf /x\nRUN yum clean all\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\nyum ⟦install⟧ -y git\nEOF\n',
      says: 'What `yum install` downloads stays in the image. Run `yum clean all` in the same RUN.',
      fixed: 'FROM a:1\nRUN <<EOF\nset -e\nyum install -y git\nyum clean all\nEOF\n',
    },
  ],
});
