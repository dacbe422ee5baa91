import { yarnCacheNotCleaned } from '../../../server/src/rules/dockerfile/yarn-cache-not-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (command: string): string =>
  `What \`${command}\` downloads stays in the cache of yarn, in the image. Run \`yarn cache clean\` in the same RUN.`;

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
      says: says('yarn install'),
      fixed: 'FROM a:1\nRUN yarn install && yarn cache clean\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦yarn⟧\n',
      says: says('yarn'),
      fixed: 'FROM a:1\nRUN yarn && yarn cache clean\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦yarn⟧ add x && yarn build\n',
      says: says('yarn add'),
      fixed: 'FROM a:1\nRUN yarn add x && yarn cache clean && yarn build\n',
    },
    // Node does not start in a folder that was deleted.
    {
      code: 'FROM a:1\nRUN cd /tmp/rails \\\n  && ⟦yarn⟧ install \\\n  && yarn global add x@1 \\\n  && rm -rf /tmp/rails\n',
      says: says('yarn install'),
      fixed:
        'FROM a:1\nRUN cd /tmp/rails \\\n  && yarn install \\\n  && yarn global add x@1 \\\n  && yarn cache clean \\\n  && rm -rf /tmp/rails\n',
    },
    {
      code: 'FROM a:1\nRUN cd /tmp/rails; (⟦yarn⟧ install | tee log && yarn build); rm -rf /tmp/rails\n',
      says: says('yarn install'),
      fixed: 'FROM a:1\nRUN cd /tmp/rails; (yarn install | tee log && yarn cache clean && yarn build); rm -rf /tmp/rails\n',
    },
    { code: 'FROM a:1\nRUN ⟦yarn⟧ install || true\n', says: says('yarn install') },
  ],
});
