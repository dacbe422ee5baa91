import { dockerfileRule } from '../../engine/rule.ts';
import { UNKNOWN } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Lookup, type Option, type Word, type WordPart } from '../../model/shell/index.ts';
import { areVendorIndexes } from '../support/python-indexes.ts';
import { runs } from './support/commands.ts';
import { isPlainHttp } from '../support/downloads.ts';
import { PIP } from './support/package-managers.ts';

const PIPS = /^(?:pip[\d.]*|uv|python[\d.]*|poetry|pipenv)$/;
const OPTIONS = PIP.options;

export const dependencyConfusionIndex = dockerfileRule(
  {
    id: 'dockerfile/dependency-confusion-index',
    title: 'Packages come from whichever index has the higher version',
    why: 'With `--extra-index-url` pip takes the highest version that any of the indexes has. Whoever publishes a package of the same name as a private one on the public index, with a higher number, gets it installed. Use one index that holds, or passes on, all packages.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      extra: '`{what}` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      registry: 'The registry {url} is asked without encryption, so packages can be replaced on the way. Use https.',
    },
    aliases: [],
    references: ['CWE-427', 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ENV', 'ARG')) {
      for (const { name, nameSpan, value } of instruction.pairs) {
        if (!/^(?:PIP|UV)_EXTRA_INDEX_URL$/.test(name) || !value) continue;
        if (!areVendorIndexes(model.expand(value, instruction).site.text))
          yield { message: 'extra', data: { what: name }, span: nameSpan };
      }
    }
    for (const { instruction, invocations } of runs(model)) {
      const lookup: Lookup = (name) => model.binding(name, instruction)?.expansion?.value;
      for (const { name, args } of invocations) {
        if (PIPS.test(name)) {
          for (const option of readArguments(args, OPTIONS).options) {
            if (option.name !== '--extra-index-url' || areVendorIndexes(urlOf(option, lookup))) continue;
            const { start } = option.word.span;
            const isWritten = model.text.startsWith(option.name, start);
            const span = isWritten ? { start, end: start + option.name.length } : option.span;
            const edits = [{ span, newText: '--index-url' }];
            const fixes = isWritten ? [{ title: 'Use --index-url', applicability: 'suggested', edits } as const] : [];
            yield { message: 'extra', data: { what: option.name }, span, fixes };
          }
        } else if (/^(?:npm|yarn|pnpm)$/.test(name)) {
          const word = registryWord(args);
          const url = word && (/(http:.*)$/.exec(valueOf(word) ?? '')?.[1] ?? '');
          if (!word || url === undefined || !isPlainHttp(url)) continue;
          const at = model.text.indexOf('http:', word.span.start);
          const edits = [{ span: { start: at, end: at + 'http'.length }, newText: 'https' }];
          yield {
            message: 'registry',
            data: { url },
            span: word.span,
            fixes: [{ title: 'Use https', applicability: 'suggested', edits }],
          };
        }
      }
    }
  },
);

/** The value of an option, with a sign in place of what is not known. */
function urlOf({ name, word, value, valueWord }: Option, lookup: Lookup): string {
  if (value !== undefined) return value;
  const text = known((valueWord ?? word).parts, lookup);
  return valueWord ? text : text.slice(name.length + 1) || UNKNOWN;
}

const known = (parts: readonly WordPart[], lookup: Lookup): string =>
  parts
    .map((part) => valueOf({ parts: [part] }, lookup) ?? (part.kind === 'double-quoted' ? known(part.parts, lookup) : UNKNOWN))
    .join('');

/** The word that names the registry: `--registry=…`, `--registry …`, `config set registry …`. */
function registryWord(args: readonly Word[]): Word | undefined {
  for (const [index, word] of args.entries()) {
    const value = valueOf(word) ?? '';
    if (/^(?:--)?registry=/.test(value)) return word;
    if (value === '--registry' || value === 'registry') return args[index + 1];
  }
  return undefined;
}
