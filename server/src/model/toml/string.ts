const SHORT: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};

const ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[ \t]*\r?\n\s*|([\s\S]))/g;

/** Decodes a basic string (https://toml.io/en/v1.0.0#string, with `\e` and `\x` of TOML 1.1). What is no escape stays as written. */
export const unescapeToml = (raw: string): string =>
  raw.includes('\\')
    ? raw.replace(ESCAPE, (whole, x?: string, u?: string, long?: string, short?: string) => {
        const hex = x ?? u ?? long;
        if (hex !== undefined)
          return Number.parseInt(hex, 16) > 0x10ffff ? whole : String.fromCodePoint(Number.parseInt(hex, 16));
        return short === undefined ? '' : (SHORT[short] ?? whole);
      })
    : raw;
