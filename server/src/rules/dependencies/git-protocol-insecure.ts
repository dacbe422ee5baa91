import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency, DependencyFile } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { hasPort, isLocalUrl } from './shared/urls.ts';

/** A version control system's own prefix, and a transport that neither encrypts nor knows whom it talks to. */
const INSECURE = /^(?:(git|hg|svn|bzr)\+)?(git|http|svn|bzr)(?=:\/\/)/i;

export const gitProtocolInsecure = dependencyRule(
  {
    id: 'dependencies/git-protocol-insecure',
    title: 'Repository is fetched over a protocol without encryption',
    why: "The `git://` protocol and plain HTTP encrypt nothing and do not prove who answers: whoever sits on the way can send another repository. Forges have turned `git://` off for that reason. Fetch over HTTPS or SSH; a full commit hash protects the content, but only for those who check it out under Git's own checks.",
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      transport: '{name} is fetched over {transport}, which neither encrypts nor proves who answers. Use {secure}.',
    },
    aliases: [],
    references: [
      'CWE-319',
      'CWE-494',
      'https://github.blog/security/application-security/improving-git-protocol-security-github/',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.role !== 'manifest') return;
    if (model.format === 'composer.json') yield* repositories(file.text, model);
    for (const dependency of model.dependencies) {
      const { location, rawName } = dependency;
      const found = location && INSECURE.exec(location.url);
      // Plain `http://` is another rule's.
      if (!found || /^http$/i.test(found[0]) || isLocalUrl(location.url)) continue;
      const { start } = location.urlSpan;
      const span = { start, end: start + found[0].length };
      if (file.text.slice(start, span.end) !== found[0]) continue;
      const secure = secureSchemeFor(dependency, found[1]);
      const fix: Fix = {
        title: `Use ${secure}`,
        applicability: hasPort(location.url) ? 'suggested' : 'safe',
        edits: [{ span, newText: secure }],
      };
      yield {
        message: 'transport',
        data: { name: rawName === '' ? 'This dependency' : rawName, transport: `${found[0]}://`, secure: `${secure}://` },
        span,
        key: keyOf(model, dependency),
        fixes: [fix],
      };
    }
  },
);

/** Repositories that Composer reads packages from; plain HTTP is another rule's. */
function* repositories(text: string, { registries }: DependencyFile) {
  for (const { url, urlSpan } of registries) {
    const found = /^(?:git|svn)(?=:\/\/)/i.exec(url)?.[0];
    const span = { start: urlSpan.start, end: urlSpan.start + (found?.length ?? 0) };
    if (found === undefined || isLocalUrl(url) || text.slice(span.start, span.end) !== found) continue;
    const fixes: Fix[] = [
      { title: 'Use https', applicability: hasPort(url) ? 'suggested' : 'safe', edits: [{ span, newText: 'https' }] },
    ];
    const data = { name: 'This repository', transport: `${found}://`, secure: 'https://' };
    yield { message: 'transport', data, span, key: `repositories/${url}`, fixes } as const;
  }
}

/** npm and pip tell a repository from a file by the prefix; where the entry has a key of its own (`git = …`), the URL is plain. */
function secureSchemeFor({ ecosystem, location }: Dependency, prefix: string | undefined): string {
  if (prefix !== undefined) return `${prefix.toLowerCase()}+https`;
  const isPrefixed = ecosystem === 'npm' || (ecosystem === 'PyPI' && location?.hasRefKey !== true);
  return isPrefixed ? 'git+https' : 'https';
}
