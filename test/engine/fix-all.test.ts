import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import type { AnyRule } from '../../server/src/engine/rule.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { replaceBy, toy } from '../support/toy-rules.ts';

const FROM = 'FROM alpine:3.22\n';

function workspaceWith(rules: readonly AnyRule[], text: string): Workspace {
  const workspace = new Workspace({ today: '2026-11-23', rules });
  workspace.set('Dockerfile', FROM + text);
  return workspace;
}

function fixed(rules: readonly AnyRule[], text: string, allowed: Parameters<Workspace['fixAll']>[1] = ['safe']): string {
  const workspace = workspaceWith(rules, text);
  const result = workspace.fixAll('Dockerfile', allowed);
  assert.equal(applyEdits(FROM + text, result.edits), result.text, 'the edits lead to the text');
  assert.equal(result.applied > 0, result.text !== FROM + text);
  workspace.set('Dockerfile', result.text);
  assert.deepEqual(workspace.fixAll('Dockerfile', allowed).edits, [], 'a second run changes nothing');
  assert.ok(result.text.startsWith(FROM));
  return result.text.slice(FROM.length);
}

describe('fix all', () => {
  it('fixes every finding at once', () => {
    assert.equal(fixed([toy('dockerfile/a', 'aa', replaceBy('b'))], 'RUN aa && aa\nRUN aa\n'), 'RUN b && b\nRUN b\n');
  });

  it('goes on while fixes uncover findings', () => {
    const rules = [toy('dockerfile/a', 'aa', replaceBy('bb')), toy('dockerfile/b', 'bb', replaceBy('cc'), { severity: 'low' })];
    assert.equal(fixed(rules, 'RUN aa\n'), 'RUN cc\n');
  });

  it('applies only what is allowed', () => {
    const rules = [toy('dockerfile/a', 'aa', replaceBy('x', 'suggested')), toy('dockerfile/b', 'bb', replaceBy('y', 'manual'))];
    assert.equal(fixed(rules, 'RUN aa bb\n'), 'RUN aa bb\n');
    assert.equal(fixed(rules, 'RUN aa bb\n', ['safe', 'suggested']), 'RUN x bb\n');
  });

  it('leaves a fix out that does not remove its finding', () => {
    assert.equal(fixed([toy('dockerfile/a', 'aa', replaceBy('baa'))], 'RUN aa\n'), 'RUN aa\n');
  });

  it('leaves a fix out that brings something as bad, and takes one that brings something milder', () => {
    const bad = (severity: 'medium' | 'low') => [
      toy('dockerfile/a', 'aa', replaceBy('bb')),
      toy('dockerfile/b', 'bb', undefined, { severity }),
    ];
    assert.equal(fixed(bad('medium'), 'RUN aa\n'), 'RUN aa\n');
    assert.equal(fixed(bad('low'), 'RUN aa\n'), 'RUN bb\n');
  });

  it('leaves a bad fix out and applies the good ones beside it', () => {
    const rules = [toy('dockerfile/a', 'aa', replaceBy('aaa')), toy('dockerfile/b', 'bb', replaceBy('y'))];
    assert.equal(fixed(rules, 'RUN aa bb\nRUN bb\n'), 'RUN aa y\nRUN y\n');
  });

  it('applies many good ones although some among them are bad', () => {
    const rules = [toy('dockerfile/a', 'aa', replaceBy('aaa')), toy('dockerfile/b', 'bb', replaceBy('y'))];
    const lines = (good: string): string => `RUN ${good}\n`.repeat(40) + `RUN aa\nRUN ${good}\nRUN aa\n`.repeat(3);
    assert.equal(fixed(rules, lines('bb')), lines('y'));
  });

  it('tries again what held only after something else was fixed', () => {
    // Only where no "bb" is left does the fix of "aa" bring nothing as bad.
    const rules = [
      toy('dockerfile/a', 'aa', (span, text) => [
        { title: 'Replace it', applicability: 'safe', edits: [{ span, newText: text.includes('bb') ? 'cc' : 'dd' }] },
      ]),
      toy('dockerfile/b', 'bb', replaceBy('y')),
      toy('dockerfile/c', 'cc', undefined, { severity: 'high' }),
    ];
    assert.equal(fixed(rules, 'RUN aa bb\n'), 'RUN dd y\n');
  });

  it('moves an entry together with what else is wrong with it', () => {
    // The same problem stands in another place then, with another fingerprint.
    const rules = [
      toy('dockerfile/a', 'aa', (span, text) => [
        {
          title: 'Move it',
          applicability: 'safe',
          edits: [
            { span: { start: span.start, end: span.end + ' bb'.length }, newText: 'x' },
            { span: { start: text.length - 1, end: text.length - 1 }, newText: ' bb' },
          ],
        },
      ]),
      toy('dockerfile/b', 'bb', undefined, { severity: 'high' }),
    ];
    assert.equal(fixed(rules, 'RUN aa bb\nRUN y\nCMD z\n'), 'RUN x\nRUN y\nCMD z bb\n');
  });

  it('ends although two rules undo each other', () => {
    const rules = [
      toy('dockerfile/a', 'aa', replaceBy('bb'), { severity: 'high' }),
      toy('dockerfile/b', 'bb', replaceBy('aa'), { severity: 'high' }),
    ];
    assert.equal(fixed(rules, 'RUN aa bb\n'), 'RUN aa bb\n');
  });

  it('applies fixes that touch one after the other', () => {
    const before = toy('dockerfile/a', 'aa', ({ start, end }) => [
      { title: 'Wrap', applicability: 'safe', edits: [{ span: { start, end }, newText: 'x' }] },
    ]);
    assert.equal(fixed([before], 'RUN aaaa\n'), 'RUN xx\n');
  });

  it('never fixes what is suppressed', () => {
    const text = '# larboard-ignore a: why\nRUN aa\nRUN aa\n';
    assert.equal(fixed([toy('dockerfile/a', 'aa', replaceBy('b'))], text), '# larboard-ignore a: why\nRUN aa\nRUN b\n');
  });

  it('never fixes what the configuration turned off or accepted', () => {
    for (const config of [
      'rules: { dockerfile/a: off }\n',
      'suppressions: [{ rule: a, reason: why }]\n',
      'minimumSeverity: high\n',
    ]) {
      const workspace = workspaceWith([toy('dockerfile/a', 'aa', replaceBy('b'))], 'RUN aa\n');
      workspace.set('.larboard.yaml', config);
      assert.equal(workspace.fixAll('Dockerfile').applied, 0, config);
    }
  });

  it('keeps line endings, BOM and all text outside the edits', () => {
    const workspace = workspaceWith([toy('dockerfile/a', 'aa', replaceBy('b'))], '');
    const text = '\uFEFFFROM x:1\r\n# a comment 😀\r\nRUN aa \\\r\n  && c  \r\n\r\n';
    workspace.set('Dockerfile', text);
    assert.equal(workspace.fixAll('Dockerfile').text, text.replace('aa', 'b'));
  });

  it('knows nothing of a file that it was not given', () => {
    assert.deepEqual(new Workspace({ today: '2026-11-23' }).fixAll('Dockerfile'), { edits: [], text: '', applied: 0 });
  });
});

describe('proof of one fix', () => {
  it('offers what holds, the preferred one first, and drops the rest', () => {
    const rule = toy('dockerfile/a', 'aa', (span, text) => [
      ...replaceBy('aaa')(span, text),
      ...replaceBy('b')(span, text),
      ...replaceBy('c', 'suggested')(span, text),
    ]);
    const workspace = workspaceWith([rule], 'RUN aa\n');
    const [finding] = workspace.report('Dockerfile').findings;
    assert.ok(finding);
    assert.equal(finding.fixes.length, 3);
    assert.deepEqual(
      workspace.provenFixes(finding).map(({ title }) => title),
      ['Replace by b', 'Replace by c'],
    );
  });

  it('reads what the fixed file tells the others, too', () => {
    const workspace = new Workspace({ today: '2026-11-23', commandLine: { profile: 'all' } });
    workspace.set('app.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers: []\n');
    const finding = workspace.report('app.yaml').findings.find(({ rule }) => rule === 'kubernetes/network-policy-missing');
    assert.deepEqual(finding && workspace.provenFixes(finding).map(({ title }) => title), [
      'Add a NetworkPolicy that denies all traffic of the namespace',
    ]);
  });

  it('tells two equal findings apart', () => {
    const workspace = workspaceWith([toy('dockerfile/a', 'aa', replaceBy('b'))], 'RUN aa\nRUN aa\n');
    for (const finding of workspace.report('Dockerfile').findings) assert.equal(workspace.provenFixes(finding).length, 1);
  });

  it('offers to harden one container of several, although what was said of their pod is then said of the others', () => {
    const workspace = new Workspace({ today: '2026-11-23', commandLine: { profile: 'all' } });
    const containers = ['a', 'b'].map((name) => `    - name: ${name}\n      image: nginx:1.27\n`).join('');
    workspace.set('app.yaml', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n${containers}`);
    const rules = ['kubernetes/allow-privilege-escalation', 'kubernetes/capabilities-drop-all', 'kubernetes/capability-net-raw'];
    for (const finding of workspace.report('app.yaml').findings.filter(({ rule }) => rules.includes(rule))) {
      const titles = workspace.provenFixes(finding).map(({ title }) => title);
      assert.ok(
        titles.includes('Harden the container to the Restricted Pod Security Standard'),
        `${finding.rule}: ${titles.join(', ')}`,
      );
    }
  });

  it('lets a fix bring what is only about the form of the text', () => {
    const titles = (overrides: Parameters<typeof toy>[3]) => {
      const rules = [toy('dockerfile/a', 'aa', replaceBy('bb')), toy('dockerfile/b', 'bb', () => [], overrides)];
      const workspace = workspaceWith(rules, 'RUN aa\n');
      const [finding] = workspace.report('Dockerfile').findings;
      return finding && workspace.provenFixes(finding).map(({ title }) => title);
    };
    assert.deepEqual(titles({ tags: ['hint', 'form'] }), ['Replace by bb']);
    assert.deepEqual(titles({ tags: ['hint'] }), []);
  });

  it('refuses a fix that makes another rule fail', () => {
    const failing: AnyRule = {
      ...toy('dockerfile/fails', 'zz'),
      check: ({ file }: { file: { text: string } }) => {
        if (file.text.includes('bb')) throw new Error('broken');
        return [];
      },
    };
    const workspace = workspaceWith([toy('dockerfile/a', 'aa', replaceBy('bb')), failing], 'RUN aa\n');
    const [finding] = workspace.report('Dockerfile').findings;
    assert.deepEqual(finding && workspace.provenFixes(finding), []);
  });
});
