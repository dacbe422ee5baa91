import assert from 'node:assert/strict';
import { format, resolveConfig } from 'prettier';
import { scaffold } from '../../scripts/generate/scaffold.ts';

describe('scaffold of a rule', () => {
  for (const family of ['dockerfile', 'kubernetes', 'dependencies']) {
    it(`${family}: a rule and a test, named after the id and formatted`, async () => {
      const files = scaffold(`${family}/my-new-rule`) ?? {};
      assert.deepEqual(Object.keys(files), [
        `server/src/rules/${family}/my-new-rule.ts`,
        `test/rules/${family}/my-new-rule.test.ts`,
      ]);
      for (const [file, text] of Object.entries(files)) {
        assert.match(text, /myNewRule/);
        assert.equal(text, await format(text, { ...(await resolveConfig(file)), filepath: file }));
      }
    });
  }
  it('refuses other ids', () => {
    for (const id of [
      'my-rule',
      'Dockerfile/my-rule',
      'dockerfile/MyRule',
      'dockerfile/a/b',
      'other/my-rule',
      'dockerfile/my--rule',
      '../x/y',
    ])
      assert.equal(scaffold(id), undefined, id);
  });
});
