import type { Dependency } from '../dependency.ts';
import { commentsOf } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Runtime } from '../file.ts';
import { argumentsIn, requirementIn, textIn } from './arguments.ts';
import { declaredGem } from './gem.ts';
import { GemProject } from './project.ts';
import { rubyStatements } from './statements.ts';
import { rubyTokens } from './tokens.ts';

const VERBS: ReadonlySet<string> = new Set(['add_dependency', 'add_runtime_dependency', 'add_development_dependency']);

/** Reads the specification of a gem, *.gemspec (https://guides.rubygems.org/specification-reference/). */
export function parseGemspec(text: string): DependencyFile {
  const { tokens, comments } = rubyTokens(text);
  const dependencies: Dependency[] = [];
  const runtimes: Runtime[] = [];
  const told = new GemProject();
  let name: string | undefined;
  for (const { tokens: statement, condition } of rubyStatements(text, tokens, VERBS)) {
    // Where the receiver is lost, a dot begins the statement.
    const at = statement[0]?.text === '.' && VERBS.has(statement[1]?.text ?? '') ? 0 : 1;
    const [dot, verb, ...rest] = statement.slice(at);
    if ((at > 0 && statement[0]?.kind !== 'word') || dot?.text !== '.' || verb === undefined) continue;
    if (VERBS.has(verb.text)) {
      const dependency = declaredGem(text, statement, argumentsIn(rest), {
        section: verb.text,
        groups: verb.text === 'add_development_dependency' ? ['dev'] : [],
        ...(condition !== undefined && { marker: condition }),
      });
      if (dependency) dependencies.push(dependency);
    } else if (rest[0]?.text === '=' || verb.text === 'metadata') {
      told.take(statement);
      const value = argumentsIn(rest.slice(1)).positional;
      if (verb.text === 'name') name ??= textIn(value[0])?.text;
      else if (verb.text === 'required_ruby_version') {
        const { requirement, requirementSpan } = requirementIn(text, value);
        if (requirement !== undefined && requirementSpan) runtimes.push({ name: 'ruby', requirement, requirementSpan });
      }
    }
  }
  return dependencyFile({
    ecosystem: 'RubyGems',
    format: 'gemspec',
    role: 'manifest',
    comments: commentsOf(
      text,
      comments.map((span) => ({ span })),
    ),
    ...(name !== undefined && { name }),
    project: told.project,
    dependencies,
    runtimes,
  });
}
