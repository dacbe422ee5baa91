import { parseDockerfile, type Dockerfile, type Instruction } from '../../server/src/model/dockerfile/index.ts';
import type { Invocation } from '../../server/src/model/shell/index.ts';
import type { Span } from '../../server/src/base/span.ts';

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The members of a union whose keyword may be `K`. */
type With<K, I = Instruction> = I extends { readonly keyword: infer J } ? (K extends J ? I : never) : never;

/** The first instruction with this keyword, triggers included. */
export function instruction<K extends Instruction['keyword']>(model: Dockerfile, keyword: K): With<K> {
  const found = [...model.effectiveInstructions()].find((one) => one.keyword === keyword);
  if (!found) throw new Error(`there is no ${keyword} in ${JSON.stringify(model.text)}`);
  return found as With<K>;
}

/** Every command that the file's instructions run. */
export const invocationsOf = (model: Dockerfile): Invocation[] =>
  [...model.effectiveInstructions()].flatMap((one) =>
    one.keyword === 'RUN' || one.keyword === 'CMD' || one.keyword === 'ENTRYPOINT' || one.keyword === 'HEALTHCHECK'
      ? model.invocations(one)
      : [],
  );

/** One command as a line: wrappers in angle brackets, assignments, name, arguments as they stand in the text. */
export function show(text: string, { name, args, wrappers, assignments }: Invocation): string {
  return [
    ...wrappers.map((wrapper) => `<${wrapper.name}>`),
    ...assignments.map((one) => `${one.name}=`),
    name === '' ? '?' : name,
    ...args.map(({ span }) => sliceOf(text, span)),
  ].join(' ');
}

/** The commands of a script in a RUN; `before` are lines in front of it. */
export function commandsOf(script: string, before = ''): string[] {
  const text = `FROM a\n${before}RUN ${script}\n`;
  return invocationsOf(parseDockerfile(text)).map((one) => show(text, one));
}
