import { dependencyRule, type AnyRule, type RuleMeta } from '../../../engine/rule.ts';
import type { Registry } from '../../../model/dependencies/index.ts';
import { plainHttp } from './plain-http.ts';

interface Row extends Pick<RuleMeta, 'id' | 'title' | 'why' | 'aliases'> {
  /** What comes from the repositories: "artifacts". */
  readonly what: string;
  readonly kinds: ReadonlySet<Registry['kind']>;
}

/** A rule about repositories of Maven that are reached over plain HTTP. */
export const httpRepositories = ({ what, kinds, ...meta }: Row): AnyRule =>
  dependencyRule(
    {
      ...meta,
      severity: 'high',
      confidence: 'high',
      profiles: ['recommended', 'strict'],
      messages: {
        http: 'The repository {url} serves {what} over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
      },
      references: ['CWE-319', 'CWE-494', 'CWE-829'],
      fix: 'safe',
      since: '0.1.0',
      status: 'stable',
    },
    function* ({ file, model }) {
      // Those of Gradle's scripts are another rule's matter.
      if (model.ecosystem !== 'Maven' || model.role === 'lockfile' || model.repositories !== undefined) return;
      for (const { kind, url, urlSpan } of model.registries) {
        const found = kinds.has(kind) ? plainHttp(file.text, url, urlSpan) : undefined;
        if (found) yield { message: 'http', data: { url: withoutUser(url), what }, key: `${kind}/${url}`, ...found } as const;
      }
    },
  );

/** What is shown has no password in it. */
const withoutUser = (url: string): string => url.replace(/(?<=:\/\/)[^/?#\s]*@/, '');
