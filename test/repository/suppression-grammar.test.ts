import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/imports.ts';

interface Pattern {
  readonly match?: string;
  readonly begin?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
}
const grammar = JSON.parse(readFileSync(path.join(ROOT, 'syntaxes/suppression.tmLanguage.json'), 'utf8')) as {
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, Pattern>>;
};

/** The grammar's expressions are those that JavaScript and Oniguruma read alike, so that no grammar engine is needed to try them. */
function colours(line: string, patterns: readonly Pattern[] = grammar.patterns): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { include, match, begin, captures, beginCaptures, patterns: inner = [] } of patterns) {
    if (include) Object.assign(found, colours(line, [grammar.repository[include.slice(1)] ?? {}]));
    const expression = match ?? begin;
    const result = expression === undefined ? null : new RegExp(expression, 'd').exec(line);
    if (!result) continue;
    for (const [index, { name }] of Object.entries(captures ?? beginCaptures ?? {})) {
      const text = result[Number(index)];
      if (text !== undefined) found[text] = name.split('.').slice(0, 2).join('.');
    }
    if (begin !== undefined) Object.assign(found, colours(line.slice(result.index + result[0].length), inner));
  }
  return found;
}

describe('the grammar of suppression comments', () => {
  const [KEYWORD, RULE, DATE] = ['keyword.control', 'entity.name', 'constant.numeric'];
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '# larboard-ignore dockerfile/run-cd: why until 2027-01-31': {
      'larboard-ignore': KEYWORD,
      '2027-01-31': DATE,
      until: 'keyword.other',
    },
    '# hadolint ignore=DL3006,SC2086 # why': { 'hadolint ignore': KEYWORD, 'DL3006,SC2086': RULE },
    '#hadolint global ignore=DL3006': { 'hadolint global ignore': KEYWORD, DL3006: RULE },
    '# check=error=true;skip=JSONArgsRecommended': { check: KEYWORD, skip: KEYWORD, JSONArgsRecommended: RULE },
    '#checkov:skip=CKV_DOCKER_2:why': { 'checkov:skip': KEYWORD, CKV_DOCKER_2: RULE },
    '# trivy:ignore:AVD-DS-0002:exp:2026-01-01': { 'trivy:ignore': KEYWORD, 'AVD-DS-0002': RULE, '2026-01-01': DATE },
    '# kics-scan ignore-block': { 'kics-scan ignore-block': KEYWORD },
    '# kics-scan disable=b03a748a-542d': { 'kics-scan disable': KEYWORD, 'b03a748a-542d': RULE },
    '# nosemgrep': { nosemgrep: KEYWORD },
    '# nosemgrep: a.b-c, d': { nosemgrep: KEYWORD, 'a.b-c, d': RULE },
    '# droast ignore=DF001 reason="why" expires=2026-09-30': { 'droast ignore': KEYWORD, DF001: RULE, '2026-09-30': DATE },
    '# tally global ignore=hadolint/DL3006;reason=why': { 'tally global ignore': KEYWORD, 'hadolint/DL3006': RULE },
  };
  for (const [line, expected] of Object.entries(cases)) {
    it(line, () => {
      const found = colours(line);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((text) => [text, found[text]])), expected);
    });
  }

  for (const line of ['# hadolint shell=/bin/bash', '# a comment', '# check=error=true', '# we use hadolint', '# nosemgrepping'])
    it(`leaves alone: ${line}`, () => assert.deepEqual(colours(line), {}));
});
