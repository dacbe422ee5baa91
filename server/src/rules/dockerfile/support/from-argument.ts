import { insertion, type Edit } from '../../../base/edit.ts';
import type { Applicability } from '../../../engine/fix.ts';
import { baseImageFacts } from '../../../knowledge/base-images.ts';
import { isPredefined, repositoryOfText, type Dockerfile, type FromInstruction } from '../../../model/dockerfile/index.ts';
import { lineStart, nextLine } from './edits.ts';
import { isReference } from '../../support/reference-grammar.ts';

/** What stands where a person has to write something; it is lower case, so that it may stand anywhere in the name of an image. */
const PLACEHOLDER = 'replace-me';

/** A longer image is not looked at: no reference is that long. */
const LONGEST = 2000;

/** The image of a FROM in a build that gives these arguments only; undefined when something in it is unknown even then. */
export function imageGiven(model: Dockerfile, from: FromInstruction, given: ReadonlyMap<string, string>): string | undefined {
  if (!from.image || from.image.text.length > LONGEST) return undefined;
  const platform = model.expand(from.image, from).variables.filter(({ name }) => isPredefined(name));
  return model.expandFor(new Map([...platform.map(({ name }) => [name, 'x'] as const), ...given]), from.image, from).value;
}

/** What may be said of an image only once its argument has a value: it was there before, but nobody could see it. */
export const REVEALED = ['base-image-end-of-life', 'base-image-latest', 'base-image-untagged'].map(
  (name) => `dockerfile/${name}`,
);

export interface Default {
  readonly value: string;
  readonly applicability: Applicability;
}

/** What may be the default of an argument that FROM uses: the tags of an image that we know, else something to be replaced. */
export function defaultsFor(model: Dockerfile, from: FromInstruction, name: string): readonly Default[] {
  const image = from.image?.text.text ?? '';
  const tagged = tagOnlyFrom(image, name);
  if (tagged !== undefined && !isShared(model, from, name)) {
    const tags = baseImageFacts(repositoryOfText(tagged))?.tags ?? [];
    return (tags.length > 0 ? tags : ['latest']).map((value) => ({ value, applicability: 'suggested' }));
  }
  const isWhole = isReference(imageGiven(model, from, new Map([[name, PLACEHOLDER]])) ?? '');
  return isWhole ? [{ value: PLACEHOLDER, applicability: 'manual' }] : [];
}

/** Whether another FROM uses the argument, too. */
const isShared = ({ stages }: Dockerfile, own: FromInstruction, name: string): boolean =>
  stages.some(({ from }) => from !== own && from.image?.text.text.includes(name) === true);

/** The image before the colon when all of its tag is that variable: `node` for `node:${VERSION}`. */
function tagOnlyFrom(image: string, variable: string): string | undefined {
  const [, name, braced, bare] = /^([^\s$@"':]+(?::\d+\/[^\s$@"':]+)?):\$(?:\{(\w+)\}|(\w+))$/.exec(image) ?? [];
  return (braced ?? bare) === variable ? name : undefined;
}

/** Declares an argument for FROM: behind the others, else above the first FROM. */
export function declareArgument({ stages, instructions, text }: Dockerfile, declaration: string, eol: string): Edit | undefined {
  const first = stages[0]?.from;
  if (!first) return undefined;
  const last = instructions.findLast(({ keyword, index }) => keyword === 'ARG' && index < first.index);
  if (last) return insertion(nextLine(text, last.span.end), declaration + eol);
  return insertion(lineStart(text, first.span.start), declaration + eol);
}
