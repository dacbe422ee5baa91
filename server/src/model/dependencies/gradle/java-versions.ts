import type { Runtime } from '../file.ts';
import type { Token } from './lexer.ts';

/** Calls that take the version of Java to build with (https://docs.gradle.org/current/userguide/toolchains.html, https://kotlinlang.org/docs/gradle-configure-project.html). */
const IS_CALL = /^(?:jvmToolchain|toVersion)$/;
/** What Java's compiler is asked for (https://docs.gradle.org/current/userguide/building_java_projects.html#sec:java_cross_compilation). */
const IS_PROPERTY = /^(?:source|target)Compatibility$/;

/**
 * What opens a block about less than the project: one task (that of a module-info.java is compiled for Java 9), tools for trying other versions, and Android, which
 * has no Java of its own to be kept up to date (https://developer.android.com/build/jdks).
 */
const IS_PART =
  /^(?:android|compileOptions|named|register(?:ing)?|creat(?:e|ing)|getByName|task|(?:launcher|compiler|javadocTool)For|compile(?!Java$)[A-Z]\w*)$/;

/** The versions of Java that a script says for the project as plain numbers, in the order of the file. */
export function javaVersionsIn(tokens: readonly Token[]): Runtime[] {
  const at = (index: number): string => tokens[index]?.text ?? '';
  const isPart = partsOf(tokens);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || isPart[index]) return [];
    const isOf = token.text === 'of' && at(index - 1) === '.' && at(index - 2) === 'JavaLanguageVersion';
    if ((isOf || IS_CALL.test(token.text)) && at(index + 1) === '(' && at(index + 3) === ')') return version(tokens[index + 2]);
    if (!IS_PROPERTY.test(token.text) || !tokens[index + 1]) return [];
    const value = index + (at(index + 1) === '=' ? 2 : 1);
    const isName = at(value) === 'JavaVersion' && at(value + 1) === '.';
    return version(tokens[isName ? value + 2 : value]);
  });
}

/** Of each token whether it is in a block about a part of the project. */
function partsOf(tokens: readonly Token[]): readonly boolean[] {
  const around: boolean[] = [];
  let isHeader = false;
  return tokens.map(({ kind, text }) => {
    const isInside = around.at(-1) === true;
    if (kind === 'mark' && text === '{') around.push(isInside || isHeader);
    else if (kind === 'mark' && text === '}') around.pop();
    else if (kind === 'word') isHeader ||= IS_PART.test(text);
    if (kind === 'break' || (kind === 'mark' && /^[{};]$/.test(text))) isHeader = false;
    return isInside;
  });
}

/** `16`, `'1.7'`, `VERSION_16`, `VERSION_1_7`. */
function version(token: Token | undefined): Runtime[] {
  if (!token || token.kind === 'mark' || token.kind === 'break') return [];
  const number = /^(?:VERSION_)?(\d{1,2}(?:[._]\d{1,2})?)$/.exec(token.text)?.[1];
  if (number === undefined) return [];
  const { end } = token.span;
  return [{ name: 'java', requirement: number.replace('_', '.'), requirementSpan: { start: end - number.length, end } }];
}
