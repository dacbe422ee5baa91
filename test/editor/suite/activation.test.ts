import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import { extension } from './support.ts';

interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown }; readonly virtualWorkspaces: unknown };
}

describe('activation', () => {
  it('waits for a relevant file', async () => {
    const { activationEvents = [] } = (await extension()).packageJSON as Manifest;
    ok(activationEvents.length > 0, 'There is no activation event.');
    deepEqual(
      activationEvents.filter((event) => event === '*' || event.startsWith('onStartupFinished') || event === 'onLanguage'),
      [],
    );
  });

  it('registers every command of the manifest', async () => {
    const { contributes } = (await extension()).packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const id of [
      'larboard.scanWorkspace',
      'larboard.fixAllInFile',
      'larboard.fixPackages',
      'larboard.previewUpgrade',
      'larboard.updateAdvisories',
      'larboard.importAdvisories',
      'larboard.showOutput',
      'larboard.restartServer',
      'larboard.explainRule',
    ]) {
      ok(
        contributes.commands.some(({ command }) => command === id),
        `${id} is not in the manifest.`,
      );
    }
    deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('says that it works in untrusted and in virtual workspaces', async () => {
    const { capabilities } = (await extension()).packageJSON as Manifest;
    equal(capabilities.untrustedWorkspaces.supported, true);
    const { virtualWorkspaces } = capabilities;
    equal(
      typeof virtualWorkspaces === 'object' ? (virtualWorkspaces as { supported: unknown }).supported : virtualWorkspaces,
      true,
    );
  });
});
