import type { Dependency } from '../dependency.ts';
import { headOf, type Head } from './context.ts';
import type { Script } from './entries.ts';
import { coordinatesIn, coordinatesOf } from './notation.ts';
import { requirementOf } from './requirement.ts';
import { evaluate, type Value } from './scope.ts';
import { argumentsOf, spanOfAll, statementsOf, type Group, type Node } from './tree.ts';

/** `library("alias", "group:name:1.0")` and the like in the catalogs that a settings script declares (https://docs.gradle.org/current/userguide/version_catalogs.html). */
export function catalogLibraries(block: Group, script: Script): Dependency[] {
  const { scope, language } = script;
  const heads = statementsOf(block).flatMap((statement) => {
    const head = headOf(statement);
    return head ? [{ head, statement }] : [];
  });
  const versions = new Map<string, Value>();
  for (const { head } of heads) {
    const [alias, version] = head.word === 'version' ? givenTo(head) : [];
    const name = evaluate(alias ?? [], scope, language);
    const value = evaluate(version ?? [], scope, language);
    if (name && value) versions.set(name.text, value);
  }
  return heads.flatMap(({ head, statement }): Dependency[] => {
    const [, first, second] = head.word === 'library' ? givenTo(head) : [];
    if (first === undefined) return [];
    const token = first[0];
    const found = second
      ? coordinatesOf(new Map([['group', first] as const, ['name', second] as const]), scope, language)
      : token?.kind === 'string'
        ? coordinatesIn(token, scope, language)
        : undefined;
    if (found === undefined) return [];
    const name = `${found.group}:${found.module}`;
    return [
      {
        ecosystem: 'Maven',
        name,
        rawName: name,
        nameSpan: found.nameSpan,
        use: 'declared',
        kind: 'direct',
        groups: [],
        section: 'libraries',
        source: 'registry',
        ...requirementOf(found.version ?? chained(head, versions, script)),
        span: spanOfAll(statement),
      },
    ];
  });
}

const givenTo = ({ rest: [given] }: Head): readonly Node[][] =>
  given?.kind === 'group' && given.open === '(' ? argumentsOf(given.nodes) : [];

/** `.version("1.0")` or `.versionRef("name")` behind a library. */
function chained({ rest }: Head, versions: ReadonlyMap<string, Value>, { scope, language }: Script): Value | undefined {
  const at = rest.findIndex((node) => node.kind === 'word' && (node.text === 'version' || node.text === 'versionRef'));
  const word = rest[at];
  const given = rest[at + 1];
  if (word?.kind !== 'word' || given?.kind !== 'group') return undefined;
  const value = evaluate(given.nodes, scope, language);
  return word.text === 'version' ? value : versions.get(value?.text ?? '');
}
