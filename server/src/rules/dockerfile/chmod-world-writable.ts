import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { fileModes, grants } from './support/file-mode.ts';

const TEMPORARY = /^\/(?:var\/)?tmp\/?$|^\/dev\/shm\/?$|^\/run\/lock\/?$/;

export const chmodWorldWritable = dockerfileRule(
  {
    id: 'dockerfile/chmod-world-writable',
    title: 'Files that everyone may write',
    why: 'Any process in the container can change a file that everyone may write, also the programs and settings of others: who breaks into one of them takes over all. Give the rights to the user or group that needs them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      writable: 'Mode {mode} lets every user in the container change {what}. Use {instead}.',
    },
    aliases: ['droast:DF034', 'kics:avoid_chmod_777', 'tally:tally/world-writable-state-path-workaround'],
    references: ['CWE-732'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { mode, span, targets, isTemporary } of fileModes(model)) {
      const others = grants(mode, 'o');
      // With the sticky bit everyone may only delete what is theirs, as in /tmp.
      if (
        !others.includes('w') ||
        others.includes('t') ||
        (targets.length > 0 && targets.every((target) => TEMPORARY.test(target)))
      )
        continue;
      if (isTemporary()) continue;
      const instead = narrower(mode);
      const isWritten = model.text.slice(span.start, span.end).replaceAll(/^["']|["']$/g, '') === mode;
      const start = model.text.indexOf(mode, span.start);
      const fixes: readonly Fix[] = isWritten
        ? instead.map((newText) => ({
            title: `Use ${newText}`,
            applicability: 'suggested',
            edits: [{ span: { start, end: start + mode.length }, newText }],
          }))
        : [];
      const what = targets.length === 1 && targets[0] !== undefined && !/[${]/.test(targets[0]) ? targets[0] : 'these files';
      yield { message: 'writable', data: { mode, what, instead: instead[0] ?? 'rights for one group' }, span, fixes };
    }
  },
);

/** Modes without the right of others to write: for the owner alone, and for a group. */
function narrower(mode: string): readonly string[] {
  if (/^[0-7]+$/.test(mode)) {
    const others = Number(mode.at(-1)) & ~2;
    const group = Number(mode.at(-2) ?? '0');
    const head = mode.slice(0, -2);
    const tight = `${head}${group & ~2}${others}`;
    const shared = `${head}${group}${others}`;
    return tight === shared ? [tight] : [tight, shared];
  }
  const clauses = mode.split(',').map((clause) => clause.replace(/^(?:a|ugo|uog|guo|gou|oug|ogu)(?=[-+=])/, 'ug'));
  const changed = clauses.join(',');
  return changed === mode || grants(changed, 'o').includes('w') ? [] : [changed];
}
