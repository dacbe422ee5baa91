import { Memo } from '../base/memo.ts';
import type { WorkspaceView } from '../engine/environment.ts';
import { asPartial, patchPaths } from '../model/kubernetes/index.ts';
import type { Parsed } from './parse.ts';

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const PATCHES = new Memo(patchPaths);

/** Rules remember what they made of a model, so that it has to be the same one. */
const PARTIAL = new Memo(asPartial);

/** Whether a kustomization lists the file as a patch. */
export const isPatchFile = (path: string, workspace: WorkspaceView): boolean => PATCHES.of(workspace.all('kubernetes')).has(path);

/** The model of a file as the other files make it: one that a kustomization lists as a patch leaves out what its base says. */
export function inWorkspace(parsed: Parsed, path: string, workspace: WorkspaceView): Parsed {
  if (parsed.kind !== 'kubernetes' || parsed.model.resources.length === 0) return parsed;
  return isPatchFile(path, workspace) ? { kind: 'kubernetes', model: PARTIAL.of(parsed.model) } : parsed;
}
