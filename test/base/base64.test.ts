import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeBase64, encodeBase64, isBase64 } from '../../server/src/base/base64.ts';

describe('Base64', () => {
  it('is what Node makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const expected = Buffer.from(text, 'utf8');
        const encoded = encodeBase64(text);
        assert.equal(encoded, expected.toString('base64'));
        assert.ok(isBase64(encoded));
        assert.equal(decodeBase64(encoded), expected.toString('latin1'));
        assert.equal(decodeBase64(expected.toString('base64url')), expected.toString('latin1'));
      }),
    );
  });

  it('survives half a character', () => {
    assert.equal(encodeBase64('a\uD800'), Buffer.from('a\uFFFD').toString('base64'));
  });

  it('has padding and one alphabet', () => {
    for (const text of ['', 'aGk=', 'aGk=\n', 'aG\nk=', 'YQ==', 'aGkh']) assert.ok(isBase64(text), text);
    for (const text of ['aGk', 'aGk= ', 'a_k=', 'a===', '=', 'a=k=', 'hello']) assert.ok(!isBase64(text), text);
  });
});
