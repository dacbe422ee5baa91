import { pipTrustedHost } from '../../../server/src/rules/dependencies/pip-trusted-host.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (host: string): string =>
  `Certificates of ${host} are not checked, so anyone on the way can replace packages. Remove the exception.`;
const OFF = 'Certificates of this package index are not checked, so anyone on the way can replace packages. Turn the check on.';

testRule(pipTrustedHost, {
  clean: [
    { path: 'requirements.txt', code: '--trusted-host localhost\n--trusted-host 127.0.0.1:8080\na==1\n' },
    { path: 'requirements.txt', code: '# --trusted-host h.example\n--trusted-host ${HOST}\n' },
    { path: 'pip.conf', code: '[global]\ntrusted-host =\n[install]\n# trusted-host = h.example\n' },
    { path: 'Pipfile', code: '[[source]]\nurl = "https://h.example"\nverify_ssl = true\n' },
    { path: 'pyproject.toml', code: '[tool.other]\nverify_ssl = false\n' },
  ],
  caught: [
    { path: 'requirements.txt', code: '--trusted-host ⟦h.example⟧\na==1\n', says: says('h.example'), fixed: 'a==1\n' },
    { path: 'requirements.txt', code: '--index-url https://h.example --trusted-host=⟦h.example⟧\n', says: says('h.example') },
    {
      path: 'pip.conf',
      code: '[global]\nindex-url = https://h.example\ntrusted-host = ⟦h.example⟧\n',
      says: says('h.example'),
      fixed: '[global]\nindex-url = https://h.example\n',
    },
    {
      path: 'pip.conf',
      code: '[global]\ntrusted_host = ⟦pypi.org⟧ ⟦files.pythonhosted.org⟧\n',
      says: [says('pypi.org'), says('files.pythonhosted.org')],
    },
    {
      path: 'pip.conf',
      code: '[global]\ntrusted-host =\n    ⟦h.example⟧\n    ⟦i.example⟧\nx = y\n',
      says: [says('h.example'), says('i.example')],
      fixed: '[global]\ntrusted-host =\nx = y\n',
    },
    {
      path: 'uv.toml',
      code: 'allow-insecure-host = ["⟦h.example:8080⟧"]\nx = 1\n',
      says: says('h.example:8080'),
      fixed: 'x = 1\n',
    },
    {
      path: 'Pipfile',
      code: '[[source]]\nurl = "https://h.example"\nverify_ssl = ⟦false⟧\n',
      says: OFF,
      fixed: '[[source]]\nurl = "https://h.example"\nverify_ssl = true\n',
    },
    {
      path: 'pyproject.toml',
      code: '[[tool.pdm.source]]\nurl = "https://h.example"\nverify_ssl = ⟦false⟧\n',
      says: OFF,
      fixed: '[[tool.pdm.source]]\nurl = "https://h.example"\nverify_ssl = true\n',
    },
    {
      path: 'poetry.toml',
      code: '[certificates.corp]\ncert = ⟦false⟧\nx = 1\n',
      says: OFF,
      fixed: '[certificates.corp]\nx = 1\n',
    },
  ],
});
