import assert from 'node:assert/strict';
import { parseDependencies } from '../../../server/src/model/dependencies/index.ts';
import { raised } from '../../../server/src/rules/dependencies/shared/fixes.ts';

describe('a raised requirement of RubyGems', () => {
  const manifest = JSON.stringify({ dependencies: { rack: '~> 1.4' } });
  const [dependency] = parseDependencies('package.json', manifest).dependencies;
  assert.ok(dependency);

  for (const quote of ['"', "'"])
    it(`is several texts in ${quote} where it needs several clauses`, () => {
      const text = manifest.replaceAll('"', quote);
      const [fix] = raised(text, { ...dependency, ecosystem: 'RubyGems', requirement: '~> 1.4' }, '1.4.21');
      assert.equal(fix?.edits[0]?.newText, `~> 1.4${quote}, ${quote}>= 1.4.21`);
    });
});
