const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether a text is Base64 as RFC 4648 has it, with padding; line breaks do not count. */
export function isBase64(text: string): boolean {
  const digits = text.replaceAll(/[\r\n]/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

/** The bytes of a Base64 text, as one character each. Takes the alphabet for URLs as well; what is no digit is passed over. */
export function decodeBase64(text: string): string {
  const bytes: string[] = [];
  let buffer = 0;
  let bits = 0;
  for (const char of text) {
    const digit = char === '-' ? 62 : char === '_' ? 63 : ALPHABET.indexOf(char);
    if (digit < 0) continue;
    buffer = ((buffer << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(String.fromCharCode((buffer >> bits) & 0xff));
  }
  return bytes.join('');
}

/** The Base64 of a text's UTF-8 bytes. */
export function encodeBase64(text: string): string {
  const bytes = encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')).match(/%[0-9A-F]{2}|[^%]/g) ?? [];
  let result = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.slice(at, at + 3).map((byte) => (byte.length > 1 ? parseInt(byte.slice(1), 16) : byte.charCodeAt(0)));
    const [a = 0, b = 0, c = 0] = group;
    const all = (a << 16) | (b << 8) | c;
    for (let digit = 0; digit < 4; digit++)
      result += digit > group.length ? '=' : (ALPHABET[(all >> (18 - 6 * digit)) & 63] ?? '');
  }
  return result;
}
