import { composerInsecureHttp } from '../../../server/src/rules/dependencies/composer-insecure-http.ts';
import { testRule } from '../../support/rule-tester.ts';

const setting =
  '"secure-http" is off, so that Composer downloads over plain HTTP where a repository asks for it. Delete the setting.';
const repository = 'This repository is reached over plain HTTP, where anyone on the way can replace its packages. Use HTTPS.';

testRule(composerInsecureHttp, {
  clean: [
    { path: 'composer.json', code: '{"config": {"secure-http": true}}' },
    { path: 'composer.json', code: '{"repositories": [{"type": "composer", "url": "https://packages.example"}]}' },
    {
      path: 'composer.json',
      code: '{"repositories": [{"type": "path", "url": "../a"}, {"type": "vcs", "url": "git@git.example:a/b.git"}]}',
    },
    {
      path: 'composer.json',
      code: '{"repositories": [{"type": "composer", "url": "http://localhost:8080"}], "homepage": "http://a.example"}',
    },
    { path: 'composer.json', code: '{"repositories": {"packagist.org": false}}' },
    {
      path: 'composer.json',
      code: '{"repositories": [{"type": "package", "package": {"name": "a/b", "version": "1", "dist": {"url": "https://a.example/b.zip", "type": "zip"}}}]}',
    },
  ],
  caught: [
    { path: 'composer.json', code: '{"config": {"secure-http": ⟦false⟧}}', says: setting, fixed: '{"config": {}}' },
    {
      path: 'composer.json',
      code: '{"repositories": [{"type": "composer", "url": "⟦http⟧://packages.example"}]}',
      says: repository,
      fixed: '{"repositories": [{"type": "composer", "url": "https://packages.example"}]}',
    },
    {
      path: 'composer.json',
      code: '{"repositories": {"a": {"type": "vcs", "url": "⟦http⟧://git.example/a.git"}, "b": {"type": "git", "url": "⟦HTTP⟧://git.example:81/b"}}}',
      says: [repository, repository],
      fixed:
        '{"repositories": {"a": {"type": "vcs", "url": "https://git.example/a.git"}, "b": {"type": "git", "url": "https://git.example:81/b"}}}',
    },
  ],
});
