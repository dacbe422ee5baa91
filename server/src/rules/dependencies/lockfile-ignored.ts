import { deletion } from '../../base/edit.ts';
import { baseName, folderOf } from '../../base/path.ts';
import type { Environment } from '../../engine/environment.ts';
import type { Fix } from '../../engine/fix.ts';
import { gitignoreRule } from '../../engine/rule.ts';
import type { GitPattern } from '../../model/gitignore/index.ts';
import { exists, hasLockfile, ignoredBy, inFolder, LOCKFILES } from './shared/lockfiles.ts';

export const lockfileIgnored = gitignoreRule(
  {
    id: 'dependencies/lockfile-ignored',
    title: 'Lockfile is kept out of the repository',
    why: 'A lockfile that is not committed locks nothing: the build server and every colleague resolve the ranges anew and get other versions than were tested. Commit it. Lines that keep out the lockfile of a package manager which the project does not use are fine, and so are those of libraries whose ecosystem leaves it open.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      ignored: 'This line keeps {lockfile} out of the repository, so each build may install other versions. Commit the lockfile.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    const folder = folderOf(file.path);
    const told = new Set<GitPattern>();
    for (const lockfile of candidates(folder, env)) {
      const by = ignoredBy(env, lockfile);
      if (by === undefined || by.byFolder || by.folder !== folder) continue;
      // A wide line is not meant for lockfiles that nobody has.
      if (!isMeant(by.pattern.pattern) && !exists(env, lockfile)) continue;
      const pattern = model.patterns.find(({ span }) => span.start === by.pattern.span.start);
      if (pattern === undefined || told.has(pattern)) continue;
      told.add(pattern);
      yield {
        message: 'ignored',
        data: { lockfile },
        span: pattern.span,
        key: pattern.pattern,
        fixes: fixesFor(file.text, pattern, baseName(lockfile)),
      };
    }
  },
);

/** `package-lock.json`, `*-lock.yaml`, `yarn.loc?`, but not `*.json` and `*.lock`. */
function isMeant(pattern: string): boolean {
  const literal = baseName(pattern).replaceAll(/[*?[\]!\\]/g, '');
  return literal.length > 5 && /lock|\.sum|shrinkwrap/.test(literal);
}

/** Paths of the lockfiles that the projects below a folder use, or would use. */
function* candidates(folder: string, env: Environment): Generator<string> {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const manifest of Object.keys(LOCKFILES)) {
    const paths = new Set(env.workspace.all('dependencies').flatMap(([path]) => (baseName(path) === manifest ? path : [])));
    for (const path of env.workspace.tree()?.named(manifest) ?? []) paths.add(path);
    for (const path of [...paths].sort()) {
      if (!path.startsWith(prefix) || path.includes('node_modules/')) continue;
      for (const [name, manager] of LOCKFILES[manifest] ?? [])
        if (isUsed(path, manifest, name, manager, env)) yield inFolder(folderOf(path), name);
    }
  }
}

function isUsed(path: string, manifest: string, name: string, manager: string, env: Environment): boolean {
  const facts = env.workspace.get('dependencies', path);
  const folder = folderOf(path);
  const has = (file: string): boolean => env.workspace.tree()?.has(inFolder(folder, file)) === true;
  switch (manifest) {
    case 'package.json': {
      if (facts?.purpose === 'library' || manager === 'deno') return false;
      if (facts?.packageManager !== undefined) return facts.packageManager === manager;
      return !hasCommitted(path, manifest, env);
    }
    case 'pyproject.toml':
      return facts?.purpose === 'application' && !hasCommitted(path, manifest, env);
    case 'Cargo.toml':
      return facts?.purpose !== 'library' && !has('src/lib.rs') && (facts?.purpose === 'application' || has('src/main.rs'));
    case 'Gemfile':
      return !(env.workspace.tree()?.ending('gemspec') ?? []).some((gemspec) => folderOf(gemspec) === folder);
    case 'composer.json':
      return facts?.purpose === 'application';
    default:
      return name !== 'go.sum' || (facts?.declared.length ?? 1) > 0;
  }
}

/** Whether one of the manifest's lockfiles is in the repository: then that one counts. */
const hasCommitted = (path: string, manifest: string, env: Environment): boolean =>
  hasLockfile(
    {
      workspace: {
        get: (kind, at) => (ignoredBy(env, at) === undefined ? env.workspace.get(kind, at) : undefined),
        all: (kind) => env.workspace.all(kind),
        tree: () => {
          const tree = env.workspace.tree();
          return (
            tree && {
              has: (at) => tree.has(at) && ignoredBy(env, at) === undefined,
              named: (at) => tree.named(at),
              ending: (at) => tree.ending(at),
            }
          );
        },
      },
    },
    path,
    manifest,
  );

/** A line that is only about the lockfile goes; behind a wider one the lockfile is taken out again. */
function fixesFor(text: string, { pattern, span }: GitPattern, name: string): Fix[] {
  const after = text.startsWith('\r\n', span.end) ? 2 : text[span.end] === '\n' ? 1 : 0;
  if (pattern === name || pattern.endsWith(`/${name}`))
    return [
      { title: 'Remove the line', applicability: 'suggested', edits: [deletion({ start: span.start, end: span.end + after })] },
    ];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      title: `Take ${name} out again`,
      applicability: 'suggested',
      edits: [{ span: { start: span.end, end: span.end }, newText: `${eol}!${name}` }],
    },
  ];
}
