import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver';
import { itemsOf, rulesOf, startClient, stopServers } from './support/client.ts';
import { TestFolder } from './support/folder.ts';

const SUDO = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';
const RULE = 'dockerfile/run-sudo';
const REFRESH = 'workspace/diagnostic/refresh';

describe('pulled diagnostics', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder();
  });
  afterEach(() => {
    stopServers();
    folder.remove();
  });

  it('are told to the client as a capability, and nothing is pushed', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'larboard',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    client.change(uri, `${SUDO}\n`);
    assert.ok(rulesOf(itemsOf(await client.pull(uri))).includes(RULE));
    client.close(uri);
    await client.pull(uri);
    assert.equal(client.published(uri).length, 0);
  });

  it('an answer is for the text at the time of the question, however fast one types', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    const answers = ['make', 'sudo make', 'make -j2', 'sudo make -j2'].map((command) => {
      client.change(uri, `FROM node:22.4-slim\nUSER node\nRUN ${command}\n`);
      return client.pull(uri);
    });
    const has = (await Promise.all(answers)).map((report) => rulesOf(itemsOf(report)).includes(RULE));
    assert.deepEqual(has, [false, true, false, true]);
  });

  it('an unchanged document is answered by its result id', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    const first = await client.pull(uri);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    client.change(uri, `${SUDO}RUN sudo id\n`);
    const second = await client.pull(uri, first.resultId);
    assert.equal(itemsOf(second).filter(({ code }) => code === RULE).length, 2);
    assert.notEqual(second.resultId, first.resultId);
  });

  it('a foreign result id is answered in full', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    assert.ok(rulesOf(itemsOf(await client.pull(uri, 'of another session'))).includes(RULE));
  });

  it('a change of one file asks for the others again: the user of an image', async () => {
    const dockerfile = (user: string): string =>
      `FROM debian:12.5-slim\nRUN useradd -u 1000 app\nUSER ${user}\nCMD ["/bin/app"]\n`;
    folder.write('app/Dockerfile', dockerfile('1000'));
    const client = await startClient({ folders: [folder.uri], pulls: true });
    await client.until(() => client.count(REFRESH) > 0);
    const docker = folder.uriOf('app/Dockerfile');
    const pod = folder.uriOf('app/pod.yaml');
    client.open(docker, dockerfile('1000'));
    client.open(
      pod,
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n    - name: app\n      image: registry.example.com/app:1.2.3\n      securityContext:\n        runAsNonRoot: true\n',
    );
    const conflict = 'workspace/image-user-conflict';
    const before = await client.pull(pod);
    assert.ok(!rulesOf(itemsOf(before)).includes(conflict));
    const refreshed = client.count(REFRESH);
    client.change(docker, dockerfile('root'));
    await client.until(() => client.count(REFRESH) > refreshed);
    const after = itemsOf(await client.pull(pod, before.resultId));
    const found = after.find(({ code }) => code === conflict);
    assert.ok(found, rulesOf(after).join());
    assert.ok(found.relatedInformation?.some(({ location }) => location.uri === docker));
  });

  it('a new configuration file asks for all again', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    const first = await client.pull(uri);
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    client.filesChanged({ uri: folder.uriOf('.larboard.yaml'), type: FileChangeType.Created });
    // The change is read from disk; the refresh comes after it, and an earlier one may still be under way.
    const isOff = async (): Promise<boolean> => {
      const report = await client.pull(uri, first.resultId);
      return report.kind === 'full' && !rulesOf(report.items).includes(RULE);
    };
    for (let refreshes = 0; !(await isOff());) {
      await client.until(() => client.count(REFRESH) > refreshes);
      refreshes = client.count(REFRESH);
    }
  });

  it('mistakes in the configuration are shown in it', async () => {
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const uri = folder.uriOf('.larboard.yaml');
    client.open(uri, 'profile: relaxed\n');
    const [problem] = itemsOf(await client.pull(uri));
    assert.equal(problem?.code, 'larboard/config-invalid');
    assert.deepEqual(problem.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 16 } });
  });
});
