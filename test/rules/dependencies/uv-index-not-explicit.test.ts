import { uvIndexNotExplicit } from '../../../server/src/rules/dependencies/uv-index-not-explicit.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `Every package may come from the index ${name}. Set \`explicit = true\` and bind the packages that need it in \`[tool.uv.sources]\`.`;

testRule(uvIndexNotExplicit, {
  clean: [
    { path: 'pyproject.toml', code: '[[tool.uv.index]]\nname = "corp"\nurl = "https://pypi.corp.example"\nexplicit = true\n' },
    { path: 'pyproject.toml', code: '[[tool.uv.index]]\nname = "corp"\nurl = "https://pypi.corp.example"\ndefault = true\n' },
    { path: 'pyproject.toml', code: '[[tool.uv.index]]\nname = "pytorch"\nurl = "https://download.pytorch.org/whl/cpu"\n' },
    { path: 'uv.toml', code: '[[index]]\nname = "local"\nurl = "./wheels"\nformat = "flat"\n' },
  ],
  caught: [
    {
      path: 'pyproject.toml',
      code: '[[tool.uv.index]]\nname = "corp"\nurl = "⟦https://pypi.corp.example/simple⟧"\n\n[tool.x]\ny = 1\n',
      says: says('corp'),
      fixed: '[[tool.uv.index]]\nname = "corp"\nurl = "https://pypi.corp.example/simple"\nexplicit = true\n\n[tool.x]\ny = 1\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.uv.index]]\nname = "corp"\nexplicit = false # for now\nurl = "⟦https://pypi.corp.example/simple⟧"',
      says: says('corp'),
      fixed: '[[tool.uv.index]]\nname = "corp"\nexplicit = true # for now\nurl = "https://pypi.corp.example/simple"',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.uv]\nindex = [{ name = "corp", url = "⟦https://pypi.corp.example⟧" }]\n',
      says: says('corp'),
      fixed: '[tool.uv]\nindex = [{ name = "corp", url = "https://pypi.corp.example", explicit = true }]\n',
    },
    { path: 'uv.toml', code: '[[index]]\nurl = "⟦https://test.pypi.org/simple⟧"\n', says: says('at this address') },
  ],
});
