import type { Snapshot } from '../../../base/snapshot.ts';
import type { DependencyFile, Registry } from '../../../model/dependencies/index.ts';
import { plainHttp } from './plain-http.ts';

/** The registries of a file that are reached over plain HTTP, as problems with the message `http`. */
export function* plainHttpRegistries(
  { text }: Snapshot,
  registries: readonly Pick<Registry, 'kind' | 'url' | 'urlSpan'>[],
  applicability: 'safe' | 'suggested',
) {
  for (const { kind, url, urlSpan } of registries) {
    const found = plainHttp(text, url, urlSpan, applicability);
    if (found)
      yield {
        message: 'http',
        data: { host: found.host },
        span: found.span,
        key: `${kind}/${found.host}`,
        fixes: found.fixes,
      } as const;
  }
}

/** Whether a file says where Python packages come from. */
export const isPython = ({ ecosystem }: DependencyFile): boolean => ecosystem === 'PyPI';
