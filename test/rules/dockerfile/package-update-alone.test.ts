import { packageUpdateAlone } from '../../../server/src/rules/dockerfile/package-update-alone.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(packageUpdateAlone, {
  clean: [
    'FROM a:1\nRUN apt-get update && apt-get install -y git\n',
    'FROM a:1\nRUN apt-get update && ./install.sh\n',
    'FROM a:1\nRUN apt-get update && apt-get upgrade -y\n',
    'FROM a:1\nRUN apk update && apk add git\n',
    'FROM a:1\nRUN echo apt-get update\n',
    'FROM a:1\nRUN yum update -y\n',
    'FROM a:1\nRUN <<EOF\napt-get update\napt-get install -y git\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧\nRUN apt-get install -y git\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
      fixed: 'FROM a:1\nRUN apt-get update \\\n    && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apk update⟧\nCOPY a b\nRUN apk add git\n',
      says: '`apk update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧\n# git\nRUN apt-get install -y git\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
      fixed: 'FROM a:1\nRUN apt-get update \\\n# git\n    && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧\n\n# git\nRUN apt-get install -y \\\n  git\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
      fixed: 'FROM a:1\nRUN apt-get update \\\n# git\n  && apt-get install -y \\\n  git\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧\nRUN --mount=type=cache,target=/var/cache/apt apt-get install -y git\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
    },
    {
      code: 'FROM a:1\nRUN --network=host ⟦apt-get update⟧\nRUN apt-get install -y git\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
    },
    {
      code: 'FROM a:1\nRUN echo x > /etc/apt/y && ⟦apt-get -qq update⟧\nRUN apt-get install -y git; true\n',
      says: '`apt-get update` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
    },
    {
      code: 'FROM a:1\nRUN ⟦zypper ref⟧\nRUN zypper in -y git\n',
      says: '`zypper ref` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
      fixed: 'FROM a:1\nRUN zypper ref \\\n    && zypper in -y git\n',
    },
  ],
});
