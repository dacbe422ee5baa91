import { npmUnpinned } from '../../../server/src/rules/dockerfile/npm-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(npmUnpinned, {
  clean: [
    'FROM a:1\nRUN npm install && npm ci && npm install -g npm@11\n',
    'FROM a:1\nRUN npm i @scope/x@1.2 ./local ../x.tgz https://a.example/x git+ssh://a.example/x#v1\n',
    'FROM a:1\nRUN npm run install && yarn install && yarn build\n',
    'FROM a:1\nRUN npm install user/repo#v1\n',
    'FROM a:1\nRUN npm install --prefix /app\n',
    'FROM a:1\nRUN yarn install --frozen-lockfile --network-timeout 600000 && yarn --cwd /x install --mutex network\n',
    'FROM a:1\nRUN npm install --fetch-timeout 60000 --production false -w web && npm i -C /x\n',
    'FROM a:1\nRUN pnpm install --reporter silent -F web && bun install --backend copyfile --cwd x\n',
    // An error since Yarn 1, and nothing else before.
    'FROM a:1\nRUN yarn install express\n',
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
      code: 'FROM a:1\nRUN yarn global add ⟦serve⟧ && pnpm add ⟦x⟧ && npm i -P ⟦y⟧ && yarn add --network-timeout 60000 -D ⟦z⟧ && bun a ⟦w⟧\n',
      says: [
        'serve may be another version in the next build. Say which one: `package@version`.',
        'x may be another version in the next build. Say which one: `package@version`.',
        'y may be another version in the next build. Say which one: `package@version`.',
        'z may be another version in the next build. Say which one: `package@version`.',
        'w may be another version in the next build. Say which one: `package@version`.',
      ],
    },
  ],
});
