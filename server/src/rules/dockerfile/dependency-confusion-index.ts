import { dockerfileRule } from '../../engine/rule.ts';
import { UNKNOWN } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Lookup, type Option, type Word, type WordPart } from '../../model/shell/index.ts';
import { areVendorIndexes } from '../support/python-indexes.ts';
import { runs } from './support/commands.ts';
import { PIP } from './support/package-managers.ts';
import { plainAddresses, REGISTRIES, registryWord } from './support/plain-addresses.ts';
import { setVariables, type SetVariable } from './support/set-variables.ts';

const PIPS = /^(?:pip[\d.]*|uv|python[\d.]*|poetry|pipenv)$/;
const OPTIONS = PIP.options;
const isUnsafe = (strategy: string): boolean => strategy.startsWith('unsafe-');

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
      strategy: '`{what}` {value} lets a public package take the place of a private one of the same name. Use first-index.',
    },
    aliases: [],
    references: ['CWE-427', 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const extras: string[] = [];
    const strategies: SetVariable[] = [];
    for (const variable of setVariables(model)) {
      const { name, nameSpan, value } = variable;
      if (/^(?:PIP|UV)_EXTRA_INDEX_URL$/.test(name)) {
        extras.push(value);
        if (!areVendorIndexes(value)) yield { message: 'extra', data: { what: name }, span: nameSpan };
      } else if (name === 'UV_INDEX_STRATEGY' && isUnsafe(value)) strategies.push(variable);
      else if (REGISTRIES.test(name)) yield* plainAddresses(model.text, variable.span, value.split(/[\s,|]+/));
    }
    for (const { instruction, invocations } of runs(model)) {
      const lookup: Lookup = (name) => model.binding(name, instruction)?.expansion?.value;
      for (const { name, args } of invocations) {
        if (PIPS.test(name)) {
          yield* configured(model.text, args, lookup);
          for (const option of readArguments(args, OPTIONS).options) {
            const url = urlOf(option, lookup);
            const whole = option.valueWord?.span ?? option.word.span;
            if (option.name === '--index-strategy' && isUnsafe(url))
              strategies.push({ name: option.name, nameSpan: option.span, value: url, span: whole, removal: undefined });
            if (option.name !== '--extra-index-url') continue;
            extras.push(url);
            if (areVendorIndexes(url)) continue;
            const { start } = option.word.span;
            const isWritten = model.text.startsWith(option.name, start);
            const span = isWritten ? { start, end: start + option.name.length } : option.span;
            const fix = {
              title: 'Use --index-url',
              applicability: 'suggested',
              edits: [{ span, newText: '--index-url' }],
            } as const;
            const fixes = isWritten ? [fix] : [];
            yield { message: 'extra', data: { what: option.name }, span, fixes };
          }
        } else if (/^(?:npm|yarn|pnpm)$/.test(name)) {
          const word = registryWord(args);
          if (word) yield* plainAddresses(model.text, word.span, [/(http:.*)$/.exec(valueOf(word) ?? '')?.[1] ?? '']);
        }
      }
    }
    // Where only vendors publish, under names of their own, the strategy changes nothing.
    if (extras.length > 0 && extras.every(areVendorIndexes)) return;
    for (const { name, value, span } of strategies) {
      const at = model.text.indexOf(value, span.start);
      const isWritten = at >= 0 && at + value.length <= span.end;
      const place = isWritten ? { start: at, end: at + value.length } : span;
      const fix = {
        title: 'Set first-index',
        applicability: 'suggested',
        edits: [{ span: place, newText: 'first-index' }],
      } as const;
      yield { message: 'strategy', data: { what: name, value }, span: place, fixes: isWritten ? [fix] : [] };
    }
  },
);

/** `pip config set global.extra-index-url …` (https://pip.pypa.io/en/stable/cli/pip_config/). */
function* configured(text: string, args: readonly Word[], lookup: Lookup) {
  const at = args.findIndex((word, index) => valueOf(word) === 'set' && valueOf(args[index - 1] ?? word) === 'config');
  const [key, value] = args.slice(at + 1);
  if (at < 1 || !key || !value) return;
  const option = /^[\w-]+\.((?:extra-)?index-url|find-links)$/.exec(valueOf(key) ?? '')?.[1];
  if (option === undefined) return;
  const urls = known(value.parts, lookup);
  if (option !== 'extra-index-url') yield* plainAddresses(text, value.span, urls.split(/\s+/));
  else if (!areVendorIndexes(urls)) yield { message: 'extra', data: { what: option }, span: key.span } as const;
}

/** The value of an option, with a sign for what is not known. */
function urlOf({ name, word, value, valueWord }: Option, lookup: Lookup): string {
  if (value !== undefined) return value;
  const text = known((valueWord ?? word).parts, lookup);
  return valueWord ? text : text.slice(name.length + 1) || UNKNOWN;
}

const known = (parts: readonly WordPart[], lookup: Lookup): string =>
  parts
    .map((part) => valueOf({ parts: [part] }, lookup) ?? (part.kind === 'double-quoted' ? known(part.parts, lookup) : UNKNOWN))
    .join('');
