import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonReport } from '../../server/src/service/json-report.ts';
import { Larboard, pathsIn, POD, skippedIn } from './support/larboard.ts';

const larboard = new Larboard();

const json = (args: readonly string[], cwd: string) => larboard.report(args, cwd);
const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8');

// Hooks outside a suite would run for every other file of the same process.
describe('command line: scan', () => {
  before(() => larboard.build());
  after(() => larboard.remove());

  describe('larboard scan: exit codes', () => {
    const codes: readonly (readonly [args: readonly string[], code: number])[] = [
      [['scan'], 1],
      [['scan', '--fail-on', 'critical'], 0],
      [['scan', '--fail-on', 'never'], 0],
      [['scan', '--fail-on', 'info'], 1],
      [['scan', 'empty'], 0],
      [['scan', '--config', 'off.yaml'], 0],
      [['rules'], 0],
      [['--help'], 0],
      [['scan', '--help'], 0],
      [['--version'], 0],
      [['explain', 'kubernetes/host-network'], 0],
    ];
    for (const [args, code] of codes) {
      it(`${args.join(' ')} → ${code}`, () => {
        const cwd = larboard.workspace({ 'app.yaml': POD, 'off.yaml': 'rules: { "kubernetes/*": off }\n', 'empty/a.txt': '' });
        const run = larboard.run(args, { cwd });
        assert.equal(run.code, code, run.err);
        assert.equal(run.err, '');
        assert.notEqual(run.out, '');
      });
    }

    const configured: readonly (readonly [files: Readonly<Record<string, string>>, args: readonly string[], code: number])[] = [
      [{ '.larboard.yaml': 'failOn: critical\n' }, [], 0],
      [{ '.larboard.yaml': 'failOn: critical\n' }, ['--fail-on', 'info'], 1],
      // hadolint's file is about Dockerfiles alone.
      [{ '.hadolint.yaml': 'no-fail: true\n' }, [], 1],
      [{ '.hadolint.yaml': 'no-fail: true\n', 'app.yaml': '', Dockerfile: 'FROM debian:latest\n' }, [], 0],
      [{ '.hadolint.yaml': 'failure-threshold: warning\n', 'app.yaml': '', Dockerfile: 'FROM debian:latest\n' }, [], 1],
    ];
    for (const [files, args, code] of configured) {
      it(`${Object.values(files).join(' ').replaceAll('\n', '')} ${args.join(' ')} → ${code}`, () => {
        const { code: actual, err } = larboard.run(['scan', ...args], { cwd: larboard.workspace({ 'app.yaml': POD, ...files }) });
        assert.equal(actual, code, err);
        assert.equal(err, '');
      });
    }

    const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
      [['scam'], /no command "scam"/],
      [['scan', 'missing'], /no file or folder "missing"/],
      [['scan', '--fromat', 'json'], /--fromat/],
      [['scan', '--format', 'xml'], /--format takes one of text, json, sarif, not "xml"/],
      [['scan', '--fail-on', 'bad'], /--fail-on takes one of critical, .*never, not "bad"/],
      [['scan', '--profile', 'lax'], /--profile takes one of/],
      [['scan', '--minimum-severity', 'x'], /--minimum-severity takes one of/],
      [['scan', '--kubernetes-version', '2'], /--kubernetes-version takes a version such as 1\.34, not "2"/],
      [['scan', '--config', 'missing.yaml'], /configuration "missing\.yaml" cannot be read/],
      [['scan', '--config', 'wrong.yaml'], /wrong\.yaml:2:1: .*no setting "rulez"/],
      [['scan', '--stdin'], /--stdin-filename/],
      [['scan', '--stdin', '--stdin-filename', '../x/Dockerfile'], /outside/],
      [['scan', '--stdin', '--stdin-filename', 'Dockerfile', 'app.yaml'], /leave the paths out/],
      [['scan', '--dry-run'], /--fix/],
      [['scan', '--files-from', 'list.txt'], /--files-from takes "-"/],
      [['scan', '--output', 'no/such/folder/report.txt'], /cannot be written/],
      [['explain'], /takes one rule/],
      [['explain', 'kubernetes/hostnetwork'], /did you mean "kubernetes\/host-network"/],
      [['rules', '--format', 'xml'], /--format takes one of text, json/],
    ];
    for (const [args, message] of mistakes) {
      it(`${args.join(' ')} → 2, in one line`, () => {
        const cwd = larboard.workspace({ 'app.yaml': POD, 'wrong.yaml': 'profile: strict\nrulez: {}\n' });
        const { code, err } = larboard.run(args, { cwd });
        assert.equal(code, 2, err);
        assert.match(err, message);
        assert.match(err, /^larboard: [^\n]*\(see larboard --help\)\n$/);
      });
    }

    it('a mistake in .larboard.yaml → 2, with its place, and the findings are still printed', () => {
      const cwd = larboard.workspace({
        'app.yaml': POD,
        '.larboard.yaml': 'profile: strict\r\nrules:\r\n  kubernetes/nonsense: off\r\n',
      });
      const { code, out, err } = larboard.run(['scan'], { cwd });
      assert.equal(code, 2);
      assert.match(err, /^larboard: \.larboard\.yaml:3:3: There is no rule "kubernetes\/nonsense"\..*\n$/);
      assert.match(out, /kubernetes\/host-network/);
    });

    it('no command → the help, and 2', () => {
      const { code, out } = larboard.run([]);
      assert.equal(code, 2);
      assert.match(out, /larboard scan/);
    });
  });

  describe('larboard scan: the upgrade of a cluster', () => {
    const files = {
      'app.yaml': POD,
      'cron.yaml': 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: tidy\n',
      '.larboard.yaml': 'kubernetes: { version: "1.20" }\n',
    };
    const upgrade = (version: string, ...args: readonly string[]): readonly string[] => [
      'scan',
      '--profile',
      'upgrade',
      '--kubernetes-version',
      version,
      ...args,
    ];

    it('tells what the version removes or deprecates, and nothing else', () => {
      const cwd = larboard.workspace(files);
      const rules = (version: string): readonly string[] =>
        (JSON.parse(larboard.run(upgrade(version, '--format', 'json'), { cwd }).out) as JsonReport).findings.map(
          ({ rule }) => rule,
        );
      assert.deepEqual(rules('1.20'), []);
      assert.deepEqual(rules('v1.24.3'), ['kubernetes/deprecated-api-version']);
      assert.deepEqual(rules('1.36'), ['kubernetes/removed-api-version']);
    });

    it('fixes it', () => {
      const cwd = larboard.workspace(files);
      assert.equal(larboard.run(upgrade('1.36', '--fix'), { cwd }).code, 0);
      assert.match(read(cwd, 'cron.yaml'), /^apiVersion: batch\/v1\n/);
    });

    it('says which fields it knows of an old version', () => {
      const { err } = larboard.run(upgrade('1.20'), { cwd: larboard.workspace(files) });
      assert.equal(
        err,
        'larboard: Kubernetes 1.20 is older than what is known (1.28); fields are checked against that, API versions against the target\n',
      );
    });

    it('says that of a version to come only what was announced is known', () => {
      const { code, err } = larboard.run(upgrade('1.99'), { cwd: larboard.workspace(files) });
      assert.equal(code, 1);
      assert.equal(
        err,
        'larboard: Kubernetes 1.99 is newer than what is known (1.36); of later versions only what was announced counts\n',
      );
    });
  });

  describe('larboard scan: what it reads', () => {
    it('finds files in folders, and leaves out what git ignores, node_modules and .git', () => {
      const cwd = larboard.workspace({
        'a/b/app.yaml': POD,
        'node_modules/x/app.yaml': POD,
        '.git/app.yaml': POD,
        'ignored/app.yaml': POD,
        'ignored/keep.yaml': POD,
        '.gitignore': 'ignored/*\n!ignored/keep.yaml\n',
        'notes.txt': POD,
      });
      assert.deepEqual(pathsIn(json([], cwd)), ['a/b/app.yaml', 'ignored/keep.yaml']);
      assert.deepEqual(pathsIn(json(['ignored/app.yaml'], cwd)), ['ignored/app.yaml'], 'a file that is named is read');
    });

    it('obeys the configuration upwards for a single file', () => {
      const cwd = larboard.workspace({ '.larboard.yaml': 'rules: { "kubernetes/*": off }\n', 'a/b/app.yaml': POD });
      assert.deepEqual(json(['a/b/app.yaml'], cwd).findings, []);
      assert.deepEqual(json(['a/b'], path.join(cwd)).summary.files > 0, true);
    });

    it('obeys other tools’ configuration files upwards, and says nothing about them', () => {
      const cwd = larboard.workspace({
        '.hadolint.yaml': 'ignored: [DL3004]\nnonsense: true\nfailure-threshold: ignore\n',
        'a/.trivyignore': 'DS-0001\n',
        'a/b/Dockerfile': 'FROM node:latest\nRUN sudo make\n',
      });
      for (const paths of [[], ['a/b/Dockerfile']]) {
        const rules = json(paths, cwd).findings.map(({ rule }) => rule);
        assert.ok(rules.length > 0 && !rules.includes('dockerfile/run-sudo') && !rules.includes('dockerfile/base-image-latest'));
      }
      assert.deepEqual(pathsIn(json([], cwd)), ['a/b/Dockerfile']);
    });

    it('tells what it skipped and why', () => {
      const cwd = larboard.workspace({
        'app.yaml': POD,
        Dockerfile: Buffer.from('FROM a\0b\n'),
        'large.yaml': `# ${'x'.repeat(10 * 1024 * 1024)}\n${POD}`,
        'out/.larboard.yaml': 'exclude: ["**"]\n',
        'out/app.yaml': POD,
        'missing.yaml': '→ nowhere',
        'outside.yaml': '→ /etc/hostname',
      });
      assert.deepEqual(skippedIn(json([], cwd)), {
        Dockerfile: 'binary',
        'large.yaml': 'too large',
        'missing.yaml': 'unreadable',
        'out/app.yaml': 'excluded',
        'outside.yaml': 'link leads outside',
        ...('out/.larboard.yaml' in skippedIn(json([], cwd)) ? { 'out/.larboard.yaml': 'excluded' } : {}),
      });
      const { out } = larboard.run(['scan'], { cwd });
      assert.match(out, /1 file skipped: binary/);
    });

    it('follows links inside the root once, and no loop', () => {
      const cwd = larboard.workspace({ 'a/app.yaml': POD, 'a/loop': '→ .', 'a/up': '→ ../a', b: '→ a', self: '→ self' });
      const { summary, findings } = json([], cwd);
      assert.ok(summary.files <= 2, String(summary.files));
      assert.ok(findings.some((finding) => finding.path === 'a/app.yaml'));
    });

    it('reads a list of paths from standard input', () => {
      const cwd = larboard.workspace({ 'a.yaml': POD, 'b.yaml': POD, 'c.yaml': POD });
      const { out } = larboard.run(['scan', '--format', 'json', '--files-from', '-'], { cwd, input: 'a.yaml\r\nc.yaml\n\n' });
      assert.deepEqual(pathsIn(JSON.parse(out) as JsonReport), ['a.yaml', 'c.yaml']);
      const nothing = larboard.run(['scan', '--format', 'json', '--files-from', '-'], { cwd });
      assert.equal((JSON.parse(nothing.out) as JsonReport).summary.files, 0);
    });

    it('reads standard input as the named file', () => {
      const cwd = larboard.workspace({ 'k8s/.larboard.yaml': 'rules: { kubernetes/host-network: critical }\n' });
      const { code, out } = larboard.run(['scan', '--format', 'json', '--stdin', '--stdin-filename', 'k8s/app.yaml'], {
        cwd,
        input: POD,
      });
      assert.equal(code, 1);
      const finding = (JSON.parse(out) as JsonReport).findings.find(({ rule }) => rule === 'kubernetes/host-network');
      assert.deepEqual([finding?.path, finding?.severity], ['k8s/app.yaml', 'critical']);
    });

    it('knows what lies around the file of standard input', () => {
      const cwd = larboard.workspace({ 'api/.dockerignore': 'notes.txt\n', 'api/notes.txt': '', 'api/Dockerfile': '' });
      const { out } = larboard.run(['scan', '--format', 'json', '--stdin', '--stdin-filename', 'api/Dockerfile'], {
        cwd,
        input: 'FROM debian:12\nCOPY notes.txt /srv/\n',
      });
      const { findings, summary } = JSON.parse(out) as JsonReport;
      assert.ok(findings.some(({ rule, path: file }) => rule === 'dockerfile/copy-ignored-file' && file === 'api/Dockerfile'));
      assert.equal(summary.files, 1);
    });

    const hostile: Readonly<Record<string, string | Buffer>> = {
      'a.yaml': '',
      'b.yaml': '\uFEFF',
      'c.yaml': `kind: Pod\rapiVersion: v1\r${'['.repeat(5000)}`,
      'd.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: "${'x'.repeat(9_000_000)}" }\nspec: { hostNetwork: true }\n`,
      'e.yaml': '---\n'.repeat(50_000),
      'f.yaml': Buffer.from([0xff, 0xfe, 0x61, 0, 0x3a, 0, 0x20, 0]),
      'g.yaml': Buffer.from([0x80, 0x81, 0xc3, 0x28]),
      'package.json': `{"dependencies": ${'{"a":'.repeat(20_000)}`,
      'package-lock.json': 'null',
      'requirements.txt': '\\\n'.repeat(10_000),
      'go.mod': 'require (',
      Dockerfile: `FROM a\nRUN ${'true && '.repeat(10_000)}true\n`,
      'Dockerfile.b': 'FROM a AS b\nFROM b AS a\nFROM a\n<<EOF\nUSER',
    };
    it('stands any input', function () {
      this.timeout(60_000);
      const cwd = larboard.workspace(hostile);
      const { code, out, err } = larboard.run(['scan', '--format', 'json', '--profile', 'all'], { cwd });
      assert.ok(code === 0 || code === 1, `${code} ${err}`);
      assert.deepEqual((JSON.parse(out) as JsonReport).failures, []);
    });
  });

  describe('larboard scan: fixes', () => {
    const TEXT = '\uFEFF' + POD.replace('hostNetwork: true', 'hostNetwork: true # why').replaceAll('\n', '\r\n');

    it('--fix-suggested changes the file, keeps mode, BOM and line endings; a second run changes nothing', () => {
      const cwd = larboard.workspace({ 'app.yaml': TEXT });
      const file = path.join(cwd, 'app.yaml');
      chmodSync(file, 0o640);
      const first = larboard.run(['scan', '--fix-suggested'], { cwd });
      assert.match(first.err, /[1-9]\d* fix(?:es)? applied in 1 file\n/);
      const fixed = read(file);
      assert.ok(fixed.startsWith('\uFEFF') && !fixed.includes('hostNetwork') && !/[^\r]\n/.test(fixed));
      assert.equal(statSync(file).mode & 0o777, 0o640);
      const second = larboard.run(['scan', '--fix-suggested'], { cwd });
      assert.match(second.err, /0 fixes applied in 0 files\n/);
      assert.equal(read(file), fixed);
    });

    it('--fix leaves suggested fixes alone', () => {
      const cwd = larboard.workspace({ 'app.yaml': POD });
      larboard.run(['scan', '--fix'], { cwd });
      assert.match(read(cwd, 'app.yaml'), /hostNetwork: true/);
    });

    it('--dry-run prints a unified diff and changes nothing', () => {
      const cwd = larboard.workspace({ 'k8s/app.yaml': POD });
      const { code, out } = larboard.run(['scan', '--fix-suggested', '--dry-run'], { cwd });
      assert.equal(code, 0);
      assert.match(out, /^--- a\/k8s\/app\.yaml\n\+\+\+ b\/k8s\/app\.yaml\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
      assert.match(out, /\n- {2}hostNetwork: true\n/);
      assert.equal(read(cwd, 'k8s/app.yaml'), POD);
    });

    it('--dry-run shows no password', () => {
      const gemfile = "source 'http://me:hunter2@gems.example'\ngem 'a', '1.0', git: 'http://me:hunter2@git.example/a'\n";
      const cwd = larboard.workspace({ Gemfile: gemfile });
      const { out } = larboard.run(['scan', '--fix', '--dry-run'], { cwd });
      assert.match(out, /\n-source 'http:\/\/me:•{7}@gems/);
      assert.match(out, /\n\+source 'https:\/\/me:•{7}@gems/);
      assert.doesNotMatch(out, /hunter2/);
      const piped = larboard.run(['scan', '--fix', '--dry-run', '--stdin', '--stdin-filename', 'Gemfile'], {
        cwd,
        input: gemfile,
      });
      assert.match(piped.out, /\n\+source 'https:/);
      assert.doesNotMatch(piped.out, /hunter2/);
    });

    it('changes the file that holds the version as well, if it was asked for, and tells what is left', () => {
      const project = (rest: string): string => `<project>${rest}</project>\n`;
      const parent = (version: string): string =>
        project(`
  <groupId>x.example</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
  <properties><log4j>${version}</log4j></properties>
`);
      const dependency = (id: string, version: string): string =>
        `<dependency><groupId>${id.replace(':', '</groupId><artifactId>')}</artifactId><version>${version}</version></dependency>\n`;
      const child = (lang3: string): string =>
        project(`<parent><groupId>x.example</groupId><artifactId>parent</artifactId><version>1</version></parent>
  <artifactId>a</artifactId>
  <dependencies>
    ${dependency('org.apache.logging.log4j:log4j-core', `\${log4j}`)}    ${dependency('org.apache.commons:commons-text', lang3)}    ${dependency('org.yaml:snakeyaml', '1.26')}  </dependencies>`);
      const cwd = larboard.workspace({ 'pom.xml': parent('2.14.1'), 'a/pom.xml': child('1.9') });
      const dry = larboard.run(['scan', '--fix-suggested', '--dry-run'], { cwd });
      assert.deepEqual(dry.out.match(/^--- .*/gm), ['--- a/a/pom.xml', '--- a/pom.xml']);
      assert.match(dry.out, /\n\+ {2}<properties><log4j>2\.17\.1</);
      assert.match(dry.err, /^larboard: 1 fix not applied, because what uses the result may break:\n {2}a\/pom\.xml:6 Raise /);
      const one = larboard.run(['scan', '--fix-suggested', '--dry-run', 'a/pom.xml'], { cwd });
      assert.deepEqual(one.out.match(/^--- .*/gm), ['--- a/a/pom.xml']);
      assert.match(one.err, /another file would change that was not asked for:\n {2}a\/pom\.xml:4 .* \(in pom\.xml\)\n/);
      assert.match(larboard.run(['scan', '--fix-suggested'], { cwd }).err, /\n2 fixes applied in 2 files\n/);
      assert.equal(read(cwd, 'pom.xml'), parent('2.17.1'));
      assert.equal(read(cwd, 'a/pom.xml'), child('1.10.0'));
    });

    it('never changes a file outside the root, although a link in it leads there', () => {
      const outside = larboard.workspace({ 'app.yaml': POD });
      const cwd = larboard.workspace({ 'link.yaml': `→ ${path.join(outside, 'app.yaml')}` });
      const { code, err } = larboard.run(['scan', '--fix-suggested', 'link.yaml'], { cwd });
      assert.equal(read(outside, 'app.yaml'), POD);
      assert.equal(code, 3);
      assert.match(err, /lies outside/);
    });

    it('a link inside the root stays a link', () => {
      const cwd = larboard.workspace({ 'real/app.yaml': POD, 'link.yaml': '→ real/app.yaml' });
      larboard.run(['scan', '--fix-suggested', 'link.yaml'], { cwd });
      assert.ok(!read(cwd, 'real/app.yaml').includes('hostNetwork'));
    });

    it('--stdin prints the fixed text', () => {
      const { code, out } = larboard.run(['scan', '--fix-suggested', '--stdin', '--stdin-filename', 'app.yaml'], {
        cwd: larboard.workspace({}),
        input: TEXT,
      });
      assert.equal(code, 0);
      assert.ok(out.startsWith('\uFEFF') && !out.includes('hostNetwork'));
      const clean = larboard.run(['scan', '--fix', '--stdin', '--stdin-filename', 'a.txt'], { input: 'x\r\ny' });
      assert.equal(clean.out, 'x\r\ny');
    });

    it('writes nothing half: no temporary file is left', () => {
      const cwd = larboard.workspace({ 'app.yaml': POD });
      larboard.run(['scan', '--fix-suggested'], { cwd });
      writeFileSync(path.join(cwd, 'again.yaml'), POD);
      assert.deepEqual(
        pathsIn(json(['--fail-on', 'never'], cwd)).filter((file) => file.endsWith('.tmp')),
        [],
      );
    });
  });
});
