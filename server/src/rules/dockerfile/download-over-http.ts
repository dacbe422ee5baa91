import { dockerfileRule } from '../../engine/rule.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { readArguments, valueOf, type OptionSpec, type Word } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { isPlainHttp } from '../support/downloads.ts';

/** Options of downloaders whose values are no addresses that are fetched. */
const CURL: OptionSpec = {
  short: 'AbcCdDeEFHKmoPQrtTuUwxXyYz',
  long: 'output header data data-raw data-binary data-urlencode user user-agent request retry retry-delay max-time connect-timeout cacert cert key proxy write-out form cookie referer range resolve connect-to preproxy noproxy socks4 socks4a socks5 socks5-hostname data-ascii json request-target doh-url interface'.split(
    ' ',
  ),
};
const WGET: OptionSpec = {
  short: 'oaeiBtOTwQPUlADIXRS',
  long: 'output-document output-file header directory-prefix tries timeout user password referer user-agent execute post-data'.split(
    ' ',
  ),
};
/** Program → options that take addresses of package indexes, which pip and npm trust without a signature. */
const INDEXES: ReadonlyMap<string, RegExp> = new Map([
  ['pip', /^(?:-i|--index-url|--extra-index-url|-f|--find-links)$/],
  ['pip3', /^(?:-i|--index-url|--extra-index-url|-f|--find-links)$/],
  ['gem', /^(?:-s|--source)$/],
]);

/** Subcommands of version control that take addresses to fetch from; `git config` takes those of proxies, too. */
const FETCHES = /^(?:clone|fetch|pull|ls-remote|submodule|remote|subtree|checkout|co|export|update)$/;

export const downloadOverHttp = dockerfileRule(
  {
    id: 'dockerfile/download-over-http',
    title: 'Download without encryption',
    why: 'Over plain HTTP whoever is on the way can put another file in place of the one that is asked for. Nearly every server has HTTPS by now.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'What comes from {host} over plain HTTP can be replaced on the way. Use https.',
    },
    aliases: ['kics:avoid_http'],
    references: ['CWE-319'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ADD')) {
      for (const word of instruction.sources) {
        const url = model.expand(word, instruction).value;
        if (url !== undefined && isPlainHttp(url)) yield problem(model.text, url, word.span);
      }
    }
    for (const { invocations } of runs(model)) {
      for (const { name, args } of invocations) {
        for (const { word, url } of urlsOf(name, args, model.text))
          if (isPlainHttp(url)) yield problem(model.text, url, word.span);
      }
    }
  },
);

/** The addresses that a command fetches from. */
function urlsOf(name: string, args: readonly Word[], text: string): readonly { readonly word: Word; readonly url: string }[] {
  const read = (words: readonly Word[]) => words.map((word) => ({ word, url: urlIn(word, text) }));
  if (name === 'curl' || name === 'aria2c') return read(readArguments(args, CURL).operands);
  if (name === 'wget') return read(readArguments(args, WGET).operands);
  if (name === 'git' || name === 'svn' || name === 'hg') {
    const words = args.filter((word) => !valueOf(word)?.startsWith('-'));
    return words.some((word) => FETCHES.test(valueOf(word) ?? '')) ? read(words) : [];
  }
  if (/^(?:rpm|yum|dnf|microdnf)$/.test(name)) return read(args).filter(({ url }) => url.endsWith('.rpm'));
  const index = INDEXES.get(name);
  if (!index) return [];
  const { options } = readArguments(args, {
    short: 'ifrcts',
    long: ['index-url', 'extra-index-url', 'find-links', 'source', 'requirement'],
  });
  return options.flatMap((option) =>
    index.test(option.name) && option.value !== undefined ? [{ word: option.valueWord ?? option.word, url: option.value }] : [],
  );
}

/** The address, as far as it is written out; one whose host a variable decides is unknown. */
function urlIn(word: Word, text: string): string {
  const value = valueOf(word);
  if (value !== undefined) return value;
  const written = text.slice(word.span.start, word.span.end).replace(/^["']/, '');
  return /^http:\/\/[\w.:-]+\//.test(written) ? written : '';
}

function problem(text: string, url: string, span: Span) {
  const host = /^http:\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? url;
  const at = text.indexOf('http://', span.start);
  const isWritten = at >= 0 && at < span.end;
  const scheme = isWritten ? { start: at, end: at + 'http'.length } : span;
  const fixes: readonly Fix[] = isWritten
    ? [{ title: 'Use https', applicability: 'suggested', edits: [{ span: scheme, newText: 'https' }] }]
    : [];
  return { message: 'http', data: { host }, span: scheme, fixes } as const;
}
