import type { Dependency, Group } from '../dependency.ts';
import { commentsOf } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Include, type Registry, type Runtime } from '../file.ts';
import { argumentsIn, requirementIn, textIn, textsIn, type RubyArguments } from './arguments.ts';
import { declaredGem, gitKeys, groupsOf, namesIn, originOf } from './gem.ts';
import { gemOverrideSites } from './override-site.ts';
import { rubyStatements, type RubyStatement } from './statements.ts';
import { rubyTokens, type RubyToken } from './tokens.ts';

/** The verbs of Bundler that tell all that there is to know by their arguments. */
const PLAIN = [
  'gem',
  'source',
  'group',
  'groups',
  'platform',
  'platforms',
  'ruby',
  'git_source',
  'plugin',
  'install_if',
  'env',
  'git',
  'path',
  'github',
];
/** Those that bring in what stands elsewhere. */
const OPEN = ['gemspec', 'eval_gemfile'];
/** What else does not name gems. */
const HARMLESS = new Set([...PLAIN, 'if', 'unless', 'case', 'begin', 'puts', 'warn', 'raise', 'abort', 'require']);
const VERBS: ReadonlySet<string> = new Set([...PLAIN, ...OPEN]);

/** Symbols that stood for the public registry, over plain HTTP (https://bundler.io/man/gemfile.5.html#SOURCE). */
const OLD_SOURCES = new Set(['rubygems', 'gemcutter', 'rubyforge']);

/** Reads Gemfile and gems.rb (https://bundler.io/man/gemfile.5.html): Ruby, of which that is understood which says what is asked for whatever the program does. */
export function parseGemfile(text: string): DependencyFile {
  const { tokens, comments } = rubyTokens(text);
  const statements = rubyStatements(text, tokens, VERBS);
  const dependencies: Dependency[] = [];
  const registries: Registry[] = [];
  const includes: Include[] = [];
  const runtimes: Runtime[] = [];
  const keys = gitKeys(statements.flatMap(gitSourceOf));
  let isPartial = false;
  for (const statement of statements) {
    const [verb, ...rest] = statement.tokens;
    if (verb === undefined) continue;
    const given = argumentsIn(rest);
    switch (verb.kind === 'word' ? verb.text : '') {
      case 'gem': {
        const dependency = gemOf(text, statement, given, keys);
        if (dependency) dependencies.push(dependency);
        else isPartial = true;
        const scoped = registryOf('extra-index', given.options.get('source')?.value);
        if (scoped) registries.push(scoped);
        break;
      }
      case 'source': {
        // What holds for a part of the gems only, or under a condition, is one more beside the one for all.
        const isForAll = statement.hasBlock !== true && statement.condition === undefined;
        const registry = registryOf(isForAll ? 'index' : 'extra-index', given.positional[0]);
        if (registry) registries.push(registry);
        // A registry that the environment gives may be any.
        else isPartial = true;
        break;
      }
      case 'plugin': {
        const registry = registryOf('extra-index', given.options.get('source')?.value);
        if (registry) registries.push(registry);
        break;
      }
      case 'ruby': {
        const { requirement, requirementSpan } = requirementIn(text, given.positional);
        // Another implementation has releases of its own; the version is only that of the language.
        const engine = given.options.get('engine')?.value;
        const isOther = engine !== undefined && textIn(engine)?.text !== 'ruby';
        if (requirement !== undefined && requirementSpan && !isOther)
          runtimes.push({ name: 'ruby', requirement, requirementSpan });
        break;
      }
      case 'eval_gemfile': {
        const path = textIn(given.positional[0]);
        if (path) includes.push({ kind: 'requirements', path: path.text, span: path.span });
        isPartial = true;
        break;
      }
      default:
        if (!isHarmless(statement)) isPartial = true;
    }
  }
  return dependencyFile({
    ecosystem: 'RubyGems',
    format: 'Gemfile',
    role: 'manifest',
    comments: commentsOf(
      text,
      comments.map((span) => ({ span })),
    ),
    dependencies,
    registries,
    includes,
    runtimes,
    // One that takes in a gem's specification is for developing that gem.
    project: {
      isPrivate: true,
      purpose: statements.some(({ tokens: [verb] }) => verb?.kind === 'word' && verb.text === 'gemspec')
        ? 'library'
        : 'application',
    },
    overrideSites: gemOverrideSites(
      text,
      statements,
      dependencies.map(({ rawName }) => rawName),
    ),
    ...(isPartial && { isPartial }),
  });
}

function gemOf(text: string, statement: RubyStatement, given: RubyArguments, keys: readonly string[]): Dependency | undefined {
  const { options } = given;
  const names = ['group', 'groups'].flatMap((key) => textsOf(options.get(key)?.value));
  const conditions = [
    statement.condition,
    writtenOption(text, given, 'platforms'),
    writtenOption(text, given, 'platform'),
    writtenOption(text, given, 'install_if'),
  ];
  let origin = originOf(options, keys);
  let isOptional = false;
  for (const [verb, ...rest] of statement.blocks) {
    if (verb === undefined) continue;
    const around = argumentsIn(rest);
    if (verb.text === 'group') {
      names.push(...namesIn(around));
      isOptional ||= around.options.get('optional')?.value[0]?.text === 'true';
    } else if (/^(?:platforms?|install_if)$/.test(verb.text)) conditions.push(written(text, [verb, ...rest]));
    else if (verb.text === 'path' || keys.includes(verb.text))
      origin ??= originOf(
        new Map([...around.options, [verb.text, { keySpan: verb.span, value: around.positional[0] ?? [] }]]),
        keys,
      );
  }
  const groups: Group[] = [...groupsOf(names), ...(isOptional ? (['optional'] as const) : [])];
  const marker = conditions.filter(Boolean).join(' ');
  return declaredGem(text, statement.tokens, given, { section: '', groups, ...origin, ...(marker !== '' && { marker }) });
}

const textsOf = (value: readonly RubyToken[] | undefined): string[] => (value && textsIn(value)?.map(({ text }) => text)) ?? [];

const writtenOption = (text: string, { options }: RubyArguments, key: string): string | undefined => {
  const value = options.get(key)?.value;
  return value && `${key}: ${written(text, value)}`;
};

const written = (text: string, tokens: readonly RubyToken[]): string =>
  text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);

/** The option that `git_source(:name) { … }` defines. */
function gitSourceOf({ tokens: [verb, ...rest] }: RubyStatement): string[] {
  return verb?.text === 'git_source' ? namesIn(argumentsIn(rest)) : [];
}

function registryOf(kind: Registry['kind'], argument: readonly RubyToken[] | undefined): Registry | undefined {
  const url = textIn(argument);
  if (url) return { kind, url: url.text, urlSpan: url.span };
  const [symbol] = argument ?? [];
  if (symbol?.kind !== 'symbol' || !OLD_SOURCES.has(symbol.text)) return undefined;
  return { kind, url: `:${symbol.text}`, urlSpan: { start: symbol.start, end: symbol.end } };
}

/** Whether a statement names no gems that the reader does not see: an assignment, a message, a block around others. */
const isHarmless = ({ tokens }: RubyStatement): boolean =>
  (tokens[0]?.kind === 'word' && HARMLESS.has(tokens[0].text)) ||
  /^(?:\|\|)?=$/.test(tokens[1]?.text ?? '') ||
  (tokens.length === 1 && tokens[0]?.kind !== 'word');
