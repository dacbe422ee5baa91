import { deletion } from '../../base/edit.ts';
import { baseName, folderOf } from '../../base/path.ts';
import type { Fix } from '../../engine/fix.ts';
import { gitignoreRule } from '../../engine/rule.ts';
import type { GitPattern } from '../../model/gitignore/index.ts';
import { ignoredBy } from './shared/lockfiles.ts';
import { usedLockfiles } from './shared/used-lockfiles.ts';

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
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const folder = folderOf(file.path);
    const told = new Set<GitPattern>();
    for (const { lockfile, isCertain } of usedLockfiles(folder, env)) {
      const by = ignoredBy(env, lockfile);
      if (by === undefined || by.byFolder || by.folder !== folder) continue;
      // A wide line is not meant for lockfiles that nobody has.
      if (!isMeant(by.pattern.pattern) && !isCertain) continue;
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

/** A line that is only about the lockfile goes; behind a wider one the lockfile is taken out again. */
function fixesFor(text: string, { pattern, span }: GitPattern, name: string): Fix[] {
  const blanks = /^[ \t]*\r?\n?/.exec(text.slice(span.end, text.indexOf('\n', span.end) + 1 || text.length))?.[0] ?? '';
  if (pattern === name || pattern.endsWith(`/${name}`))
    return [
      {
        title: 'Remove the line',
        applicability: 'suggested',
        edits: [deletion({ start: span.start, end: span.end + blanks.length })],
      },
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
