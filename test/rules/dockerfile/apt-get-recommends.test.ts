import { aptGetRecommends } from '../../../server/src/rules/dockerfile/apt-get-recommends.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(aptGetRecommends, {
  clean: [
    'FROM a:1\nRUN apt-get install -y --no-install-recommends git\n',
    'FROM a:1\nRUN apt-get -o APT::Install-Recommends=false install git\n',
    'FROM a:1\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/x\nRUN apt-get install git\n',
    'FROM a:1\nRUN apt-get update && apt-get upgrade -y\n',
    'FROM a:1\nRUN apt-get install $APT_OPTIONS git\n',
    'FROM a:1\nRUN aptitude install -R git\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apt-get ⟦install⟧ -y git\n',
      says: '`apt-get install` also installs recommended packages. Add `--no-install-recommends`.',
      fixed: 'FROM a:1\nRUN apt-get install --no-install-recommends -y git\n',
    },
    {
      code: 'FROM a:1\nRUN apt-get update \\\n && apt-get -y ⟦install⟧ \\\n   git\n',
      says: '`apt-get install` also installs recommended packages. Add `--no-install-recommends`.',
      fixed: 'FROM a:1\nRUN apt-get update \\\n && apt-get -y install --no-install-recommends \\\n   git\n',
    },
    {
      code: 'FROM a:1\nRUN ["apt", "⟦install⟧", "git"]\n',
      says: '`apt install` also installs recommended packages. Add `--no-install-recommends`.',
      fixed: 'FROM a:1\nRUN ["apt", "install", "--no-install-recommends", "git"]\n',
    },
  ],
});
