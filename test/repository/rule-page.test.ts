import assert from 'node:assert/strict';
import type { Case } from '../../scripts/generate/cases.ts';
import { rulePage } from '../../scripts/generate/pages.ts';
import { toy } from '../support/toy-rules.ts';

const RULE = toy('dockerfile/a', 'aa');
const BAD: Case = { code: 'RUN ⟦aa⟧\n', says: 'Found aa.' };

/** What a page shows as fine, with the files around it. */
const fineOf = (clean: readonly Case[], bad: Case = BAD): string =>
  rulePage(RULE, { clean, caught: [bad] })
    .split('Fine:\n')[1]
    ?.split('\n## ')[0]
    ?.replaceAll(/```\w*\n?/g, '')
    .trim() ?? '';

describe('the page of a rule', () => {
  it('shows the first fine text that differs by itself', () => {
    assert.equal(fineOf([{ code: 'RUN b\n' }, { code: 'RUN c\n' }]), 'RUN b');
    // What is fine for another reason says nothing to a reader.
    const hidden: Case[] = [
      { code: 'RUN aa\n' },
      { code: 'RUN b\n', files: { x: '' } },
      { code: 'RUN c\n', beside: ['x'] },
      { code: 'RUN d\n', registry: {} },
    ];
    assert.equal(fineOf(hidden), '');
    assert.equal(fineOf([...hidden, { code: 'RUN e\n' }]), 'RUN e');
    assert.equal(fineOf([{ code: 'RUN b\n', beside: ['x'] }], { ...BAD, beside: ['x'] }), 'RUN b');
  });

  it('shows the text that is marked, with its files', () => {
    const marked: Case = { code: 'RUN aa\n', files: { '.aa': 'fine\n' }, shown: true };
    assert.equal(fineOf([{ code: 'RUN b\n' }, marked]), 'RUN aa\n\n`.aa`\n\nfine');
  });
});
