import type { Edit } from '../../base/edit.ts';
import { insertion } from '../../base/edit.ts';
import { sliceOf } from '../../base/span.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { lockedFor, lockfileFor, type Location } from '../../model/dependencies/index.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';

export const unpinnedGitDependency = dependencyRule(
  {
    id: 'dependencies/unpinned-git-dependency',
    title: 'Git dependency is not pinned to a commit',
    why: 'A branch moves and a tag can be moved: what is installed tomorrow may not be what was reviewed. A full commit hash names the content itself. Other references cannot be checked by anything that a registry would check.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      reference: '{name} follows "{ref}" of a git repository, which may move. Pin the full commit hash.',
      none: '{name} follows the default branch of a git repository. Pin the full commit hash.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-829', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    if (model.role !== 'manifest') return;
    const unpinned = model.dependencies.filter(({ source, location }) => source === 'git' && location?.isCommit === false);
    if (unpinned.length === 0) return;
    const lock = lockfileFor(file.path, env.workspace);
    const seen = new Set<number>();
    for (const dependency of unpinned) {
      const { location, rawName } = dependency;
      // A repository with several packages is told once.
      if (!location || seen.size === seen.add(location.urlSpan.start).size) continue;
      const name = rawName === '' ? 'This dependency' : rawName;
      const commit = lockedFor(lock, dependency)?.commit;
      // What no code is built from, such as the icons that Phoenix generates projects with, is held well enough by a tag and the lockfile.
      if (dependency.hasInstallScript === false && location.ref !== undefined && commit !== undefined) continue;
      // Where the reference has a key of its own and there is none yet, the place for it depends on the layout.
      const fixes =
        commit === undefined || (location.hasRefKey === true && !location.refKeySpan)
          ? []
          : [
              {
                title: `Pin ${name} to the locked commit`,
                applicability: 'suggested',
                edits: pinned(location, commit, file.text, REFERENCE_KEYS.get(model.ecosystem) ?? 'rev'),
                leaves: LEAVES_THE_LOCKFILE,
              } as const,
            ];
      const key = keyOf(model, dependency);
      if (location.ref !== undefined && location.refSpan)
        yield { message: 'reference', data: { name, ref: location.ref }, span: location.refSpan, key, fixes };
      else yield { message: 'none', data: { name }, span: location.urlSpan, key, fixes };
    }
  },
);

/** The key for a commit, where it is not `rev`. */
const REFERENCE_KEYS: ReadonlyMap<string, string> = new Map([
  ['RubyGems', 'ref'],
  ['Hex', 'ref'],
]);

/** `branch = "main"` becomes `rev = "…"`. */
const pinned = ({ refSpan, refKeySpan, urlSpan }: Location, commit: string, text: string, key: string): Edit[] => [
  ...(refKeySpan && /^(?:branch|tag)$/.test(sliceOf(text, refKeySpan)) ? [{ span: refKeySpan, newText: key }] : []),
  refSpan ? { span: refSpan, newText: commit } : insertion(urlSpan.end, `#${commit}`),
];
