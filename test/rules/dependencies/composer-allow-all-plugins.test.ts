import { composerAllowAllPlugins } from '../../../server/src/rules/dependencies/composer-allow-all-plugins.ts';
import { testRule } from '../../support/rule-tester.ts';

const all =
  'Every plugin that any dependency brings in may run while packages are installed. List the plugins that the project uses.';
const lock = (types: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    { packages: Object.entries(types).map(([name, type]) => ({ name, version: '1.0.0', type })), 'packages-dev': [] },
    null,
    4,
  );

testRule(composerAllowAllPlugins, {
  clean: [
    { path: 'composer.json', code: '{"config": {"allow-plugins": {"a/b": true, "c/*": true}}}' },
    { path: 'composer.json', code: '{"config": {"allow-plugins": false}}' },
    { path: 'composer.json', code: '{"config": {"allow-plugins": {}}}' },
    { path: 'composer.json', code: '{"config": {"allow-plugins": {"*": false}}}' },
    { path: 'composer.json', code: '{"extra": {"allow-plugins": true}}' },
    { path: 'composer.json', code: '{"require": {"a/b": "^1.0"}}' },
  ],
  caught: [
    { path: 'composer.json', code: '{"config": {"allow-plugins": ⟦true⟧}}', says: all },
    { path: 'composer.json', code: '{"config": {"allow-plugins": {"*": ⟦true⟧}}}', says: all },
    { path: 'composer.json', code: '{"config": {"allow-plugins": {"a/b": true, "*/*": ⟦true⟧}}}', says: all },
    {
      path: 'composer.json',
      code: '{\n    "config": {\n        "allow-plugins": ⟦true⟧\n    }\n}\n',
      files: {
        'composer.lock': lock({ 'z/plugin': 'composer-plugin', 'a/library': 'library', 'b/installer': 'composer-plugin' }),
      },
      says: all,
      fixed:
        '{\n    "config": {\n        "allow-plugins": {\n            "b/installer": true,\n            "z/plugin": true\n        }\n    }\n}\n',
    },
    {
      path: 'composer.json',
      code: '{"config": {"allow-plugins": ⟦true⟧}}',
      files: { 'composer.lock': lock({ 'a/plugin': 'composer-plugin' }) },
      says: all,
      fixed: '{"config": {"allow-plugins": {"a/plugin": true}}}',
    },
    {
      path: 'composer.json',
      code: '{"config": {"allow-plugins": ⟦true⟧}}',
      files: { 'composer.lock': lock({ 'a/library': 'library' }) },
      says: all,
      fixed: '{"config": {"allow-plugins": {}}}',
    },
  ],
});
