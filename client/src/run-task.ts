import { ShellExecution, Task, tasks, TaskScope, Uri, window, workspace } from 'vscode';
import type { RunTaskParams } from '../../server/src/lsp/protocol.ts';

/** Runs what the user chose in a terminal that the user sees: a package manager that writes its lockfile. Never in Restricted Mode, where no tool of the workspace runs. */
export async function runTask(given: unknown): Promise<void> {
  const { command, folder } = (given ?? {}) as Partial<RunTaskParams>;
  if (typeof command !== 'string' || typeof folder !== 'string') return;
  if (!workspace.isTrusted) {
    void window.showInformationMessage('Larboard: nothing is run in Restricted Mode. Trust this workspace first.');
    return;
  }
  const uri = Uri.parse(folder);
  const scope = workspace.getWorkspaceFolder(uri) ?? TaskScope.Workspace;
  const execution = new ShellExecution(command, { cwd: uri.fsPath });
  await tasks.executeTask(new Task({ type: 'larboard', command }, scope, command, 'larboard', execution));
}
