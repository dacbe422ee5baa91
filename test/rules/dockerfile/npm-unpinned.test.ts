import { npmUnpinned } from '../../../server/src/rules/dockerfile/npm-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(npmUnpinned, {
  clean: [
    'FROM a:1\nRUN npm install && npm ci && npm install -g npm@11\n',
    'FROM a:1\nRUN npm i @scope/x@1.2 ./local ../x.tgz https://a.example/x git+ssh://a.example/x#v1\n',
    'FROM a:1\nRUN npm run install && yarn install && yarn build\n',
    'FROM a:1\nRUN npm install user/repo#v1\n',
    'FROM a:1\nRUN npm install --prefix /app\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN npm install -g ⟦typescript⟧\n',
      says: 'typescript may be another version in the next build. Say which one: `package@version`.',
    },
    {
      code: 'FROM a:1\nRUN npm i ⟦@scope/x⟧ express@4 y@latest\n',
      says: '@scope/x, y@latest may be another version in the next build. Say which one: `package@version`.',
    },
    {
      code: 'FROM a:1\nRUN npm i ⟦git+https://a.example/x.git⟧\n',
      says: 'git+https://a.example/x.git may be another version in the next build. Say which one: `package@version`.',
    },
    {
      code: 'FROM a:1\nRUN yarn global add ⟦serve⟧ && pnpm add ⟦x⟧\n',
      says: [
        'serve may be another version in the next build. Say which one: `package@version`.',
        'x may be another version in the next build. Say which one: `package@version`.',
      ],
    },
  ],
});
