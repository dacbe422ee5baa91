import type { YAMLError } from 'yaml';
import { span } from '../../base/span.ts';
import type { YamlProblem, YamlProblemCode } from './problems.ts';

type LibraryCode = YAMLError['code'];

/** The library's codes in our words. `undefined`: not a mistake of syntax, or found by us. */
const BY_CODE: Partial<Record<LibraryCode, YamlProblemCode | undefined>> = {
  ALIAS_PROPS: 'alias-properties',
  BAD_ALIAS: 'empty-anchor',
  BAD_COLLECTION_TYPE: undefined,
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape-sequence',
  BAD_INDENT: 'indentation',
  BAD_PROP_ORDER: 'property-order',
  BAD_SCALAR_START: 'unexpected-character',
  BLOCK_AS_IMPLICIT_KEY: 'compact-mapping',
  BLOCK_IN_FLOW: 'block-in-flow',
  DUPLICATE_KEY: undefined,
  KEY_OVER_1024_CHARS: 'key-too-long',
  MULTILINE_IMPLICIT_KEY: 'multiline-key',
  MULTIPLE_ANCHORS: 'property-order',
  MULTIPLE_TAGS: 'property-order',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indentation',
  TAG_RESOLVE_FAILED: undefined,
  UNEXPECTED_TOKEN: 'unexpected-content',
};

/** Codes with several meanings, told apart by a fragment of the library's message. */
const BY_MESSAGE: readonly (readonly [LibraryCode, fragment: string, YamlProblemCode])[] = [
  ['BAD_INDENT', 'must be sufficiently indented and end with a', 'missing-bracket'],
  ['MISSING_CHAR', 'must end with a', 'missing-bracket'],
  ['MISSING_CHAR', 'Missing closing', 'missing-quote'],
  ['MISSING_CHAR', 'need to be followed by map values', 'missing-colon'],
  ['MISSING_CHAR', 'Missing ,', 'missing-comma'],
  ['MISSING_CHAR', 'without - indicator', 'missing-dash'],
  ['MISSING_CHAR', 'same line with directives-end', 'unexpected-content'],
  ['MISSING_CHAR', 'irectives-end', 'directive'],
  ['UNEXPECTED_TOKEN', 'Block scalar header', 'block-scalar-header'],
  ['UNEXPECTED_TOKEN', 'Unexpected ,', 'unexpected-comma'],
  ['UNEXPECTED_TOKEN', 'empty item', 'unexpected-comma'],
];

/** Our problem for an error of the library; undefined for what is no mistake of syntax. */
export function problemOf({ code, message, pos }: YAMLError): YamlProblem | undefined {
  const special = BY_MESSAGE.find(([of, fragment]) => of === code && message.includes(fragment));
  const ours = special ? special[2] : code in BY_CODE ? BY_CODE[code] : 'missing-space';
  return ours && { code: ours, span: span(pos[0], Math.max(pos[0], pos[1])) };
}
