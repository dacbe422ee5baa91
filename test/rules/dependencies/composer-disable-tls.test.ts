import { composerDisableTls } from '../../../server/src/rules/dependencies/composer-disable-tls.ts';
import { testRule } from '../../support/rule-tester.ts';

const tls = '"disable-tls" turns encryption off, so that anyone on the way can replace packages. Delete the setting.';
const http = '"secure-http" is off, so that packages may come over plain HTTP and be replaced on the way. Delete the setting.';

testRule(composerDisableTls, {
  clean: [
    { path: 'composer.json', code: '{"config": {"secure-http": true, "disable-tls": false}}' },
    { path: 'composer.json', code: '{"config": {"sort-packages": true}, "require": {"a/b": "^1.0"}}' },
    { path: 'composer.json', code: '{"extra": {"secure-http": false}, "secure-http": false}' },
    { path: 'composer.json', code: '{"config": {"platform": {"disable-tls": "true"}}}' },
    { path: 'package.json', code: '{"config": {"disable-tls": true}}' },
    { path: 'composer.json', code: '{"config": {"secure-http": }}' },
  ],
  caught: [
    { path: 'composer.json', code: '{"config": {"disable-tls": ⟦true⟧}}', says: tls, fixed: '{"config": {}}' },
    {
      path: 'composer.json',
      code: '{\n    "config": {\n        "secure-http": ⟦false⟧,\n        "sort-packages": true\n    }\n}\n',
      says: http,
      fixed: '{\n    "config": {\n        "sort-packages": true\n    }\n}\n',
    },
    {
      path: 'backend/composer.json',
      code: '{\n    "config": {\n        "sort-packages": true,\n        "disable-tls": ⟦true⟧,\n        "secure-http": ⟦false⟧\n    }\n}\n',
      says: [tls, http],
      fixed: '{\n    "config": {\n        "sort-packages": true,\n        "secure-http": false\n    }\n}\n',
      firstFixOnly: true,
      left: 1,
    },
  ],
});
