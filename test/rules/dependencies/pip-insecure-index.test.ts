import { pipInsecureIndex } from '../../../server/src/rules/dependencies/pip-insecure-index.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (host: string): string =>
  `The package index ${host} is reached over plain HTTP, where anyone on the way can replace packages. Use HTTPS.`;

testRule(pipInsecureIndex, {
  clean: [
    { path: 'requirements.txt', code: '--index-url https://pypi.example/simple\na==1\n' },
    { path: 'requirements.txt', code: '# -i http://pypi.example/simple\n-i http://localhost:3141/root/pypi\na==1\n' },
    { path: 'requirements.txt', code: '--index-url http://${HOST}/simple\n--find-links http://pypi.example/links\n' },
    { path: 'pip.conf', code: '[global]\nindex-url = https://pypi.example/simple\nproxy = http://proxy.example:3128\n' },
    { path: 'Pipfile', code: '[[source]]\nurl = "https://pypi.example/simple"\n' },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "x"\n[project.urls]\nhome = "http://h.example"\n[[tool.uv.index]]\nurl = "https://pypi.example"\n',
    },
    { path: '.npmrc', code: 'registry=http://npm.example/\n' },
    { path: 'pip.conf', code: '[global]\nindex-url = http://user:pw@127.0.0.1:8080/simple\n' },
  ],
  caught: [
    {
      path: 'requirements.txt',
      code: '--index-url ⟦http⟧://pypi.example/simple\na==1\n',
      says: says('pypi.example'),
      fixed: '--index-url https://pypi.example/simple\na==1\n',
    },
    {
      path: 'requirements.txt',
      code: '-i ⟦http⟧://u:${PW}@pypi.example/simple\n',
      says: says('pypi.example'),
      fixed: '-i https://u:${PW}@pypi.example/simple\n',
    },
    {
      path: 'requirements.txt',
      code: '--extra-index-url=⟦HTTP⟧://pypi.example:8080/simple --trusted-host pypi.example\n',
      says: says('pypi.example:8080'),
      fixed: '--extra-index-url=https://pypi.example:8080/simple --trusted-host pypi.example\n',
    },
    {
      path: 'requirements.txt',
      code: '--pre --index-url "⟦http⟧://pypi.example/simple"\n',
      says: says('pypi.example'),
      fixed: '--pre --index-url "https://pypi.example/simple"\n',
    },
    {
      path: 'pip.conf',
      code: '[global]\nindex_url = ⟦http⟧://a.example/simple\nextra-index-url =\n    https://b.example\n    ⟦http⟧://c.example\n',
      says: [says('a.example'), says('c.example')],
      fixed: '[global]\nindex_url = https://a.example/simple\nextra-index-url =\n    https://b.example\n    https://c.example\n',
    },
    {
      path: 'pip.ini',
      code: '[install]\nextra-index-url = https://b.example ⟦http⟧://c.example\n',
      says: says('c.example'),
      fixed: '[install]\nextra-index-url = https://b.example https://c.example\n',
    },
    {
      path: '.pypirc',
      code: '[corp]\nrepository: ⟦http⟧://pypi.example/\n',
      says: says('pypi.example'),
      fixed: '[corp]\nrepository: https://pypi.example/\n',
    },
    {
      path: 'Pipfile',
      code: '[[source]]\nname = "x"\nurl = "⟦http⟧://pypi.example/simple"\nverify_ssl = true\n',
      says: says('pypi.example'),
      fixed: '[[source]]\nname = "x"\nurl = "https://pypi.example/simple"\nverify_ssl = true\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.poetry.source]]\nurl = "⟦http⟧://a.example"\n[[tool.uv.index]]\nurl = "⟦http⟧://b.example"\n[tool.uv]\nextra-index-url = ["⟦http⟧://c.example"]\n[[tool.pdm.source]]\nurl = "⟦http⟧://d.example"\n',
      says: ['a', 'b', 'c', 'd'].map((name) => says(`${name}.example`)),
      fixed:
        '[[tool.poetry.source]]\nurl = "https://a.example"\n[[tool.uv.index]]\nurl = "https://b.example"\n[tool.uv]\nextra-index-url = ["https://c.example"]\n[[tool.pdm.source]]\nurl = "https://d.example"\n',
    },
    {
      path: 'uv.toml',
      code: 'index-url = "⟦http⟧://a.example"\n[pip]\nextra-index-url = ["⟦http⟧://b.example"]\n',
      says: [says('a.example'), says('b.example')],
      fixed: 'index-url = "https://a.example"\n[pip]\nextra-index-url = ["https://b.example"]\n',
    },
  ],
});
