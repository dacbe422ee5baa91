import type { Connection } from 'vscode-languageserver';
import type { Settings } from './protocol.ts';

/** The part of the settings that `.larboard.yaml` could also say, in its shape. */
export function asConfig({ profile, minimumSeverity, rules, exclude, kubernetes, advisories }: Settings): unknown {
  return {
    ...(profile ? { profile } : {}),
    ...(minimumSeverity ? { minimumSeverity } : {}),
    ...(rules && Object.keys(rules).length > 0 ? { rules } : {}),
    ...(exclude && exclude.length > 0 ? { exclude } : {}),
    ...(kubernetes?.version && kubernetes.version !== 'auto' ? { kubernetes: { version: kubernetes.version } } : {}),
    ...(advisories?.source && advisories.source !== 'off' ? { advisories: { source: advisories.source } } : {}),
  };
}

/** Asks the client for the settings of each folder, in their order. A client that fails to answer has none. */
export async function fetchSettings(connection: Connection, folders: readonly string[]): Promise<readonly Settings[]> {
  try {
    const items = folders.map((uri) => (uri === '' ? { section: 'larboard' } : { scopeUri: uri, section: 'larboard' }));
    const answers: unknown = await connection.workspace.getConfiguration(items);
    return folders.map((_, index) => asSettings(Array.isArray(answers) ? answers[index] : undefined));
  } catch (error) {
    connection.console.warn(`The editor did not give its settings: ${String(error)}`);
    return folders.map(() => ({}));
  }
}

export const asSettings = (value: unknown): Settings => (typeof value === 'object' && value !== null ? value : {});
