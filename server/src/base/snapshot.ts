export type Eol = '\n' | '\r\n';

/**
 * One immutable version of one file. `path` is relative to the workspace folder, with `/`; it is the file's identity in layers
 * 0 to 4, where URIs do not exist. `eol` is what an inserted line ends with: the file's own first line break.
 */
export interface Snapshot {
  readonly path: string;
  readonly version: number;
  readonly text: string;
  readonly eol: Eol;
}

export function snapshot(path: string, text: string, version = 0): Snapshot {
  return { path, version, text, eol: eolOf(text) };
}

function eolOf(text: string): Eol {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}
