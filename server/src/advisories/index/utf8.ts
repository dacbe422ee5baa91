/** UTF-8 without the platform's encoders, which the pure layers do not have. A lone surrogate becomes U+FFFD. */

export function encodeUtf8(text: string, into: number[]): void {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      into.push(unit);
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    if (point >= 0x10000) index++;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x800) into.push(0xc0 | (scalar >> 6));
    else if (scalar < 0x10000) into.push(0xe0 | (scalar >> 12), 0x80 | ((scalar >> 6) & 63));
    else into.push(0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 63), 0x80 | ((scalar >> 6) & 63));
    into.push(0x80 | (scalar & 63));
  }
}

export const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  encodeUtf8(text, bytes);
  return Uint8Array.from(bytes);
};

/** Whatever the bytes, some text: a sequence that is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    let point = lead & (0x3f >> extra);
    for (let n = 0; n < extra; n++) point = (point << 6) | ((bytes[++at] ?? 0) & 63);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  }
  return text;
}

/** Orders by bytes, which is the order of code points. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
