import { zypperCacheNotCleaned } from '../../../server/src/rules/dockerfile/zypper-cache-not-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(zypperCacheNotCleaned, {
  clean: [
    'FROM a:1\nRUN zypper install -y git && zypper clean --all\n',
    'FROM a:1\nRUN zypper -y install git && rm -rf /var/cache/zypp/*\n',
    'FROM a:1\nRUN --mount=type=cache,target=/var/cache/zypp zypper install -y git\n',
    'FROM a:1 AS b\nRUN zypper install -y git\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1\nRUN zypper list installed\n',
    'FROM a:1\nRUN <<EOF\nzypper install -y git\nzypper clean --all\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN zypper ⟦install⟧ -y git\n',
      says: 'What `zypper install` downloads stays in the image. Run `zypper clean --all` in the same RUN.',
      fixed: 'FROM a:1\nRUN zypper install -y git && zypper clean --all\n',
    },
    {
      code: 'FROM a:1\nRUN zypper ⟦install⟧ -y git \\\n # c\n && zypper install -y vim \\\n && rm -rf /x\nRUN zypper clean --all\n',
      says: 'What `zypper install` downloads stays in the image. Run `zypper clean --all` in the same RUN.',
      fixed:
        'FROM a:1\nRUN zypper install -y git \\\n # c\n && zypper install -y vim \\\n && zypper clean --all \\\n && rm -rf /x\nRUN zypper clean --all\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\nzypper ⟦install⟧ -y git\nEOF\n',
      says: 'What `zypper install` downloads stays in the image. Run `zypper clean --all` in the same RUN.',
      fixed: 'FROM a:1\nRUN <<EOF\nset -e\nzypper install -y git\nzypper clean --all\nEOF\n',
    },
  ],
});
