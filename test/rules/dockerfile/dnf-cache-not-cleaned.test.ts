import { dnfCacheNotCleaned } from '../../../server/src/rules/dockerfile/dnf-cache-not-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(dnfCacheNotCleaned, {
  clean: [
    'FROM a:1\nRUN dnf install -y git && dnf clean all\n',
    'FROM a:1\nRUN dnf -y install git && rm -rf /var/cache/dnf/*\n',
    'FROM a:1\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y git\n',
    'FROM a:1 AS b\nRUN dnf install -y git\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1\nRUN dnf list installed\n',
    'FROM a:1\nRUN <<EOF\ndnf install -y git\ndnf clean all\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN dnf ⟦install⟧ -y git\n',
      says: 'What `dnf install` downloads stays in the image. Run `dnf clean all` in the same RUN.',
      fixed: 'FROM a:1\nRUN dnf install -y git && dnf clean all\n',
    },
    {
      code: 'FROM a:1\nRUN dnf ⟦install⟧ -y git \\\n # c\n && dnf install -y vim \\\n && rm -rf /x\nRUN dnf clean all\n',
      says: 'What `dnf install` downloads stays in the image. Run `dnf clean all` in the same RUN.',
      fixed:
        'FROM a:1\nRUN dnf install -y git \\\n # c\n && dnf install -y vim \\\n && dnf clean all \\\n && rm -rf /x\nRUN dnf clean all\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\ndnf ⟦install⟧ -y git\nEOF\n',
      says: 'What `dnf install` downloads stays in the image. Run `dnf clean all` in the same RUN.',
      fixed: 'FROM a:1\nRUN <<EOF\nset -e\ndnf install -y git\ndnf clean all\nEOF\n',
    },
    {
      code: 'FROM a:1\nRUN microdnf ⟦install⟧ -y git\n',
      says: 'What `microdnf install` downloads stays in the image. Run `microdnf clean all` in the same RUN.',
      fixed: 'FROM a:1\nRUN microdnf install -y git && microdnf clean all\n',
    },
    {
      code: 'FROM a:1\nRUN cd /src && dnf ⟦install⟧ -y git && make && dnf remove -y git && rm -rf /src\nRUN dnf ⟦install⟧ -y git || true\n',
      says: [
        'What `dnf install` downloads stays in the image. Run `dnf clean all` in the same RUN.',
        'What `dnf install` downloads stays in the image. Run `dnf clean all` in the same RUN.',
      ],
      fixed:
        'FROM a:1\nRUN cd /src && dnf install -y git && make && dnf remove -y git && dnf clean all && rm -rf /src\nRUN dnf install -y git || true\n',
    },
  ],
});
