import { uvUnsafeIndexStrategy } from '../../../server/src/rules/dependencies/uv-unsafe-index-strategy.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (strategy: string): string =>
  `\`${strategy}\` lets a public package take the place of a private one of the same name. Use \`first-index\`.`;

testRule(uvUnsafeIndexStrategy, {
  clean: [
    { path: 'pyproject.toml', code: '[tool.uv]\nindex-strategy = "first-index"\n' },
    { path: 'pyproject.toml', code: '[tool.other]\nindex-strategy = "unsafe-best-match"\n' },
    { path: 'uv.toml', code: '# index-strategy = "unsafe-best-match"\n' },
  ],
  caught: [
    {
      path: 'pyproject.toml',
      code: '[tool.uv]\nindex-strategy = "⟦unsafe-best-match⟧"\n',
      says: says('unsafe-best-match'),
      fixed: '[tool.uv]\nindex-strategy = "first-index"\n',
    },
    {
      path: 'pyproject.toml',
      code: "[tool.uv.pip]\nindex-strategy = '⟦unsafe-first-match⟧' # x\n",
      says: says('unsafe-first-match'),
      fixed: "[tool.uv.pip]\nindex-strategy = 'first-index' # x\n",
    },
    {
      path: 'uv.toml',
      code: 'index-strategy = "⟦unsafe-best-match⟧"\n[pip]\nindex-strategy = "⟦unsafe-best-match⟧"\n',
      says: [says('unsafe-best-match'), says('unsafe-best-match')],
      fixed: 'index-strategy = "first-index"\n[pip]\nindex-strategy = "first-index"\n',
    },
  ],
});
