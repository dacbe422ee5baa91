/** Whether more lines begin with blanks than without, so that the indentation tells what belongs together. */
export function hasLayout(text: string): boolean {
  let lines = 0;
  let indented = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines < 400; at = text.indexOf('\n', at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code === 34) lines++;
    else if (code === 32 || code === 9) {
      lines++;
      indented++;
    }
  }
  return indented * 2 > lines;
}
