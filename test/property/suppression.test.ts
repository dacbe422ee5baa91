import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDockerfile } from '../../server/src/model/dockerfile/index.ts';
import { RuleNames } from '../../server/src/engine/rule-names.ts';
import { OWN_RULES } from '../../server/src/engine/own-rules.ts';
import { PEER_CONFIGS } from '../../server/src/engine/config/peers/index.ts';
import { suppressionsOf } from '../../server/src/engine/suppression/apply.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { RULES } from '../../server/src/rules/index.ts';

const NAMES = new RuleNames([...RULES, ...OWN_RULES]);

/** Pieces of which suppressions are made, in any order. */
const PIECES = [
  ...[
    'larboard-ignore',
    'larboard-ignore-file',
    'hadolint',
    'global',
    'shell=/bin/sh',
    'ignore=',
    'check=',
    'skip=',
    'error=true',
  ],
  ...[
    'checkov:skip=',
    'trivy:ignore:',
    ':exp:2026-01-01',
    'kics-scan',
    'ignore-line',
    'ignore-block',
    'ignore',
    'disable=',
    'enable=',
  ],
  ...['nosemgrep', 'nosem', 'droast', 'tally', 'reason=', 'expires=', 'until 2026-01-01', 'all', '*', 'dockerfile/*', 'DL3006'],
  ...['DS-0002', 'CKV_DOCKER_2', ' ', '  ', '\t', ',', ';', ':', '#', '"', "'", '\\', '[', ']', '=', '\u{1F40B}', '\n', '\r\n'],
  ...['FROM a', 'RUN a', '<<EOF', 'EOF', '&&', '\\\n'],
];
const comment = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 25 })
  .map((all) => all.join(''));

describe('property: suppressions', () => {
  it('no comment makes their reader throw; each stands inside the text, at a comment', () => {
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 6 }), fc.boolean(), (comments, behind) => {
        const text = comments.map((one) => `${behind ? 'RUN a ' : ''}# ${one}\nRUN b\n`).join('');
        for (const { span, covers } of suppressionsOf(parseDockerfile(text), text, NAMES)) {
          assert.ok(span.start < span.end && span.end <= text.length);
          assert.equal(text[span.start], '#');
          assert.ok(covers === 'file' || (covers.start <= covers.end && covers.end <= text.length));
        }
      }),
    );
  });

  it('no text of a peer’s configuration makes its reader throw', () => {
    const workspace = new Workspace({ today: '2026-11-23' });
    workspace.set('Dockerfile', 'FROM a:1\n');
    const yaml = fc
      .array(
        fc.constantFrom(
          'ignored',
          'override',
          'error',
          'label-schema',
          'misconfigurations',
          'id',
          ': ',
          '\n',
          '  ',
          '- ',
          '[',
          ']',
          '{',
          '}',
          'DL3006',
          '&a ',
          '*a',
          '"',
          '3',
          'exp:',
        ),
      )
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...PEER_CONFIGS.flatMap(({ names }) => names)), fc.oneof(yaml, fc.string()), (name, text) => {
        workspace.set(name, text);
        assert.deepEqual(workspace.report('Dockerfile').failures, []);
        workspace.delete(name);
      }),
    );
  });

  /** The time for a text of several sizes must not grow with their square: 16 times the text in less than 60 times the time, both beyond what a clock sees. */
  const large: Readonly<Record<string, (size: number) => string>> = {
    'blanks behind a rule': (size) => `# larboard-ignore curl: a${' '.repeat(size)}b\n`,
    'blanks in a peer’s': (size) => `# hadolint ignore=DL3006${' '.repeat(size)}x\n`,
    hashes: (size) => `# hadolint ignore=DL3006 ${'# '.repeat(size / 2)}\n`,
    'unknown rules': (size) => `# larboard-ignore ${'nonsense-rule, '.repeat(size / 15)}\n`,
    'many ids': (size) => `# hadolint ignore=${'DL3006,'.repeat(size / 7)}DL3006\n`,
    'many comments': (size) => '# hadolint ignore=DL3006\nRUN a\n'.repeat(size / 31),
    'many comments of our own': (size) => '# larboard-ignore nonsense-rule: why\nRUN a\n'.repeat(size / 43),
    'many comments in scripts': (size) => 'RUN apt-get install -y x # nosemgrep: a-b\n'.repeat(size / 43),
    'one script with many comments': (size) => `RUN <<EOF\n${'a # nosemgrep: a-b\n'.repeat(size / 19)}EOF\n`,
    'many comments for many rules': (size) => '# larboard-ignore dockerfile/*: why\nRUN a\n'.repeat(size / 40),
  };
  for (const [title, textOf] of Object.entries(large)) {
    it(`does not take quadratic time: ${title}`, function () {
      this.timeout(60_000);
      const time = (size: number): number => {
        const workspace = new Workspace({
          today: '2026-11-23',
          rules: [],
          commandLine: { rules: { 'dockerfile/suppression-not-allowed': 'on' } },
        });
        const start = performance.now();
        workspace.set('Dockerfile', `FROM a:1\n${textOf(size)}RUN a\n`);
        workspace.report('Dockerfile');
        return performance.now() - start;
      };
      time(10_000);
      assert.ok(time(480_000) < 60 * (time(30_000) + 10));
    });
  }
});
