import type { LeftFix, LeftReason } from '../service/fix-files.ts';
import type { Workspace } from '../service/workspace.ts';

const WHY: Readonly<Record<LeftReason, string>> = {
  'other file out of reach': 'because another file would change that was not asked for',
  'creates a file': 'because a file would be created',
  breaking: 'because what uses the result may break',
  'asks a registry': 'because a registry has to be asked',
};

/** So many places of one kind are named. */
const NAMED = 5;

/** What fixes were left to a person: a line for each reason. */
export function leftFixes(workspace: Workspace, left: readonly LeftFix[]): string {
  const byReason = new Map<LeftReason, Set<string>>();
  for (const { finding, fix, reason } of left) {
    const line = (workspace.lines(finding.path)?.positionAt(finding.span.start).line ?? 0) + 1;
    const others = fix.others?.map(({ path }) => path).join(', ');
    const places = byReason.get(reason) ?? new Set();
    // Several findings at one place have one fix in common.
    places.add(`${finding.path}:${line} ${fix.title}${others === undefined ? '' : ` (in ${others})`}`);
    byReason.set(reason, places);
  }
  return [...byReason]
    .map(([reason, places]) => {
      const named = [...places].slice(0, NAMED).map((place) => `  ${place}\n`);
      const more = places.size > NAMED ? `  and ${places.size - NAMED} more\n` : '';
      return `larboard: ${places.size} ${places.size === 1 ? 'fix' : 'fixes'} not applied, ${WHY[reason]}:\n${named.join('')}${more}`;
    })
    .join('');
}
