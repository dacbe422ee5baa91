import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { snapshot } from '../../server/src/base/snapshot.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { ROOT } from '../support/imports.ts';
import { findingsOf } from '../support/rule-tester.ts';

const PAGES = path.join(ROOT, 'docs', 'rules', 'kubernetes');
const EXAMPLE = /\n`app\.yaml`\n[^]*\n(?:Fine|Fixed):\n\n(`{3,})ya?ml\n([^]*?)\n\1\n/;
/** Examples show only what matters to their rule, so fields are missing everywhere. */
const ACTIVE = RULES.filter(
  ({ on, meta }) =>
    on === 'kubernetes' && meta.profiles.includes('recommended') && meta.id !== 'kubernetes/missing-required-field',
);

/** People copy what a page shows as right, so nothing in it may be dangerous. */
describe('examples of right manifests on the pages of rules', () => {
  for (const name of readdirSync(PAGES)) {
    const example = EXAMPLE.exec(readFileSync(path.join(PAGES, name), 'utf8'))?.[2];
    if (example === undefined) continue;
    it(name, () => {
      const { text } = snapshot('app.yaml', `${example}\n`);
      const grave = findingsOf(ACTIVE, text, '1.36').filter(({ severity }) => severity === 'critical' || severity === 'high');
      assert.deepEqual(
        grave.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});
