import { urlTarballDependency } from '../../../server/src/rules/dependencies/url-tarball-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `${name} is downloaded from a URL, past every check of a registry, and what it answers can change. Use a published version.`;

testRule(urlTarballDependency, {
  clean: [
    '{"dependencies":{"a":"^1.0.0","b":"u/r","c":"file:c.tgz","d":"git+https://h.example/r.git"}}',
    '{"dependencies":{"a":"http://localhost:4873/a.tgz"}}',
    '{"dependencies":{"a":"https://github.com/u/r"}}',
    { path: 'requirements.txt', code: 'a==1\n# b @ https://h.example/b.whl\n./c-1.0.whl\n' },
    {
      path: 'requirements.txt',
      code: 'a @ https://h.example/a-1.0.whl#sha256=ab\nb @ https://h.example/b.whl --hash=sha256:ab\n',
    },
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "https://h.example/r" }\n' },
    { path: 'yarn.lock', code: '"a@https://h.example/a.tgz":\n  version "1.0.0"\n  resolved "https://h.example/a.tgz"\n' },
  ],
  caught: [
    {
      code: '{"dependencies":{"a":"⟦https://registry.npmjs.org/a/-/a-1.2.3.tgz⟧"}}',
      says: says('a'),
      fixed: '{"dependencies":{"a":"1.2.3"}}',
    },
    {
      code: '{"dependencies":{"express":"⟦https://github.com/u/r/archive/refs/tags/v2.0.1.tar.gz⟧"}}',
      says: says('express'),
      fixed: '{"dependencies":{"express":"2.0.1"}}',
    },
    {
      path: 'requirements.txt',
      code: 'requests @ ⟦https://h.example/requests-2.32.0.tar.gz⟧\n',
      says: says('requests'),
      fixed: 'requests==2.32.0\n',
    },
    // Nobody says that the registry has it.
    { code: '{"dependencies":{"a":"⟦https://h.example/a/-/a-1.2.3.tgz⟧"}}', says: says('a') },
    { path: 'requirements.txt', code: 'a @ ⟦https://h.example/a-1.2.tar.gz⟧\n', says: says('a') },
    { code: '{"dependencies":{"a":"⟦https://github.com/u/r/archive/refs/tags/v2.0.1.tar.gz⟧"}}', says: says('a') },
    { code: '{"dependencies":{"a":"⟦https://codeload.github.com/u/r/tar.gz/main⟧"}}', says: says('a') },
    { code: '{"dependencies":{"a":"⟦http://h.example/latest.zip⟧"}}', says: says('a') },
    {
      code: '{"dependencies":{"express":"⟦https://h.example/latest.tgz⟧"}}',
      files: {
        'package-lock.json':
          '{"packages":{"":{"dependencies":{"express":"https://h.example/latest.tgz"}},"node_modules/express":{"version":"3.1.0","resolved":"https://h.example/latest.tgz"}}}',
      },
      says: says('express'),
      fixed: '{"dependencies":{"express":"3.1.0"}}',
    },
    {
      path: 'requirements.txt',
      code: 'a[x] @ ⟦https://files.pythonhosted.org/a-1.2.tar.gz⟧ ; python_version > "3"\nb@⟦https://files.pythonhosted.org/b-2.0.1-py3-none-any.whl⟧\n⟦https://h.example/c-1.0.zip⟧\n',
      says: [says('a'), says('b'), says('This dependency')],
      fixed: 'a[x]==1.2 ; python_version > "3"\nb==2.0.1\nhttps://h.example/c-1.0.zip\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["a @ ⟦https://files.pythonhosted.org/a-1.2.tar.gz⟧"]\n[tool.poetry.dependencies]\nb = { url = "⟦https://files.pythonhosted.org/b-1.0.0-py3-none-any.whl⟧" }\n',
      says: [says('a'), says('b')],
      fixed: '[project]\ndependencies = ["a==1.2"]\n[tool.poetry.dependencies]\nb = { version = "1.0.0" }\n',
    },
  ],
});
