import { stdlibNameDependency } from '../../../server/src/rules/dependencies/stdlib-name-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (module: string, language: string, name: string): string =>
  `${module} is part of ${language}, and the package ${name} is something else. Remove it (as of 2026-11).`;

testRule(stdlibNameDependency, {
  clean: [
    { path: 'requirements.txt', code: 'DateTime==5.5\n' },
    '{"dependencies":{"buffer":"6","events":"3","process":"0.11","util":"0.12","assert":"2","crypto-js":"4","fs-extra":"11"}}',
    '{"dependencies":{"fs":"file:./fs","path":"npm:path-browserify@1"},"browser":{"fs":false}}',
    { path: 'requirements.txt', code: 'requests\ndataclasses; python_version < "3.7"\nconfigparser\nimportlib-metadata\n' },
    { path: 'Cargo.toml', code: '[dependencies]\ntime = "0.3"\nregex = "1"\n' },
    { path: 'poetry.lock', code: '[[package]]\nname = "typing"\nversion = "3.7"\n' },
  ],
  caught: [
    {
      code: '{"dependencies":{"⟦fs⟧":"0.0.1-security","a":"1"}}',
      says: says('fs', 'Node.js', 'fs'),
      fixed: '{"dependencies":{"a":"1"}}',
    },
    {
      code: '{"devDependencies":{"⟦child_process⟧":"*","a":"1","⟦crypto⟧":"^1.0.1"}}',
      says: [says('child_process', 'Node.js', 'child_process'), says('crypto', 'Node.js', 'crypto')],
      fixed: '{"devDependencies":{"a":"1"}}',
    },
    {
      path: 'requirements.txt',
      code: '⟦asyncio⟧==3.4.3\n⟦enum34⟧\nrequests\n⟦Typing⟧\n',
      says: [says('asyncio', 'Python', 'asyncio'), says('enum', 'Python', 'enum34'), says('typing', 'Python', 'Typing')],
      fixed: 'requests\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["⟦pathlib⟧", "a"]\n',
      says: says('pathlib', 'Python', 'pathlib'),
      fixed: '[project]\ndependencies = ["a"]\n',
    },
  ],
});
