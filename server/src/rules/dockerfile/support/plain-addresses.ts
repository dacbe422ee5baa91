import type { Span } from '../../../base/span.ts';
import { UNKNOWN } from '../../../model/dockerfile/index.ts';
import { valueOf, type Word } from '../../../model/shell/index.ts';
import { isPlainHttp } from '../../support/downloads.ts';

/** Variables that give addresses of registries; Go's may hold several. */
export const REGISTRIES =
  /^(?:PIP_INDEX_URL|PIP_EXTRA_INDEX_URL|PIP_FIND_LINKS|UV_INDEX_URL|UV_DEFAULT_INDEX|UV_INDEX|UV_FIND_LINKS|npm_config_registry|NPM_CONFIG_REGISTRY|YARN_REGISTRY|YARN_NPM_REGISTRY_SERVER|GOPROXY|CARGO_REGISTRIES_[A-Z0-9_]+_INDEX)$/;

/** Addresses without encryption, each where it is written between `start` and `end`. */
export function* plainAddresses(text: string, { start, end }: Span, urls: readonly string[]) {
  let from = start;
  for (const written of urls) {
    const url = written.replace(/^[\w-]+=(?=https?:)/, '');
    if (!isPlainHttp(url) || url.startsWith(`http://${UNKNOWN}`)) continue;
    const at = text.indexOf('http:', from);
    if (at < 0 || at >= end) continue;
    from = at + 1;
    const edits = [{ span: { start: at, end: at + 'http'.length }, newText: 'https' }];
    const isWhole = text.startsWith(url, at);
    yield {
      message: 'registry',
      data: { url },
      span: isWhole ? { start: at, end: at + url.length } : { start, end },
      fixes: [{ title: 'Use https', applicability: 'suggested', edits }],
    } as const;
  }
}

/** The word that names the registry: `--registry=…`, `--registry …`, `config set registry …`. */
export function registryWord(args: readonly Word[]): Word | undefined {
  for (const [index, word] of args.entries()) {
    const value = valueOf(word) ?? '';
    if (/^(?:--)?registry=/.test(value)) return word;
    if (value === '--registry' || value === 'registry') return args[index + 1];
  }
  return undefined;
}
