import type { Span } from '../../../base/span.ts';

/** A variable that a manifest defines: a property of a POM or of a project of MSBuild. Plain data. */
export interface Variable {
  readonly name: string;
  /** As written; may have variables in it. */
  readonly value: string;
  readonly span: Span;
  /** Whether it is about the project itself (`project.version`): not inherited, and changed for no dependency. */
  readonly isOwn?: true;
  /** Whether it only fills in what nobody set before. */
  readonly isDefault?: true;
  /** Whether another value may count as well: under a condition, or in a profile. */
  readonly isUncertain?: true;
}

/** Where a text is written that another place uses through a variable. */
export interface Origin {
  /** The workspace path of the file; absent for the same file. */
  readonly path?: string;
  readonly span: Span;
}

/** How a format writes variables. */
export interface VariableSyntax {
  /** Global; its first group is the name. */
  readonly pattern: RegExp;
  /** Names that differ only in letter case are the same. */
  readonly ignoresCase: boolean;
}

/** `${name}` (https://maven.apache.org/pom.html#properties). */
export const MAVEN_VARIABLES: VariableSyntax = { pattern: /\$\{([^{}$]+)\}/g, ignoresCase: false };

/** `$(Name)` (https://learn.microsoft.com/visualstudio/msbuild/msbuild-properties). Property functions and items are not variables of ours. */
export const MSBUILD_VARIABLES: VariableSyntax = { pattern: /\$\(([A-Za-z_][\w-]*)\)/g, ignoresCase: true };

export const hasVariable = (text: string): boolean => text.includes('${') || text.includes('$(') || text.includes('@(');

/** A variable with the file that defines it. */
export interface FoundVariable extends Variable {
  readonly path?: string;
}

export interface Expanded {
  readonly text: string;
  /** Where all of `text` is written, when it is the value of one variable. */
  readonly origin?: Origin;
}

const MAX_DEPTH = 10;
const MAX_LENGTH = 1000;

/** `template` with the values of its variables; undefined when one of them is not known, or when they go round in a circle. */
export function expand(
  template: string,
  { pattern }: VariableSyntax,
  find: (name: string) => FoundVariable | undefined,
): Expanded | undefined {
  const inner = (text: string, depth: number): Expanded | undefined => {
    if (!hasVariable(text)) return { text };
    if (depth > MAX_DEPTH || text.length > MAX_LENGTH) return undefined;
    const matches = [...text.matchAll(pattern)];
    const [first] = matches;
    if (!first) return undefined;
    let result = '';
    let at = 0;
    let origin: Origin | undefined;
    for (const match of matches) {
      const variable = find((match[1] ?? '').trim());
      const value = variable && inner(variable.value, depth + 1);
      if (!variable || variable.isUncertain === true || !value) return undefined;
      result += text.slice(at, match.index) + value.text;
      if (result.length > MAX_LENGTH) return undefined;
      at = match.index + match[0].length;
      if (variable.isOwn !== true)
        origin = hasVariable(variable.value)
          ? value.origin
          : { ...(variable.path !== undefined && { path: variable.path }), span: variable.span };
    }
    result += text.slice(at);
    if (hasVariable(result)) return undefined;
    const isWhole = matches.length === 1 && first[0] === text;
    return { text: result, ...(isWhole && origin && { origin }) };
  };
  return inner(template, 0);
}
