import { gitProtocolInsecure } from '../../../server/src/rules/dependencies/git-protocol-insecure.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, transport: string, secure: string): string =>
  `${name} is fetched over ${transport}://, which neither encrypts nor proves who answers. Use ${secure}://.`;

testRule(gitProtocolInsecure, {
  clean: [
    '{"dependencies":{"a":"git+https://h.example/r.git"}}',
    '{"dependencies":{"a":"git+ssh://git@h.example/r.git"}}',
    '{"dependencies":{"a":"git@h.example:u/r.git"}}',
    '{"dependencies":{"a":"u/r"}}',
    '{"dependencies":{"a":"http://h.example/a.tgz"}}',
    '{"dependencies":{"a":"git://localhost/r.git"}}',
    '{"repository":"git://h.example/r.git"}',
    { path: 'requirements.txt', code: '# git://h.example/r\na @ git+https://h.example/r\n' },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { git = "https://h.example/r" }\n[package]\nrepository = "git://h.example/r"\n',
    },
    { path: 'package-lock.json', code: '{"packages":{"node_modules/a":{"resolved":"git://h.example/r.git#main"}}}' },
    { path: 'composer.json', code: '{"repositories":[{"type":"vcs","url":"git@forge.example:a.git"}]}' },
  ],
  caught: [
    {
      code: '{"dependencies":{"a":"⟦git⟧://h.example/r.git#main"}}',
      says: says('a', 'git', 'git+https'),
      fixed: '{"dependencies":{"a":"git+https://h.example/r.git#main"}}',
    },
    {
      code: '{"devDependencies":{"a":"⟦git+http⟧://h.example/r.git"}}',
      says: says('a', 'git+http', 'git+https'),
      fixed: '{"devDependencies":{"a":"git+https://h.example/r.git"}}',
    },
    {
      code: '{"overrides":{"b":{"a":"⟦GIT+HTTP⟧://h.example:8080/r.git"}}}',
      says: says('a', 'GIT+HTTP', 'git+https'),
      fixed: '{"overrides":{"b":{"a":"git+https://h.example:8080/r.git"}}}',
    },
    {
      path: 'requirements.txt',
      code: '-e ⟦git+git⟧://h.example/r.git@main#egg=a\n⟦git+http⟧://h.example/r.git\nb @ ⟦hg+http⟧://h.example/b\n',
      says: [
        says('a', 'git+git', 'git+https'),
        says('This dependency', 'git+http', 'git+https'),
        says('b', 'hg+http', 'hg+https'),
      ],
      fixed: '-e git+https://h.example/r.git@main#egg=a\ngit+https://h.example/r.git\nb @ hg+https://h.example/b\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { git = "⟦git⟧://h.example/r", branch = "x" }\n',
      says: says('a', 'git', 'https'),
      fixed: '[dependencies]\na = { git = "https://h.example/r", branch = "x" }\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\na = {git = "⟦git⟧://h.example/r"}\n[tool.uv.sources]\nb = { git = "⟦git⟧://h.example/b" }\n',
      says: [says('a', 'git', 'https'), says('b', 'git', 'https')],
      fixed:
        '[tool.poetry.dependencies]\na = {git = "https://h.example/r"}\n[tool.uv.sources]\nb = { git = "https://h.example/b" }\n',
    },
    {
      path: 'composer.json',
      code: '{"repositories":[{"type":"vcs","url":"⟦git⟧://forge.example/a.git"}]}',
      says: 'This repository is fetched over git://, which neither encrypts nor proves who answers. Use https://.',
      fixed: '{"repositories":[{"type":"vcs","url":"https://forge.example/a.git"}]}',
    },
  ],
});
