import type { Advisories } from '../engine/advisories.ts';
import type { Files } from '../service/scan.ts';
import { Workspace } from '../service/workspace.ts';

/** One workspace folder. `files` is absent for the loose one, which holds documents that lie in no folder. */
export interface Folder {
  /** As the client gave it, without a trailing slash. */
  readonly uri: string;
  readonly workspace: Workspace;
  readonly files: Files | undefined;
}

export interface Located {
  readonly folder: Folder;
  /** Workspace path. */
  readonly path: string;
}

/** Clients encode the same URI differently (`%3A` or `:`), so they are compared decoded. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

const trimmed = (uri: string): string => uri.replace(/\/+$/, '');

/** The workspace folders that the client has open, and which one a document belongs to. */
export class Folders {
  readonly #create: (uri: string | undefined) => Folder;
  readonly #folders = new Map<string, Folder>();
  readonly #loose: Folder;

  /** @param options what each folder's workspace starts with @param filesOf where a folder's files come from */
  constructor(today: () => string, advisoryData: Advisories, filesOf: (uri: string) => Files | undefined) {
    this.#create = (uri) => ({
      uri: uri ?? '',
      workspace: new Workspace({ today, advisoryData }),
      files: uri === undefined ? undefined : filesOf(uri),
    });
    this.#loose = this.#create(undefined);
  }

  add(uri: string): Folder {
    const key = trimmed(decoded(uri));
    const known = this.#folders.get(key);
    if (known) return known;
    const folder = this.#create(trimmed(uri));
    this.#folders.set(key, folder);
    return folder;
  }

  remove(uri: string): Folder | undefined {
    const key = trimmed(decoded(uri));
    const folder = this.#folders.get(key);
    this.#folders.delete(key);
    return folder;
  }

  /** All folders, the loose one last. */
  all(): readonly Folder[] {
    return [...this.#folders.values(), this.#loose];
  }

  /** The innermost folder that holds the document. */
  locate(uri: string): Located {
    const plain = decoded(uri);
    let best: Located | undefined;
    let longest = -1;
    for (const [key, folder] of this.#folders) {
      if (key.length > longest && plain.startsWith(`${key}/`)) {
        longest = key.length;
        best = { folder, path: plain.slice(key.length + 1) };
      }
    }
    return best ?? { folder: this.#loose, path: plain.replace(/^[\w+.-]+:\/*/, '') };
  }

  /** The URI of a workspace path, as a client would write it. */
  uriOf(folder: Folder, path: string): string {
    return folder === this.#loose ? path : `${folder.uri}/${path.split('/').map(encodeURIComponent).join('/')}`;
  }
}
