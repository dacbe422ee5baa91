import { deletion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { plainHttp } from './shared/plain-http.ts';
import { statementDeletion } from './shared/statement.ts';

export const gradleInsecureRepository = dependencyRule(
  {
    id: 'dependencies/gradle-insecure-repository',
    title: 'Gradle repository is reached over plain HTTP',
    why: 'Whoever sits between the machine and the repository can replace a module that comes over plain HTTP, and a build runs the plugins that it downloads. Gradle refuses such repositories unless the script allows them. Use HTTPS, and take the permission out.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'The repository is reached over plain HTTP, where anyone on the way can replace what it sends. Use HTTPS.',
      script: 'The script comes over plain HTTP and is run, so anyone on the way can replace it. Use HTTPS.',
      allowed:
        'The repository may answer over plain HTTP, where anyone on the way can replace what it sends. Remove the permission.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'CWE-829', 'https://docs.gradle.org/current/userguide/supported_repository_types.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const { url, urlSpan, insecure, section, type } of model.repositories ?? []) {
      const key = `${section}/${type}/${url ?? ''}`;
      const removal = insecure && deletion(statementDeletion(file.text, insecure));
      const found = url !== undefined && urlSpan ? plainHttp(file.text, url, urlSpan) : undefined;
      if (found) {
        const fixes = found.fixes.map((fix): Fix => (removal ? { ...fix, edits: [...fix.edits, removal] } : fix));
        yield { message: type === 'script' ? 'script' : 'http', span: found.span, key, fixes };
      } else if (insecure && removal && (url === undefined || /^https:/i.test(url)))
        yield {
          message: 'allowed',
          span: insecure,
          key,
          fixes: [
            {
              title: 'Remove the permission for plain HTTP',
              applicability: url === undefined ? 'suggested' : 'safe',
              edits: [removal],
            },
          ],
        };
    }
  },
);
