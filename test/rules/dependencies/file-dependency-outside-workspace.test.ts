import { fileDependencyOutsideWorkspace } from '../../../server/src/rules/dependencies/file-dependency-outside-workspace.ts';
import { testRule } from '../../support/rule-tester.ts';

const outside = (name: string, path: string): string =>
  `${name} comes from ${path}, which is outside of the workspace. Bring it into the repository or publish it.`;
const absolute = (name: string, path: string): string =>
  `${name} comes from ${path}, a place on one machine. Bring it into the repository or publish it.`;

testRule(fileDependencyOutsideWorkspace, {
  clean: [
    '{"dependencies":{"a":"file:packages/a","b":"link:./b","c":"./c","d":"workspace:*"}}',
    '{"dependencies":{"a":"patch:a@npm:1.0.0#./a.patch","b":"jsr:@x/b@1","c":"exec:./c.js"}}',
    '{"dependencies":{"a":"file:${HOME}/a","b":"file:{{ path }}/b"}}',
    { path: 'packages/b/package.json', code: '{"dependencies":{"a":"file:../a","c":"file:../../c"}}' },
    { path: 'requirements.txt', code: '-e .\n./pkg\na @ file:///${PROJECT_ROOT}/a\n-e ./lib[x]\n' },
    { path: 'crates/b/Cargo.toml', code: '[dependencies]\na = { path = "../a" }\n' },
    { path: 'pyproject.toml', code: '[tool.uv.sources]\na = { path = "libs/a" }\nb = { workspace = true }\n' },
    { path: 'service/go.mod', code: 'module m\nrequire a.b/c v1.0.0\nreplace a.b/c => ../c\n' },
    { path: 'composer.json', code: '{"repositories":[{"type":"path","url":"packages/*"}]}' },
    { path: 'api/composer.json', code: '{"repositories":[{"type":"path","url":"../lib/*"}]}' },
  ],
  caught: [
    { code: '{"dependencies":{"a":"⟦file:../a⟧"}}', says: outside('a', 'file:../a') },
    { code: '{"dependencies":{"a":"⟦link:../../a⟧"}}', path: 'b/package.json', says: outside('a', 'link:../../a') },
    { code: '{"dependencies":{"a":"⟦../a⟧","b":"⟦portal:../b⟧"}}', says: [outside('a', '../a'), outside('b', 'portal:../b')] },
    { code: '{"dependencies":{"a":"⟦file:packages/../../a⟧"}}', says: outside('a', 'file:packages/../../a') },
    { code: '{"dependencies":{"a":"⟦file:///opt/a⟧"}}', says: absolute('a', 'file:///opt/a') },
    { code: '{"dependencies":{"a":"⟦/opt/a⟧","b":"⟦~/b⟧"}}', says: [absolute('a', '/opt/a'), absolute('b', '~/b')] },
    {
      path: 'requirements.txt',
      code: '-e ⟦../lib⟧\n⟦../../a.whl⟧\na @ ⟦file:///opt/a.whl⟧\n',
      says: [outside('This dependency', '../lib'), outside('This dependency', '../../a.whl'), absolute('a', 'file:///opt/a.whl')],
    },
    { path: 'Cargo.toml', code: '[dependencies]\na = { path = "⟦../a⟧" }\n', says: outside('a', '../a') },
    { path: 'Cargo.toml', code: '[patch.crates-io]\na = { path = "⟦/opt/a⟧" }\n', says: absolute('a', '/opt/a') },
    { path: 'Pipfile', code: '[packages]\na = {path = "⟦../a⟧", editable = true}\n', says: outside('a', '../a') },
    { path: 'go.mod', code: 'module m\nreplace a.b/c => ⟦../c⟧\n', says: outside('a.b/c', '../c') },
    {
      path: 'composer.json',
      code: '{"repositories":[{"type":"path","url":"⟦../lib/*⟧"}]}',
      says: 'This repository comes from ../lib/*, which is outside of the workspace. Bring it into the repository or publish it.',
    },
  ],
});
