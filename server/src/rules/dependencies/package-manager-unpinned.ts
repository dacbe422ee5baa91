import { foldersUpwards } from '../../base/path.ts';
import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { inFolder, managerByLockfile } from './shared/package-manager.ts';

const MANAGERS = /^(?:npm|pnpm|yarn|bun)$/;
/** `pnpm@10.0.0`, with or without `+sha512.…`. */
const PINNED = /^[a-z]+@\d+\.\d+\.\d+(?:-[\w.]+)?(\+.+)?$/;

export const packageManagerUnpinned = dependencyRule(
  {
    id: 'dependencies/package-manager-unpinned',
    title: 'Project does not say which version of its package manager it uses',
    why: 'Package managers differ in what they install, in the lockfiles that they write and in the protection that they have. With `packageManager` Corepack, pnpm and Yarn use the same version everywhere; its hash keeps another program from taking the place of the package manager.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      missing:
        'Which package manager installs this project, and in which version, is left to each machine. Set `packageManager`.',
      range: '"{manager}" is not an exact version of a package manager. Give one version.',
      hash: '{manager} has no hash, so whatever is downloaded under its name would run. Add it, as `corepack use` writes it.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://nodejs.org/api/packages.html#packagemanager'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'package.json') return;
    const named = model.settings.find(({ section, key }) => section === '' && key === 'packageManager');
    if (named) {
      const [whole, hash] = PINNED.exec(named.value) ?? [];
      if (whole === undefined)
        yield { message: 'range', data: { manager: named.value }, span: named.valueSpan, key: 'packageManager' };
      else if (hash === undefined)
        yield { message: 'hash', data: { manager: named.value }, span: named.valueSpan, key: 'packageManager' };
      return;
    }
    const isNamed = model.packageManager !== undefined || model.runtimes.some(({ name }) => MANAGERS.test(name));
    const [, ...above] = foldersUpwards(file.path);
    const isPart = above.some((folder) => env.workspace.get('dependencies', inFolder(folder, 'package.json')));
    if (isNamed || isPart || model.dependencies.length === 0) return;
    const first = /^[\uFEFF\s]*\{\s*"((?:[^"\\]|\\.)*)"/.exec(file.text);
    if (!first) return;
    const end = first[0].length - 1;
    const span = { start: end - (first[1]?.length ?? 0), end };
    const manager = managerByLockfile(file.path, env.workspace) ?? 'npm';
    yield { message: 'missing', span, key: 'packageManager', fixes: [addition(file, span.start - 1, manager)] };
  },
);

/** Before the first member. Which version it is a person knows. */
function addition({ text, eol }: Snapshot, at: number, manager: string): Fix {
  const indent = /\n([ \t]*)$/.exec(text.slice(0, at))?.[1];
  const gap = indent === undefined ? ' ' : `${eol}${indent}`;
  return {
    title: 'Add packageManager',
    applicability: 'manual',
    edits: [insertion(at, `"packageManager": "${manager}@VERSION",${gap}`)],
  };
}
