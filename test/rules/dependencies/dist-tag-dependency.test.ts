import { distTagDependency } from '../../../server/src/rules/dependencies/dist-tag-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const unknown = (name: string, tag: string): string =>
  `${name} follows the tag "${tag}", which its authors can move at any time. Require the version that was tested.`;
const locked = (name: string, tag: string, version: string): string =>
  `${name} follows the tag "${tag}", which its authors can move at any time. Require the locked ${version}.`;

testRule(distTagDependency, {
  clean: [
    '{"dependencies":{"a":"^1.0.0","b":"*","c":"x","d":"","e":"1.x","f":"v1.2"}}',
    '{"dependencies":{"a":"u/r#next","b":"file:latest","c":"workspace:latest","d":"catalog:next"}}',
    '{"dependencies":{"a":"1.0.O","b":"v1.0.O","c":"${VERSION}","d":"__VERSION__","e":"{{latest}}"}}',
    '{"peerDependencies":{"a":"latest"},"publishConfig":{"tag":"next"},"engines":{"node":"latest"}}',
    { code: '{"dependencies":{"@o/b":"latest"}}', files: { 'packages/b/package.json': '{"name":"@o/b"}' } },
    { path: 'requirements.txt', code: 'latest\n' },
    { path: 'Cargo.toml', code: '[dependencies]\nlatest = "1"\n' },
  ],
  caught: [
    { code: '{"dependencies":{"a":"⟦latest⟧"}}', says: unknown('a', 'latest') },
    { code: '{"devDependencies":{"a":"⟦next⟧","b":"⟦v16-lts⟧"}}', says: [unknown('a', 'next'), unknown('b', 'v16-lts')] },
    { code: '{"optionalDependencies":{"a":"npm:b@⟦canary⟧"}}', says: unknown('a', 'canary') },
    { code: '{"overrides":{"a":"⟦latest⟧"}}', says: unknown('a', 'latest') },
    {
      code: '{"dependencies":{"a":"⟦latest⟧"}}',
      files: { 'package-lock.json': '{"packages":{"":{"dependencies":{"a":"latest"}},"node_modules/a":{"version":"1.2.3"}}}' },
      says: locked('a', 'latest', '1.2.3'),
      fixed: '{"dependencies":{"a":"1.2.3"}}',
    },
    { path: 'pnpm-workspace.yaml', code: 'catalog:\n  a: ⟦latest⟧\n', says: unknown('a', 'latest') },
  ],
});
