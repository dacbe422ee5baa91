/**
 * Behind a version, the name of another requirement: `a==1.2b>=3`. Suffixes of versions (`rc1`, `.post2`, `dev`) are none.
 * https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
const NEXT =
  /(?<=[<>=~!][ \t]{0,3}[\d.*]{0,30}[\d*](?:[ \t]{2,20})?)(?!(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-_.]?\d*(?![A-Za-z]))(?=[A-Za-z][\w.-]+(?:\[[\w,. -]{0,100}\])?[ \t]*(?:[<>=~!]=|[<>]|$))/;
/** Behind several blanks, which stood before it on its own line, another name: `a    b`. */
const INDENTED =
  /(?<=^[\w.-]{1,100}(?:\[[\w,. -]{0,100}\])?[ \t]{2,20})(?=[A-Za-z][\w.-]+(?:\[[\w,. -]{0,100}\])?[ \t]*(?:[<>=~!]=|[<>;]|$))/;

/** The requirements of a line whose line break to the next one is lost, with their offsets in it; the line itself where it holds one. */
export function unjoined(line: string): readonly { readonly text: string; readonly at: number }[] {
  const cut = line.length > 500 ? -1 : Math.max(line.search(NEXT), line.search(INDENTED));
  if (cut <= 0) return [{ text: line, at: 0 }];
  return [
    { text: line.slice(0, cut), at: 0 },
    { text: line.slice(cut), at: cut },
  ];
}
