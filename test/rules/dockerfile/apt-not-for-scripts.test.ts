import { aptNotForScripts } from '../../../server/src/rules/dockerfile/apt-not-for-scripts.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(aptNotForScripts, {
  clean: [
    'FROM a:1\nRUN apt-get install git && apt-key add x && apt-mark hold x\n',
    'FROM a:1\nRUN echo apt install && ls /etc/apt\n',
    'FROM a:1\n# apt install\nCOPY apt /apt\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦apt⟧ update && ⟦apt⟧ install -y git\n',
      says: [
        '`apt` is made for people and may change. Use `apt-get` in a build.',
        '`apt` is made for people and may change. Use `apt-get` in a build.',
      ],
      fixed: 'FROM a:1\nRUN apt-get update && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN sudo /usr/bin/⟦apt⟧ -y install git && ⟦apt⟧ search x\n',
      says: [
        '`apt` is made for people and may change. Use `apt-get` in a build.',
        '`apt` is made for people and may change. Use `apt-cache` in a build.',
      ],
      fixed: 'FROM a:1\nRUN sudo /usr/bin/apt-get -y install git && apt-cache search x\n',
    },
    {
      code: 'FROM a:1\nRUN ["⟦apt⟧", "purge", "x"]\n',
      says: '`apt` is made for people and may change. Use `apt-get` in a build.',
      fixed: 'FROM a:1\nRUN ["apt-get", "purge", "x"]\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt⟧ list --installed\n',
      says: '`apt` is made for people and may change. Use `apt-get` in a build.',
    },
  ],
});
