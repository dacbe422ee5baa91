import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { verdictsIn } from '../../support/told.ts';

const known = advisories({ id: 'GHSA-1', name: 'a', ranges: [['0', '1.2.0']], severity: 'high' });
const both = (production: string, development: string, more = ''): string =>
  `{${more}\n"dependencies":{"a":"${production}"},\n"devDependencies":{"a":"${development}"}}`;
const NPM = '"packageManager":"npm@11.0.0",';
const PNPM = '"packageManager":"pnpm@10.0.0",';
const VULNERABLE = 'vulnerable-dependency: a';

/** A package.json, and what is told of it. */
const CASES: readonly (readonly [text: string, verdicts: readonly string[]])[] = [
  [both('1.0.0', '1.2.0', NPM), []],
  [both('1.2.0', '1.0.0', PNPM), []],
  [both('1.0.0', '1.1.0', NPM), [`3 ${VULNERABLE} 1.1.0 (development only)`]],
  [both('1.0.0', '1.1.0', '"packageManager":"yarn@4.5.0",'), [`3 ${VULNERABLE} 1.1.0 (development only)`]],
  [both('1.0.0', '1.1.0', PNPM), [`2 ${VULNERABLE} 1.0.0`]],
  // Where nobody knows which one is installed, one affected version is told.
  [both('1.0.0', '1.1.0'), [`2 ${VULNERABLE} 1.0.0`]],
  [both('1.0.0', '1.2.0'), [`2 ${VULNERABLE} 1.0.0`]],
  [both('1.2.0', '1.0.0'), [`3 ${VULNERABLE} 1.0.0 (development only)`]],
  ['{"dependencies":{"a":"1.0.0","a":"1.2.0"}}', []],
  ['{"optionalDependencies":{"a":"1.2.0"},"dependencies":{"a":"1.0.0"}}', []],
  ['{"dependencies":{"a":"1.2.0",\n"a":"1.0.0"}}', [`2 ${VULNERABLE} 1.0.0`]],
  [both('^1.0.0', '^1.2.0', NPM), []],
  [both('^1.0.0', '^1.1.0'), ['2 range-allows-vulnerable-version: a ^1.0.0']],
];

describe('a package that package.json names several times', () => {
  for (const [text, verdicts] of CASES)
    it(`is judged where it is installed from: ${text.replaceAll('\n', '')}`, () => {
      assert.deepEqual(
        verdictsIn({ 'package.json': text }, known),
        verdicts.map((one) => `package.json:${one}`),
      );
    });
});
