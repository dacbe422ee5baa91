import type { Span } from '../../base/span.ts';

/** Everything that can be wrong with the syntax of a YAML document: what is wrong, and what to do. */
export const YAML_PROBLEMS = {
  'alias-properties': 'An alias cannot have an anchor or a tag of its own. Remove the property in front of the `*`.',
  'block-in-flow':
    'A block collection cannot stand inside `{ }` or `[ ]`. Close the bracket first, or write the content in flow style.',
  'block-scalar-header':
    'Only an indentation digit, `+`, `-` and a comment may follow `|` or `>`. Move the text to the next line.',
  'compact-mapping': 'A second `: ` stands in one line. Quote the value, or start the nested mapping on its own line.',
  'control-character': 'A control character stands in the text. Remove it, or write it as an escape in double quotes.',
  directive: 'This directive is not valid. Only `%YAML` and `%TAG` lines directly before `---` are.',
  'empty-anchor': 'An anchor or alias needs a name.',
  'escape-sequence': 'This escape sequence does not exist in double quotes. Double the backslash, or use single quotes.',
  indentation: 'The indentation fits no enclosing block. Align the line with its siblings.',
  'key-too-long': 'An implicit key may be at most 1024 characters long.',
  'missing-bracket': 'The closing bracket is missing or not indented enough. Add it.',
  'missing-colon': 'A key needs `: ` and a value. Add the colon, or a dash for a list item.',
  'missing-comma': 'Items in `{ }` and `[ ]` are separated by commas. Add the comma.',
  'missing-dash': 'An item of this list has no `- `. Add the dash, or indent the line below its item.',
  'missing-quote': 'The closing quote is missing. Add it.',
  'missing-space': 'White space is missing between two tokens. Add a space.',
  'multiline-key':
    'A key must stand on one line with its colon. Add the missing colon to the line, or indent it as part of the value above.',
  'property-order': 'A node can have one anchor and one tag, directly in front of its content. Move or remove this one.',
  'tab-indentation': 'A tab indents this line, and YAML allows only spaces. Replace it by spaces.',
  'too-deep': 'The nesting is deeper than can be analysed. Flatten the structure.',
  'too-large': 'The document is larger than can be analysed. Split it.',
  'unexpected-character': 'No plain value can start with this character. Quote the value.',
  'unexpected-comma': 'A comma stands where an item is expected. Remove it.',
  'unexpected-content': 'Nothing may follow here. Remove the text, or put it on a line of its own.',
  'unresolved-alias': 'No anchor of this name stands before the alias. Define it with `&` earlier in the same document.',
} as const;

export type YamlProblemCode = keyof typeof YAML_PROBLEMS;

export interface YamlProblem {
  readonly code: YamlProblemCode;
  /** Lies in one line and is not empty unless the document is. */
  readonly span: Span;
}
