import { npmAliasDependency } from '../../../server/src/rules/dependencies/npm-alias-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const declared = (name: string, target: string): string =>
  `What is imported as ${name} is really ${target}. Use the package under its own name.`;
const locked = (name: string, target: string): string =>
  `What is installed as ${name} is really ${target}. Check who asks for it.`;

testRule(npmAliasDependency, {
  clean: [
    '{"dependencies":{"a":"^1.0.0","b":"npm:^1.0.0","c":"npm:c@1"}}',
    '{"dependencies":{"react-17":"npm:react@17","react18":"npm:react@18","string-width-cjs":"npm:string-width@^4.2.0"}}',
    '{"dependencies":{"@mine/lodash":"npm:lodash@4","types-react-17":"npm:@types/react@17","babel-core-6":"npm:@babel/core@7"}}',
    '{"overrides":{"a":"npm:b@1"},"resolutions":{"c":"npm:d@1"}}',
    { path: 'Cargo.toml', code: '[dependencies]\na = { package = "b", version = "1" }\n' },
    {
      path: 'package-lock.json',
      code: '{"packages":{"":{"dependencies":{"a":"npm:b@1"}},"node_modules/a":{"name":"b","version":"1.0.0"},"node_modules/wrap-ansi-cjs":{"name":"wrap-ansi","version":"7.0.0"}}}',
      files: { 'package.json': '{"dependencies":{"a":"npm:b@1"}}' },
    },
  ],
  caught: [
    { code: '{"dependencies":{"⟦a⟧":"npm:b@^1.0.0"}}', says: declared('a', 'b') },
    { code: '{"devDependencies":{"⟦lodash⟧":"npm:lodash-es@4"}}', says: declared('lodash', 'lodash-es') },
    { code: '{"dependencies":{"⟦react⟧":"npm:@preact/compat"}}', says: declared('react', '@preact/compat') },
    { code: '{"dependencies":{"⟦lodash⟧":"npm:@evil/lodash@4"}}', says: declared('lodash', '@evil/lodash') },
    {
      path: 'package-lock.json',
      code: '{"packages":{"node_modules/⟦a⟧":{"name":"b","version":"1.0.0","resolved":"https://h.example/b.tgz"}}}'.replace(
        'node_modules/⟦a⟧',
        '⟦node_modules/a⟧',
      ),
      says: locked('a', 'b'),
    },
    {
      path: 'yarn.lock',
      code: '"⟦a⟧@npm:b@^1.0.0":\n  version "1.0.0"\n  resolved "https://h.example/b.tgz"\n',
      says: locked('a', 'b'),
    },
  ],
});
