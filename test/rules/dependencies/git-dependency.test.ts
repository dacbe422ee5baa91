import { gitDependency } from '../../../server/src/rules/dependencies/git-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `${name} comes from a git repository, past every check of a registry. Use a published version where there is one.`;

testRule(gitDependency, {
  clean: [
    { code: '{"dependencies":{"a":"^1.0.0"}}', shown: true },
    '{"dependencies":{"a":"^1.0.0","b":"https://h.example/b.tgz","c":"file:../c"}}',
    { path: 'requirements.txt', code: 'a==1\nb @ https://h.example/b.whl\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = "1"\n' },
    { path: 'Cargo.lock', code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "git+https://h.example/r#00"\n' },
  ],
  caught: [
    { code: '{"dependencies":{"a":"⟦u/r⟧#main"}}', says: says('a') },
    { code: '{"dependencies":{"a":"⟦gitlab:u/r⟧"}}', says: says('a') },
    { code: '{"dependencies":{"a":"⟦git@h.example:u/r.git⟧"}}', says: says('a') },
    { path: 'requirements.txt', code: '⟦git+ssh://git@h.example/r⟧@v1#egg=a\n', says: says('a') },
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "⟦https://h.example/r⟧", tag = "v1" }\n', says: says('a') },
    { path: 'pyproject.toml', code: '[tool.uv.sources]\na = { git = "⟦https://h.example/r⟧" }\n', says: says('a') },
  ],
});
