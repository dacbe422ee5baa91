import { type Repository, type Setting, settingAt } from '../file.ts';
import { blocksIn, headOf, type Head } from './context.ts';
import type { Script } from './entries.ts';
import { evaluate, namedIn, type Value } from './scope.ts';
import { argumentsOf, isMark, statementsOf, type Node } from './tree.ts';

const TYPES = new Set([
  'maven',
  'ivy',
  'mavenCentral',
  'mavenLocal',
  'jcenter',
  'google',
  'gradlePluginPortal',
  'flatDir',
  'mavenRepo',
]);

/** Whether a method in a list of repositories declares one. The plugin that published before Gradle 7 had its own words. */
export const isRepository = (word: string, path: readonly string[]): boolean =>
  TYPES.has(word) || (/^(?:snapshotR|r)epository$/.test(word) && path.includes('mavenDeployer'));

type Details = Pick<Repository, 'url' | 'urlSpan' | 'insecure' | 'isFiltered'>;

/** What the `credentials` block of a repository says literally. */
export const credentialsIn = ({ rest }: Head, script: Script): Setting[] =>
  [...blocksIn(rest)].flatMap(statementsOf).flatMap((statement) => {
    const head = headOf(statement);
    if (head?.word !== 'credentials') return [];
    return [...blocksIn(head.rest)].flatMap(statementsOf).flatMap((inner): Setting[] => {
      const entry = headOf(inner);
      if (entry === undefined) return [];
      const given = isMark(entry.rest[0], '=') ? entry.rest.slice(1) : entry.rest;
      const value = evaluate(given, script.scope, script.language);
      return value?.span ? [settingAt('credentials', entry.word, value.text, value.span)] : [];
    });
  });

/** What the declaration of a repository says (https://docs.gradle.org/current/userguide/declaring_repositories.html). */
export function repositoryDetails({ rest }: Head, script: Script): Details {
  const [given] = rest;
  let url = given?.kind === 'group' && given.open === '(' ? givenUrl(given.nodes, script) : undefined;
  let insecure: Repository['insecure'];
  let isFiltered = false;
  for (const block of blocksIn(rest))
    for (const statement of statementsOf(block)) {
      const head = headOf(statement);
      if (head === undefined) continue;
      const { word, rest: assigned } = head;
      if (word === 'url' || word === 'setUrl') url = urlOf(assigned, script) ?? url;
      else if (word === 'allowInsecureProtocol' || word === 'isAllowInsecureProtocol' || word === 'setAllowInsecureProtocol')
        insecure = allows(assigned) ? { start: head.span.start, end: lastEnd(assigned, head.span.end) } : insecure;
      else if (word === 'content' || word === 'mavenContent') isFiltered = true;
    }
  return {
    ...(url && { url: url.text }),
    ...(url?.span && { urlSpan: url.span }),
    ...(insecure && { insecure }),
    isFiltered,
  };
}

const lastEnd = (nodes: readonly Node[], end: number): number => {
  const last = nodes.at(-1);
  return last === undefined ? end : last.kind === 'group' ? last.span.end : last.outer.end;
};

const allows = (nodes: readonly Node[]): boolean => {
  const last = nodes.at(-1);
  const token = last?.kind === 'group' ? last.nodes[0] : last;
  return token?.kind === 'word' && token.text === 'true';
};

function givenUrl(nodes: readonly Node[], script: Script): Value | undefined {
  const named = new Map(namedIn(nodes));
  const [first] = argumentsOf(nodes);
  const expression = named.get('url') ?? (named.size === 0 ? first : undefined);
  return expression && urlOf(expression, script);
}

/** `url 'x'`, `url = uri("x")`, `setUrl("x")`, `url = URI.create("x")`. */
export function urlOf(nodes: readonly Node[], script: Script): Value | undefined {
  const expression = isMark(nodes[0], '=') ? nodes.slice(1) : nodes;
  const called = expression.findIndex((node) => node.kind === 'group' && node.open === '(');
  const given = expression[called];
  if (given?.kind === 'group') {
    const before = expression[called - 1];
    const isUri = before === undefined || (before.kind === 'word' && /^(?:uri|create|URI|URL|setUrl|url)$/.test(before.text));
    return isUri ? urlOf(given.nodes, script) : undefined;
  }
  return evaluate(expression, script.scope, script.language);
}
