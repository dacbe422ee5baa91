import { userGroupDropsSupplementary } from '../../../server/src/rules/dockerfile/user-group-drops-supplementary.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(userGroupDropsSupplementary, {
  clean: [
    'FROM a:1\nRUN useradd app\nUSER app:app\n',
    'FROM a:1\nRUN usermod -aG docker app\nUSER app\n',
    'FROM a:1\nRUN usermod -aG docker other\nUSER app:app\n',
    'FROM a:1\nUSER $U:$G\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN useradd app && usermod -aG audio app\nUSER app⟦:app⟧\n',
      says: '"app" was added to further groups, which `USER app:app` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN useradd app && usermod -aG audio app\nUSER app\n',
    },
    {
      code: 'FROM a:1\nRUN useradd -G audio,video app\nUSER app⟦:users⟧\n',
      says: '"app" was added to further groups, which `USER app:users` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN useradd -G audio,video app\nUSER app\n',
    },
    {
      code: 'FROM a:1\nRUN adduser app audio\nUSER app⟦:1000⟧\n',
      says: '"app" was added to further groups, which `USER app:1000` drops. Leave the group out.',
      fixed: 'FROM a:1\nRUN adduser app audio\nUSER app\n',
    },
  ],
});
