import assert from 'node:assert/strict';
import { ECOSYSTEMS } from '../../server/src/base/ecosystem.ts';
import { POPULAR_NAMES } from '../../server/src/knowledge/popular-names/index.ts';
import { STANDARD_MODULES } from '../../server/src/knowledge/standard-library.ts';
import { WRONG_NAMES } from '../../server/src/knowledge/wrong-names.ts';
import { imitated } from '../../server/src/rules/dependencies/shared/imitation.ts';

const namesIn = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** What those who imitate names do with `lodash` and `cross-env`, each with what is left of a name. */
const TRICKS: readonly (readonly [trick: string, apply: (name: string) => string])[] = [
  ['swaps two letters', (name) => `${name.slice(0, 2)}${name.charAt(3)}${name.charAt(2)}${name.slice(4)}`],
  ['leaves a letter out', (name) => name.slice(0, 3) + name.slice(4)],
  ['doubles a letter', (name) => name.slice(0, 3) + name.charAt(2) + name.slice(3)],
  ['adds an s', (name) => `${name}s`],
  ['joins the words', (name) => name.replaceAll(/[-_.]/g, '')],
  ['exchanges the separator', (name) => name.replace(/[-.]/, '_')],
  ['turns the words around', (name) => name.split('-').reverse().join('-')],
  ['writes a digit', (name) => name.replace('o', '0').replace('l', '1')],
];

describe('popular names', () => {
  for (const [ecosystem, names] of Object.entries(POPULAR_NAMES))
    it(`of ${ecosystem} imitate nothing`, () => {
      for (const name of [...namesIn(names.popular), ...namesIn(names.common), ...namesIn(names.known)])
        assert.equal(imitated(ecosystem as (typeof ECOSYSTEMS)[number], name), undefined, name);
    });

  for (const [trick, apply] of TRICKS)
    it(`are recognised when somebody ${trick}`, () => {
      const missed: string[] = [];
      let tried = 0;
      const { popular = '', common, known = '' } = POPULAR_NAMES.npm ?? {};
      const real = new Set([...namesIn(popular), ...namesIn(common), ...namesIn(known)].map((name) => name.toLowerCase()));
      for (const name of namesIn(popular)) {
        const typed = apply(name);
        if (name.startsWith('@') || name.length < 7 || typed === name || real.has(typed)) continue;
        tried++;
        if (imitated('npm', typed) === undefined) missed.push(`${name} ${typed}`);
      }
      assert.ok(missed.length < tried / 10, `${missed.length} of ${tried} are missed: ${missed.join(', ')}`);
    });

  it('are not imitated by what is short, foreign or of their own family', () => {
    for (const name of [
      '',
      'a',
      'q3',
      'wd',
      'kos',
      'zzz',
      'react-acme',
      'eslint-plugin-acme',
      '@acme/react',
      'lodash.acme',
      '名前',
      'x'.repeat(500),
    ])
      assert.equal(imitated('npm', name), undefined, name);
  });

  it('know of no ecosystem without a list', () => {
    for (const ecosystem of ECOSYSTEMS) if (!POPULAR_NAMES[ecosystem]) assert.equal(imitated(ecosystem, 'lodahs'), undefined);
  });
});

describe('wrong names', () => {
  it('lead to names that are right', () => {
    for (const [ecosystem, table] of Object.entries(WRONG_NAMES))
      for (const [wrong, { name, behind }] of table) {
        assert.notEqual(wrong, name, ecosystem);
        assert.ok(!table.has(name), `${wrong} leads to ${name}, which is wrong as well`);
        assert.doesNotMatch(behind, /[.]$/, wrong);
      }
  });

  it('are no standard modules: one of both tells', () => {
    for (const [ecosystem, table] of Object.entries(WRONG_NAMES))
      for (const wrong of table.keys()) assert.ok(!STANDARD_MODULES[ecosystem as 'npm']?.has(wrong), wrong);
  });
});
