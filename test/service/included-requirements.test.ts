import assert from 'node:assert/strict';
import { scan, type Files } from '../../server/src/service/scan.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { advisories } from '../support/advisories.ts';
import { verdictsIn } from '../support/told.ts';

const known = advisories({ id: 'GHSA-1', name: 'a', ecosystem: 'PyPI', ranges: [['0', '1.2.0']] });
const BAD = 'a==1.0.0\n';
const VERDICT = '1 vulnerable-dependency: a 1.0.0';

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, verdicts: readonly string[]])[] = [
  ['beside', { 'requirements.txt': '-r more.txt\n', 'more.txt': BAD }, [`more.txt:${VERDICT}`]],
  ['before the file that includes it', { 'more.txt': BAD, 'requirements.txt': '-r more.txt\n' }, [`more.txt:${VERDICT}`]],
  ['in a folder', { 'requirements.txt': '--requirement=deps/base.txt\n', 'deps/base.txt': BAD }, [`deps/base.txt:${VERDICT}`]],
  ['above', { 'app/requirements.txt': '-r ../pins\n', pins: BAD }, [`pins:${VERDICT}`]],
  ['with backslashes', { 'requirements.txt': '-r deps\\base.txt\n', 'deps/base.txt': BAD }, [`deps/base.txt:${VERDICT}`]],
  [
    'by an included file',
    { 'b.txt': BAD, 'a.txt': '-r b.txt\n-r a.txt\n', 'requirements.txt': '-r a.txt\n' },
    [`b.txt:${VERDICT}`],
  ],
  ['as constraints', { 'con.txt': BAD, 'requirements.txt': '-c con.txt\na\n' }, [`con.txt:${VERDICT}`]],
  ['that constrains a range', { 'requirements.txt': '-c con.txt\na>=1.0\n', 'con.txt': 'a>=1.2\n' }, []],
  ['by nobody', { 'more.txt': BAD, 'requirements.txt': 'b==1\n' }, []],
  ['of another kind', { 'requirements.txt': '-r package.json\n', 'package.json': '{}' }, []],
];

describe('a file that requirements include', () => {
  for (const [name, files, verdicts] of CASES)
    it(`is read whatever its name: ${name}`, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });

  it('is one only as long as it is included', () => {
    const workspace = new Workspace({ today: '2026-11-23', advisories: known });
    const found = (path = 'more.txt'): number =>
      workspace.report(path).findings.filter(({ rule }) => rule.includes('vuln')).length;
    workspace.set('more.txt', BAD);
    assert.equal(found(), 0);
    workspace.set('requirements.txt', '-r more.txt\n');
    assert.equal(found(), 1);
    workspace.set('more.txt', '\na==1.1.0\n');
    assert.equal(found(), 1);
    const [fixable] = workspace.report('more.txt').findings.filter(({ fixes }) => fixes.length > 0);
    assert.equal(fixable && workspace.provenFixes(fixable).length, 1);
    workspace.set('requirements.txt', '-c more.txt\n');
    assert.equal(workspace.view.get('dependencies', 'more.txt')?.format, 'constraints.txt');
    workspace.set('requirements.txt', '# -r more.txt\n');
    assert.equal(found(), 0);
    workspace.set('requirements.txt', '-r more.txt\n');
    workspace.delete('requirements.txt');
    assert.equal(found(), 0);
    assert.equal(workspace.view.get('dependencies', 'more.txt'), undefined);
  });

  it('is read by a scan, which reads no other files of no known name', async () => {
    const texts: Readonly<Record<string, string>> = {
      'deps/base.txt': '-r more.txt\n',
      'deps/more.txt': BAD,
      'notes.txt': BAD,
      'requirements.txt': '-r deps/base.txt\n-r deps/none.txt\n-r ignored.txt\n',
    };
    const read: string[] = [];
    const files: Files = {
      async *list() {
        for (const path of Object.keys(texts)) yield await Promise.resolve({ path });
        yield { path: 'ignored.txt', use: 'name' };
      },
      read: (path) => Promise.resolve((read.push(path), texts[path])),
      breathe: () => Promise.resolve(),
    };
    const workspace = new Workspace({ today: '2026-11-23', advisories: known });
    const reported: string[] = [];
    for await (const event of scan(
      workspace,
      files,
      () => false,
      () => false,
    ))
      if (event.kind === 'report') reported.push(`${event.report.path} ${event.done}/${event.total}`);
    assert.deepEqual(read, ['requirements.txt', 'deps/base.txt', 'deps/more.txt']);
    assert.deepEqual(reported, ['requirements.txt 2/3', 'deps/base.txt 2/3', 'deps/more.txt 3/3']);
  });
});
