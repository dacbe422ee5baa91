import { yarnCacheNotCleaned } from '../../../server/src/rules/dockerfile/yarn-cache-not-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(yarnCacheNotCleaned, {
  clean: [
    'FROM a:1\nRUN yarn install && yarn cache clean\n',
    'FROM a:1\nRUN --mount=type=cache,target=/root/.cache yarn\n',
    'FROM a:1\nRUN yarn build && yarn --version\n',
    'FROM a:1 AS b\nRUN yarn\nFROM a:1\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦yarn⟧ install\n',
      says: 'What `yarn install` downloads stays in the cache of yarn, in the image. Run `yarn cache clean` in the same RUN.',
      fixed: 'FROM a:1\nRUN yarn install && yarn cache clean\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦yarn⟧\n',
      says: 'What `yarn` downloads stays in the cache of yarn, in the image. Run `yarn cache clean` in the same RUN.',
      fixed: 'FROM a:1\nRUN yarn && yarn cache clean\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦yarn⟧ add x && yarn build\n',
      says: 'What `yarn add` downloads stays in the cache of yarn, in the image. Run `yarn cache clean` in the same RUN.',
      fixed: 'FROM a:1\nRUN yarn add x && yarn build && yarn cache clean\n',
    },
  ],
});
