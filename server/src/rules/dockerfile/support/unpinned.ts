import type { Dockerfile } from '../../../model/dockerfile/index.ts';
import { valueOf } from '../../../model/shell/index.ts';
import { runs } from './commands.ts';
import { installation, type PackageManager } from './package-managers.ts';

/** Longer lists are cut in a message. */
const MOST_NAMES = 5;

/** Installations that leave the version of a package open: one finding for each command, at the first such package. */
export function* unpinnedInstalls(model: Dockerfile, managers: readonly PackageManager[]) {
  for (const { invocations } of runs(model)) {
    for (const invocation of invocations) {
      for (const manager of managers) {
        const found = installation(manager, invocation);
        if (!found || found.options.some(({ name }) => manager.pinning?.test(name))) continue;
        const open = found.packages.flatMap((word) => {
          const value = valueOf(word);
          return value !== undefined && manager.isPackage(value) && !manager.isPinned(value) ? [{ word, value }] : [];
        });
        const [first] = open;
        if (!first) continue;
        const names = open.slice(0, MOST_NAMES).map(({ value }) => value);
        const more = open.length > MOST_NAMES ? ` and ${open.length - MOST_NAMES} more` : '';
        yield {
          message: 'unpinned',
          data: { packages: names.join(', ') + more, pinned: manager.pinned },
          span: first.word.span,
        } as const;
      }
    }
  }
}
