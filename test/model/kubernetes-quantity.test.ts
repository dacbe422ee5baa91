import assert from 'node:assert/strict';
import { parseQuantity } from '../../server/src/model/kubernetes/index.ts';

const BILLION = 1_000_000_000n;

describe('parseQuantity', () => {
  const readable: readonly (readonly [string, bigint])[] = [
    ['0', 0n],
    ['1', BILLION],
    ['+1', BILLION],
    ['-1', -BILLION],
    ['500m', BILLION / 2n],
    ['.5', BILLION / 2n],
    ['5.', 5n * BILLION],
    ['0.1n', 1n],
    ['1u', 1000n],
    ['1k', 1000n * BILLION],
    ['1Ki', 1024n * BILLION],
    ['1.5Gi', 1536n * 1024n * 1024n * BILLION],
    ['1e3', 1000n * BILLION],
    ['1E3', 1000n * BILLION],
    ['12e-1', (BILLION * 12n) / 10n],
    ['1E', 10n ** 18n * BILLION],
    ['1Ei', 1024n ** 6n * BILLION],
    ['9007199254740993', 9007199254740993n * BILLION],
  ];
  for (const [text, billionths] of readable)
    it(`reads ${text}`, () => {
      assert.equal(parseQuantity(text)?.billionths, billionths);
    });
  for (const text of [
    '',
    '.',
    '-',
    'm',
    '1gb',
    '1MB',
    '1mi',
    '1K',
    '1 Gi',
    ' 1',
    '1G i',
    '1e',
    '1e3Mi',
    '1,5',
    '0x10',
    '--1',
    '1ki',
    '1e999',
  ])
    it(`does not read ${JSON.stringify(text)}`, () => {
      assert.equal(parseQuantity(text), undefined);
    });
  it('is quick with long texts', () => {
    assert.equal(parseQuantity('1'.repeat(1_000_000)), undefined);
  });
});
