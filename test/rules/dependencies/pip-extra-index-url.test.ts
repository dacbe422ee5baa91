import { pipExtraIndexUrl } from '../../../server/src/rules/dependencies/pip-extra-index-url.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (key: string): string =>
  `\`${key}\` lets a package of one index take the place of one of the same name in another. Use one index for all packages.`;

testRule(pipExtraIndexUrl, {
  clean: [
    { path: 'requirements.txt', code: '--index-url https://pypi.corp.example/simple\na==1\n' },
    { path: 'requirements.txt', code: '--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2\n' },
    { path: 'requirements.txt', code: '# --extra-index-url https://pypi.corp.example\na==1\n' },
    { path: 'pip.conf', code: '[global]\nindex-url = https://pypi.corp.example/simple\n' },
    {
      path: 'Pipfile',
      code: '[pipenv]\ninstall_search_all_sources = false\n[[source]]\nurl = "https://pypi.org/simple"\n[[source]]\nurl = "https://pypi.corp.example"\n',
    },
    { path: 'pyproject.toml', code: '[[tool.pdm.source]]\nname = "pypi"\nurl = "https://pypi.corp.example/simple"\n' },
    {
      path: 'pyproject.toml',
      code: '[[tool.pdm.source]]\nname = "corp"\nurl = "https://pypi.corp.example/simple"\ninclude_packages = ["corp-*"]\n',
    },
    { path: 'uv.toml', code: 'extra-index-url = []\n' },
  ],
  caught: [
    // Several of one key are told once.
    {
      path: 'pip.conf',
      code: '[global]\n⟦extra-index-url⟧ = https://a.example/simple https://b.example/simple\n',
      says: says('extra-index-url'),
    },
    {
      path: 'pip.conf',
      code: '[global]\n⟦extra-index-url⟧ =\n    https://a.example/simple\n    https://b.example/simple\n',
      says: says('extra-index-url'),
      fixed: '[global]\nextra-index-url =\n',
    },
    {
      path: 'uv.toml',
      code: '⟦extra-index-url⟧ = ["https://a.example", "https://b.example"]\n\n[pip]\nstrict = true\n',
      says: says('extra-index-url'),
    },
    {
      path: 'requirements.txt',
      code: '⟦--extra-index-url⟧ https://pypi.corp.example/simple\na==1\n',
      says: says('--extra-index-url'),
      fixed: '--index-url https://pypi.corp.example/simple\na==1\n',
      alternatives: { 'Remove --extra-index-url': 'a==1\n' },
    },
    {
      path: 'requirements.txt',
      code: '--index-url https://pypi.org/simple\n⟦--extra-index-url⟧=https://u:${PW}@pypi.corp.example/simple\n',
      says: says('--extra-index-url'),
      fixed: '--index-url https://pypi.org/simple\n',
    },
    {
      path: 'requirements.in',
      code: '-i https://pypi.corp.example\n⟦--extra-index-url⟧ https://pypi.org/simple\n',
      says: says('--extra-index-url'),
      fixed: '-i https://pypi.corp.example\n',
    },
    {
      path: 'requirements.txt',
      code: '⟦--extra-index-url⟧ https://test.pypi.org/simple/\n⟦--extra-index-url⟧ https://b.example\n',
      says: [says('--extra-index-url'), says('--extra-index-url')],
      fixed: '',
    },
    {
      path: 'pip.conf',
      code: '[global]\n⟦extra-index-url⟧ = https://pypi.corp.example/simple\n',
      says: says('extra-index-url'),
      fixed: '[global]\nindex-url = https://pypi.corp.example/simple\n',
      alternatives: { 'Remove extra-index-url': '[global]\n' },
    },
    {
      path: 'pip.conf',
      code: '[global]\nindex-url = https://pypi.org/simple\n⟦extra_index_url⟧ =\n  https://pypi.corp.example/simple\n',
      says: says('extra_index_url'),
      fixed: '[global]\nindex-url = https://pypi.org/simple\nextra_index_url =\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.uv]\n⟦extra-index-url⟧ = ["https://pypi.corp.example"]\n\n[project]\nname = "x"\n',
      says: says('extra-index-url'),
      fixed:
        '[tool.uv]\n\n[project]\nname = "x"\n\n[[tool.uv.index]]\nname = "private"\nurl = "https://pypi.corp.example"\nexplicit = true\n',
    },
    {
      path: 'Pipfile',
      code: '[pipenv]\ninstall_search_all_sources = ⟦true⟧\n',
      says: 'All sources are searched for every package, so one may take the place of one of the same name. Name the index where a package needs it.',
      fixed: '[pipenv]\ninstall_search_all_sources = false\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.pdm.source]]\nname = "corp"\nurl = "⟦https://pypi.corp.example/simple⟧"\n',
      says: says('tool.pdm.source'),
    },
  ],
});
