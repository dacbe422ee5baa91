import { releaseTooNew } from '../../../server/src/rules/dependencies/release-too-new.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
// The tester's day is in `today` of its environment.
const known = registry({
  a: {
    versions: {
      '1.0.0': { published: '2025-01-01T00:00:00Z' },
      '1.1.0': { published: '2999-01-01T10:00:00.000Z' },
      '1.2.0': {},
      '2.0.0': { published: '2999-01-01T10:00:00.000Z' },
    },
  },
});

testRule(releaseTooNew, {
  clean: [
    { code: manifest('"a": "1.1.0"') },
    { code: manifest('"a": "1.0.0"'), registry: known },
    { code: manifest('"a": "1.2.0"'), registry: known },
    { code: manifest('"a": "^1.0.0"'), registry: known },
  ],
  caught: [
    {
      code: manifest('"a": "⟦1.1.0⟧"'),
      registry: known,
      says: 'a 1.1.0 was published on 2999-01-01, less than 3 days ago (npm.example). 1.0.0 is the release before.',
      fixed: manifest('"a": "1.0.0"'),
    },
    {
      code: manifest('"a": "⟦2.0.0⟧"'),
      registry: known,
      says: 'a 2.0.0 was published on 2999-01-01, less than 3 days ago (npm.example). Wait until others have tried it.',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\nc = "⟦=1.1.0⟧"\n',
      registry: registry({
        'crates.io c': {
          versions: { '1.0.0': { published: '2024-01-01T00:00:00Z' }, '1.1.0': { published: '2999-01-01T00:00:00Z' } },
        },
      }),
      says: 'c 1.1.0 was published on 2999-01-01, less than 3 days ago (npm.example). 1.0.0 is the release before.',
      fixed: '[dependencies]\nc = "=1.0.0"\n',
    },
  ],
});
