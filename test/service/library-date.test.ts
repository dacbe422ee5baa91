import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';
import { ADVISORIES_DATE } from '../../server/src/knowledge/advisories/index.ts';
import { KNOWLEDGE_DATE } from '../../server/src/knowledge/date.ts';

const rulesOf = (files: readonly { path: string; text: string }[], today?: string): readonly string[] =>
  createAnalyzer({ config: { profile: 'all' }, ...(today !== undefined && { today }) })
    .analyze(files)
    .findings.map(({ rule }) => rule);

describe('the date of the library', () => {
  const dockerfile = [{ path: 'Dockerfile', text: 'FROM node:12.22.12\n' }];
  const manifest = [{ path: 'package.json', text: '{ "engines": { "node": "12.x" } }\n' }];

  it('is that of the newest built-in facts where none is given', () => {
    assert.ok(rulesOf(dockerfile).includes('dockerfile/base-image-end-of-life'));
    assert.ok(rulesOf(manifest).includes('dependencies/end-of-life-runtime'));
    assert.equal([KNOWLEDGE_DATE, ADVISORIES_DATE].sort().at(-1), KNOWLEDGE_DATE);
  });

  it('is the given one otherwise', () => {
    assert.ok(!rulesOf(dockerfile, '2022-04-01').includes('dockerfile/base-image-end-of-life'));
    assert.ok(!rulesOf(manifest, '2022-04-01').includes('dependencies/end-of-life-runtime'));
  });

  it('ends suppressions only when they have ended for certain', () => {
    const text = (until: string) => `# larboard-ignore user-root-final: until then until ${until}\nFROM node:24.1.0\n`;
    const expired = (until: string) =>
      rulesOf([{ path: 'Dockerfile', text: text(until) }]).some((rule) => rule.includes('expired'));
    assert.ok(expired('2020-01-01'));
    assert.ok(!expired('2099-01-01'));
  });
});
