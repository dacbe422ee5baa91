import { poetrySourceNotExplicit } from '../../../server/src/rules/dependencies/poetry-source-not-explicit.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (rank: string, name: string): string =>
  `The ${rank} source ${name} may supply any package. Set \`priority = "explicit"\` and name the source where a package needs it.`;

testRule(poetrySourceNotExplicit, {
  clean: [
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "explicit"\n',
    },
    { path: 'pyproject.toml', code: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\n' },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "primary"\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "pytorch"\nurl = "https://download.pytorch.org/whl/cpu"\npriority = "supplemental"\n',
    },
  ],
  caught: [
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "⟦supplemental⟧"\n',
      says: says('supplemental', 'corp'),
      fixed: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "explicit"\n',
    },
    {
      path: 'pyproject.toml',
      code: "[[tool.poetry.source]]\nname = 'corp'\nurl = 'https://pypi.corp.example'\npriority = '⟦secondary⟧'\n",
      says: says('secondary', 'corp'),
      fixed: "[[tool.poetry.source]]\nname = 'corp'\nurl = 'https://pypi.corp.example'\npriority = 'explicit'\n",
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\nsecondary = ⟦true⟧\n',
      says: says('secondary', 'corp'),
      fixed: '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "explicit"\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nname = "PyPI"\npriority = "primary"\n\n[[tool.poetry.source]]\nname = "corp"\nurl = "⟦https://pypi.corp.example⟧"\n',
      says: says('primary', 'corp'),
      fixed:
        '[[tool.poetry.source]]\nname = "PyPI"\npriority = "primary"\n\n[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.corp.example"\npriority = "explicit"\n',
    },
  ],
});
