import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import {
  actions,
  eventually,
  extension,
  finding,
  findingCount,
  findings,
  inWorkspace,
  open,
  removeScratchFiles,
  ruleOf,
  wholeOf,
} from './support.ts';

const VULNERABLE = 'dependencies/vulnerable-dependency';

/** Manifests, lockfiles and settings of every ecosystem, and a rule that speaks in each. */
const FILES: readonly (readonly [path: string, rule: string])[] = [
  ['storefront/package.json', VULNERABLE],
  ['storefront/pnpm-workspace.yaml', 'dependencies/install-scripts-unrestricted'],
  ['storefront/pnpm-lock.yaml', 'dependencies/lockfile-integrity-conflict'],
  ['labels/.npmrc', 'dependencies/npmrc-strict-ssl-off'],
  ['admin/.yarnrc.yml', 'dependencies/yarnrc-unsafe-http'],
  ['admin/.gitignore', 'dependencies/lockfile-ignored'],
  ['reports/pyproject.toml', VULNERABLE],
  ['reports/setup.py', 'dependencies/setup-py-command-override'],
  ['reports/requirements/notebooks.txt', 'dependencies/pip-trusted-host'],
  ['forecasts/pyproject.toml', 'dependencies/poetry-source-not-explicit'],
  ['stock/Cargo.toml', 'dependencies/cargo-patch-override'],
  ['stock/.cargo/config.toml', 'dependencies/cargo-insecure-registry'],
  ['billing/pom.xml', 'dependencies/maven-http-repository'],
  ['till/build.gradle.kts', VULNERABLE],
  ['till/gradle/libs.versions.toml', VULNERABLE],
  ['till/gradle/wrapper/gradle-wrapper.properties', 'dependencies/gradle-wrapper-http'],
  ['scales/gradle/verification-metadata.xml', 'dependencies/gradle-verification-broad-trust'],
  ['courier/go.mod', VULNERABLE],
  ['courier/go.env', 'dependencies/go-insecure-env'],
  ['returns/Gemfile', VULNERABLE],
  ['returns/Gemfile.lock', 'dependencies/lockfile-insecure-url'],
  ['blog/composer.json', VULNERABLE],
  ['blog/composer.lock', 'dependencies/dependency-with-install-script'],
  ['chat/mix.exs', 'dependencies/unpinned-git-dependency'],
  ['scanner/pubspec.yaml', 'dependencies/unpinned-git-dependency'],
  ['desk/Desk.csproj', VULNERABLE],
  ['desk/nuget.config', 'dependencies/nuget-insecure-source'],
];

/** The first place of a text in a document. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `"${text}" is not in the document.`);
  return document.positionAt(offset + 1);
}

async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  const place = placeOf(document, text);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
}

const lenses = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50);

async function rejects(action: () => Thenable<unknown>): Promise<void> {
  const failed = await action().then(
    () => false,
    () => true,
  );
  ok(failed, 'It was accepted.');
}

describe('packages', () => {
  afterEach(removeScratchFiles);

  for (const [path, rule] of FILES)
    it(`of ${path} are judged`, async () => {
      // Another problem in a package.json than the one that a lockfile beside it must be known for would prove less.
      const { document } = await open(path);
      await finding(document.uri, rule);
    });

  it('have a lens that says how many vulnerabilities there are and mends them', async () => {
    const { document } = await open('till/build.gradle.kts');
    await finding(document.uri, VULNERABLE);
    const before = document.getText();
    const lens = (await lenses(document.uri)).find(({ range }) => document.lineAt(range.start.line).text.includes('snakeyaml'));
    ok(lens?.command, 'There is no lens above the package.');
    ok(/^\d+ vulnerabilit.* · fix to \d/.test(lens.command.title), lens.command.title);
    equal(lens.command.command, 'larboard.server.applyFix');
    await vscode.commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as readonly unknown[]));
    await eventually('the new version', vscode.workspace.onDidChangeTextDocument, () =>
      document.getText() === before ? undefined : true,
    );
    ok(!document.getText().includes('snakeyaml:1.30'), document.getText());
    await findingCount(document.uri, VULNERABLE, 0);
  });

  it('have the locked version behind them as a hint', async () => {
    const { document } = await open('storefront/package.json');
    await finding(document.uri, VULNERABLE);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      wholeOf(document),
    );
    const said = new Map(
      hints.map(({ position, label }) => [
        /"([^"]+)"/.exec(document.lineAt(position.line).text)?.[1],
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      ]),
    );
    equal(said.get('minimist'), '1.2.5');
    equal(said.get('@angular/core'), '15.2.10');
    equal(said.get('axios'), '1.6.2');
  });

  it('are explained by a hover, with what is known of them and of when', async () => {
    const { document } = await open('storefront/package.json');
    await finding(document.uri, VULNERABLE);
    const text = await hoverText(document, 'minimist');
    for (const part of ['**minimist** · npm', '`^1.2.0`', '`1.2.5`', 'GHSA-xvch-5gv4-984h', 'CVE-2021-44906', '1.2.6'])
      ok(text.includes(part), `"${part}" is not in the hover:\n${text}`);
    ok(/Data: .+, 20\d\d-\d\d-\d\d/.test(text), `The hover tells no date:\n${text}`);
  });

  it('are mended where their version really is: in the property of a parent', async () => {
    const { document } = await open('billing/invoices/pom.xml');
    const shown = await finding(document.uri, VULNERABLE);
    const parent = await vscode.workspace.openTextDocument(inWorkspace('billing/pom.xml'));
    const fix = (await actions(document.uri, shown.range, 'quickfix')).find(({ edit }) =>
      edit?.entries().some(([uri]) => uri.path === parent.uri.path),
    );
    ok(fix?.edit, 'No fix changes the parent.');
    deepEqual(
      fix.edit.entries().map(([uri]) => uri.path.replace(/.*\/billing\//, '')),
      ['pom.xml'],
    );
    const old = parent.getText();
    ok(await vscode.workspace.applyEdit(fix.edit), 'The edit was refused.');
    ok(/<log4j\.version>2\.17\.\d<\/log4j\.version>/.test(parent.getText()), parent.getText());
    equal(parent.getText().replace(/2\.17\.\d/, '2.14.1'), old, 'More than the version changed.');
    await eventually(
      'no finding of log4j-core',
      vscode.languages.onDidChangeDiagnostics,
      () => (findings(document.uri, VULNERABLE).some(({ message }) => message.includes('log4j-core')) ? undefined : true),
      () => JSON.stringify(findings(document.uri).map(ruleOf)),
    );
    await vscode.window.showTextDocument(parent);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('of a catalog are mended in the catalog', async () => {
    const { document } = await open('storefront/pnpm-workspace.yaml');
    const shown = await finding(document.uri, VULNERABLE);
    const fix = (await actions(document.uri, shown.range, 'quickfix')).find(({ isPreferred }) => isPreferred === true);
    ok(fix?.edit, 'There is no preferred fix.');
    ok(await vscode.workspace.applyEdit(fix.edit), 'The edit was refused.');
    ok(/axios: \^1\.(?!6\.0)\d+/.test(document.getText()), document.getText());
  });

  it('are accepted with a comment that the format has', async () => {
    const { document } = await open('till/build.gradle.kts');
    const shown = await finding(document.uri, VULNERABLE);
    const offer = (await actions(document.uri, shown.range, 'quickfix')).find(({ title }) =>
      /^(?:Suppress|Accept|Ignore)/.test(title),
    );
    ok(offer?.edit, 'Nothing offers to accept the finding.');
    ok(await vscode.workspace.applyEdit(offer.edit), 'The edit was refused.');
    ok(document.getText().includes('    // larboard-ignore GHSA-'), document.getText());
  });
});

describe('questions to the world outside', () => {
  it('are off until somebody chooses otherwise', async () => {
    await extension();
    equal(vscode.workspace.getConfiguration('larboard.advisories').get('source'), 'off');
    const inspected = vscode.workspace.getConfiguration('larboard.advisories').inspect('source');
    equal(inspected?.workspaceValue, undefined);
    equal(inspected?.globalValue, undefined);
  });

  it('cannot be chosen by a folder that somebody opens', async () => {
    await extension();
    const { workspaceFolderValue, workspaceValue } =
      vscode.workspace.getConfiguration('larboard.advisories', inWorkspace('.')).inspect('source') ?? {};
    deepEqual([workspaceFolderValue, workspaceValue], [undefined, undefined]);
    await rejects(() =>
      vscode.workspace.getConfiguration('larboard.advisories').update('source', 'registry', vscode.ConfigurationTarget.Workspace),
    );
  });
});
