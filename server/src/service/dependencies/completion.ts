import { advisoryId } from '../../engine/advisory-id.ts';
import type { Completion } from '../completion.ts';
import { type OfferedRule, suppressionCompletions } from '../suppression-ids.ts';
import type { Workspace } from '../workspace.ts';

/** Where the comments of manifests begin, whatever the format. */
const COMMENT = /(?:#|\/\/|<!--|;)(?<comment>[^]*)$/;
/** Longer lines were not typed by a person. */
const LONGEST = 4000;

/** Ids for a suppression comment of a manifest: of rules, and of the advisories that are told in the file. */
export function packageCompletionsAt(
  workspace: Workspace,
  path: string,
  offset: number,
  rules: readonly OfferedRule[],
): readonly Completion[] {
  const text = workspace.snapshot(path)?.text ?? '';
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  if (offset - lineStart > LONGEST) return [];
  const comment = COMMENT.exec(text.slice(lineStart, offset))?.groups?.['comment'];
  if (comment === undefined) return [];
  return suppressionCompletions(comment, offset, [...advisoriesIn(workspace, path), ...rules]) ?? [];
}

function advisoriesIn(workspace: Workspace, path: string): readonly OfferedRule[] {
  const named = new Map<string, OfferedRule>();
  for (const { about } of workspace.report(path).findings)
    for (const id of about?.advisories ?? [])
      if (advisoryId(id) !== undefined) named.set(id, [id, `An advisory of ${about?.package ?? ''}`]);
  return [...named.values()];
}
