import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyzer } from '../../server/src/index.ts';
import { RULES } from '../../server/src/rules/index.ts';
import type { JsonReport } from '../../server/src/service/json-report.ts';
import { ROOT } from '../support/imports.ts';
import { mismatches, type Schema } from '../support/json-schema.ts';
import { Larboard, POD } from './support/larboard.ts';

const larboard = new Larboard();

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { id: string; properties: Record<string, string>; help: { markdown: string } }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Record<string, number>;
        };
      }[];
      readonly partialFingerprints: Record<string, string>;
      readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
      readonly fixes?: readonly unknown[];
    }[];
  }[];
}

// Hooks outside a suite would run for every other file of the same process.
describe('command line: output', () => {
  before(() => larboard.build());
  after(() => larboard.remove());

  describe('larboard scan: reports', () => {
    it('json: is what the schema says, on the examples', () => {
      const { out } = larboard.run(['scan', 'examples', '--format', 'json', '--profile', 'all']);
      const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/report.schema.json'), 'utf8')) as Schema;
      const report = JSON.parse(out) as JsonReport;
      assert.deepEqual(mismatches(schema, report), []);
      assert.ok(report.findings.length > 10);
      for (const spoilt of [
        { ...report, version: 2 },
        { ...report, findings: [{}] },
        { ...report, extra: 1 },
      ])
        assert.notDeepEqual(mismatches(schema, spoilt), [], 'the schema would notice');
    });

    it('json: offsets, lines and columns agree with the text, and the library says the same', () => {
      const cwd = larboard.workspace({ 'k8s/app.yaml': `# 😀\r\n${POD}` });
      const { out } = larboard.run(['scan', '--format', 'json'], { cwd });
      const text = readFileSync(path.join(cwd, 'k8s/app.yaml'), 'utf8');
      const report = JSON.parse(out) as JsonReport;
      assert.ok(report.findings.length > 0);
      for (const { start, end } of report.findings) {
        for (const { offset, line, column } of [start, end]) {
          const before = text.slice(0, offset).split(/\r\n|\n|\r/);
          assert.deepEqual([line, column], [before.length, (before.at(-1)?.length ?? 0) + 1]);
        }
      }
      const library = createAnalyzer().analyze([{ path: 'k8s/app.yaml', text }]);
      assert.deepEqual(report.findings, library.findings);
    });

    it('sarif: has what GitHub code scanning asks for', () => {
      const cwd = larboard.workspace({
        'a b/ü%.yaml': POD,
        'quiet.yaml': POD.replace('  hostNetwork', '  # larboard-ignore host-network: the CNI\n  hostNetwork'),
      });
      const [run] = (JSON.parse(larboard.run(['scan', '--format', 'sarif'], { cwd }).out) as Sarif).runs;
      assert.ok(run && run.results.length > 0);
      for (const result of run.results) {
        assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
        assert.match(result.partialFingerprints['primaryLocationLineHash'] ?? '', /^[0-9a-f]{16}:\d+$/);
        for (const { physicalLocation } of result.locations) {
          const { artifactLocation, region } = physicalLocation;
          assert.ok(['a%20b/%C3%BC%25.yaml', 'quiet.yaml'].includes(artifactLocation.uri), artifactLocation.uri);
          for (const name of ['startLine', 'startColumn', 'endLine', 'endColumn']) assert.ok((region[name] ?? 0) >= 1, name);
        }
      }
      for (const { id, properties, help } of run.tool.driver.rules) {
        assert.match(properties['security-severity'] ?? '', /^\d+\.\d$/, id);
        assert.match(properties['precision'] ?? '', /^(?:very-high|high|medium|low)$/, id);
        assert.notEqual(help.markdown, '', id);
      }
      const suppressed = run.results.filter(({ suppressions }) => suppressions);
      assert.deepEqual(
        suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.kind, suppressions?.[0]?.justification]),
        [['kubernetes/host-network', 'inSource', 'the CNI']],
      );
      assert.ok(run.results.some(({ fixes }) => fixes && fixes.length > 0));
    });

    it('text: shows the place, the span under its line, the fix and a summary', () => {
      const cwd = larboard.workspace({ 'app.yaml': POD });
      const { out } = larboard.run(['scan'], { cwd });
      assert.match(out, /app\.yaml:6:16 {2}high {2}kubernetes\/host-network\n/);
      assert.match(out, /\n {2}\|\n6 \| {3}hostNetwork: true\n {2}\| {16}\^{4}\n {2}fix \(suggested\): /);
      assert.match(out, /\n1 file, \d+ findings \(1 high.*\) in \d+ ms\n/);
    });

    it('text: underlines behind tabs, wide characters and in lines of megabytes', () => {
      const frame = (text: string, name: string): readonly string[] => {
        const { out } = larboard.run(['scan', '--minimum-severity', 'high'], { cwd: larboard.workspace({ [name]: text }) });
        return out.split('\n');
      };
      const wide = frame(
        '{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {"a": "中文😀"}},\t"spec": {"hostNetwork": true, "containers": []}}\n',
        'pod.json',
      );
      const [line = '', marks = ''] = wide.slice(wide.findIndex((each) => each.startsWith('1 |')));
      assert.equal(marks.indexOf('^'), line.indexOf('true') + '中文'.length);
      const long = frame(
        `{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {"a": "${'x'.repeat(2_000_000)}"}}, "spec": {"hostNetwork": true, "containers": []}}`,
        'pod.json',
      );
      assert.ok(long.every((each) => each.length < 600));
      assert.ok(long.some((each) => each.includes('…') && each.includes('true')));
    });

    const secrets: readonly (readonly [rule: string, name: string, text: string])[] = [
      ['dependencies/credentials-in-manifest', '.npmrc', 'registry=http://ci:hunter2-S3cr3t@npm.example.com/\n'],
      [
        'dependencies/credentials-in-manifest',
        'requirements.txt',
        '--index-url http://ci:hunter2-S3cr3t@pypi.example.com/simple\nflask\n',
      ],
      ['dockerfile/password-in-chpasswd', 'Dockerfile', 'FROM debian:12\nRUN echo root:hunter2-S3cr3t | sudo chpasswd\n'],
      ['dockerfile/secret-in-run-command', 'Dockerfile', 'FROM debian:12\nRUN curl -u ci:hunter2-S3cr3t http://example.com/a\n'],
      ['dockerfile/secret-value-hardcoded', 'Dockerfile', 'FROM debian:12\nENV API_TOKEN=hunter2-S3cr3tq8Zr5Xw1LmT7vK4pN\n'],
      [
        'kubernetes/secret-data-not-base64',
        'app.yaml',
        'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  password: hunter2-S3cr3t!\n',
      ],
      [
        'kubernetes/secret-in-configmap',
        'app.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  DB_PASSWORD: hunter2-S3cr3t\n',
      ],
      [
        'kubernetes/secret-in-env-value',
        'app.yaml',
        `${POD}      env:\n        - name: DB_PASSWORD\n          value: hunter2-S3cr3t\n`,
      ],
    ];
    for (const [rule, name, text] of secrets) {
      it(`text: shows no secret that ${rule} finds in ${name}, and underlines it`, () => {
        const cwd = larboard.workspace({ [name]: text });
        const { out } = larboard.run(['scan', '--profile', 'all'], { cwd });
        assert.ok(!out.includes('hunter2') && !out.includes('S3cr3t'), out);
        const frame = out.slice(out.indexOf(rule)).split('\n');
        const [line = '', marks = ''] = frame.slice(frame.findIndex((each) => /^\d+ \|/.test(each)));
        const [from, to] = [marks.indexOf('^'), marks.lastIndexOf('^') + 1];
        assert.match(line.slice(from, to), /^•{9,}$/, out);
        assert.ok(!line.slice(0, from).includes('•') && !line.slice(to).includes('•'), out);
      });
    }

    it('text: shows no secret beside the name that is told, nor one that is spelt with escapes', () => {
      const cwd = larboard.workspace({
        Dockerfile: 'FROM debian:12\nENV DB_PASSWORD=hunter2\n',
        'secret.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { db-password: hunter2, api-token: hunter2 }\n',
        'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { DB_PASSWORD: "hunter2\\u0021-S3cr3t" }\n',
      });
      const { out } = larboard.run(['scan', '--profile', 'all'], { cwd });
      assert.match(out, /\| ENV DB_PASSWORD=•{7}\n/);
      assert.match(out, /\| stringData: \{ db-password: •{7}, api-token: •{7} \}\n/);
      assert.match(out, /\| data: \{ DB_PASSWORD: •{22} \}\n/);
      assert.ok(!out.includes('hunter2'), out);
    });

    it('text: shows no secret whose finding is suppressed, and names and variables as they are', () => {
      const cwd = larboard.workspace({
        '.npmrc': '# larboard-ignore credentials-in-manifest: revoked\nregistry=http://ci:hunter2-S3cr3t@npm.example.com/\n',
        Dockerfile: 'FROM debian:12\nARG TOKEN\nRUN curl -H "Authorization: Bearer $TOKEN" https://example.com/a | chpasswd\n',
      });
      const { out } = larboard.run(['scan', '--profile', 'all'], { cwd });
      assert.match(out, /\| registry=http:\/\/ci:•{14}@npm/);
      assert.ok(!out.includes('hunter2'), out);
      assert.match(out, /secret-in-run-command\n/);
      assert.match(out, /password-in-chpasswd\n/);
      assert.match(out, /Bearer \$TOKEN" \S+ \| chpasswd\n/);
    });

    it('text: has colours only where they are wanted, and passes no control character on', () => {
      const cwd = larboard.workspace({ 'app.yaml': POD.replace('web', '"\u001B[31mweb"') });
      assert.ok(!larboard.run(['scan'], { cwd }).out.includes('\u001B'));
      assert.ok(larboard.run(['scan'], { cwd, env: { FORCE_COLOR: '1' } }).out.includes('\u001B[1m'));
      assert.ok(!larboard.run(['scan'], { cwd, env: { NO_COLOR: '1' } }).out.includes('\u001B'));
    });

    it('--output writes the same report to a file', () => {
      const cwd = larboard.workspace({ 'app.yaml': POD });
      const { out } = larboard.run(['scan', '--format', 'sarif', '--output', 'report.sarif'], { cwd });
      assert.equal(out, '');
      assert.equal((JSON.parse(readFileSync(path.join(cwd, 'report.sarif'), 'utf8')) as Sarif).version, '2.1.0');
    });

    it('ends quietly when its reader goes away', async () => {
      const child = spawn(process.execPath, [larboard.program, 'scan', 'examples', '--format', 'sarif', '--profile', 'all'], {
        cwd: ROOT,
      });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      await once(child, 'close');
      assert.equal(err, '');
    });
  });

  describe('larboard: a rule that fails', () => {
    const broken = new Larboard();
    before(() =>
      broken.build(`
      import { kubernetesRule } from '../engine/rule.ts';
      import { hostNetwork } from './kubernetes/host-network.ts';
      const fails = kubernetesRule({ ...hostNetwork.meta, id: 'kubernetes/fails' }, function* () { throw new Error('broken'); });
      export const RULES = [fails, hostNetwork];
    `),
    );
    after(() => broken.remove());

    it('→ 3, named in every format, with the other findings', () => {
      const cwd = broken.workspace({ 'app.yaml': POD });
      for (const format of ['text', 'json', 'sarif']) {
        const { code, out } = broken.run(['scan', '--format', format], { cwd });
        assert.equal(code, 3, format);
        assert.match(out, /kubernetes\/host-network/);
        assert.match(out, /kubernetes\/fails/);
        assert.match(out, /broken/);
      }
    });
  });

  describe('larboard rules, explain', () => {
    it('lists every rule with what tools need to know', () => {
      const rules = JSON.parse(larboard.run(['rules', '--format', 'json']).out) as readonly Record<string, unknown>[];
      const host = rules.find(({ id }) => id === 'kubernetes/host-network');
      assert.ok(host);
      for (const key of [
        'title',
        'severity',
        'profiles',
        'default',
        'aliases',
        'references',
        'fixable',
        'fix',
        'status',
        'family',
      ])
        assert.ok(key in host, key);
      for (const { meta } of RULES)
        assert.ok(
          rules.some(({ id }) => id === meta.id),
          meta.id,
        );
      assert.equal(larboard.run(['rules']).out.trimEnd().split('\n').length, rules.length);
    });

    it('explains a rule by its id, its short name and a peer’s id', () => {
      const texts = ['kubernetes/host-network', 'host-network', 'trivy:KSV-0009', 'trivy:AVD-KSV-0009'].map(
        (name) => larboard.run(['explain', name]).out,
      );
      assert.match(texts[0] ?? '', /^# .*\n\n`kubernetes\/host-network` · high/);
      for (const text of texts) assert.equal(text, texts[0]);
    });

    it('the help names every option that exists and the version is the package’s', () => {
      const help = larboard.run(['--help']).out;
      const source = readFileSync(path.join(ROOT, 'server/src/cli/arguments.ts'), 'utf8');
      const options = [...source.matchAll(/^ {2}'?([a-z-]+)'?: \{ type: /gm)].map(([, name]) => name ?? '');
      assert.ok(options.length > 8);
      for (const option of options) assert.ok(help.includes(`--${option}`), option);
      const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
      assert.equal(larboard.run(['--version']).out, `${version}\n`);
    });
  });

  describe('larboard: nothing leaves the machine', () => {
    it('a scan of the examples opens no socket and starts no process', () => {
      const spy = path.join(larboard.folder, 'spy.cjs');
      const seen = path.join(larboard.folder, 'seen.txt');
      writeFileSync(seen, '');
      writeFileSync(
        spy,
        `const fs = require('node:fs');
       const note = (what) => fs.appendFileSync(${JSON.stringify(seen)}, what + '\\n');
       const watch = (object, names, of) => { for (const name of names) { const real = object[name]; object[name] = function (...args) { note(of + '.' + name); return real.apply(this, args); }; } };
       watch(require('node:net').Socket.prototype, ['connect'], 'Socket');
       watch(require('node:dgram').Socket.prototype, ['send', 'bind'], 'dgram');
       watch(require('node:dns'), ['lookup', 'resolve'], 'dns');
       watch(require('node:child_process'), ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync'], 'child_process');
       watch(globalThis, ['fetch'], 'globalThis');
       if (process.env.SPY_TEST) { require('node:child_process').spawnSync(process.execPath, ['--version']); require('node:net').connect(9, '127.0.0.1').on('error', () => {}); }`,
      );
      const run = (env: Record<string, string>): string => {
        writeFileSync(seen, '');
        const { code, err } = larboard.run(['scan', 'examples', '--profile', 'all'], { node: ['--require', spy], env });
        assert.equal(code, 1, err);
        return readFileSync(seen, 'utf8');
      };
      assert.match(run({ SPY_TEST: '1' }), /child_process\.spawnSync[^]*Socket\.connect/, 'the spy would see it');
      assert.equal(run({}), '');
    });
  });
});
