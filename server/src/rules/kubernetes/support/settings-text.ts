import { findCredentials } from '../../../knowledge/secrets.ts';
import { isWrittenSecret } from './secret-value.ts';

/** A secret in the text of a settings file. */
export interface WrittenSecret {
  /** What the setting is called, or what the credential is. */
  readonly name: string;
  readonly kind: 'named' | 'form';
  readonly start: number;
  readonly end: number;
}

/** Programs, documents, templates, texts for people and schemas: what looks like a setting there is none. */
const NO_SETTINGS =
  /\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl|lua|go|php|groovy|java|kt|md|txt|html?|css|tmpl|tpl|template|gotmpl|j2|rego|star|awk|sql|vcl|ps1|bat|tf|crt|pem)$|messages|i18n|locales?\b|translations?|schema/i;
/** Longer lines are data. */
const LONGEST_LINE = 2000;
const SETTING = /^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?(?<name>[A-Za-z_][\w.-]{0,100})[ \t]*[:=][ \t]*(?<value>\S.*)$/;
/** `"name": "value"` of JSON, `<name>value</name>` of XML, `;Password=value` of connection strings. */
const PAIRS = [
  /"(?<name>[A-Za-z_][\w.-]{0,100})"[ \t]{0,10}:[ \t]{0,10}"(?<value>[^"\\]{1,300})"/g,
  /<(?<name>[A-Za-z_][\w.-]{0,100})>(?<value>[^<>]{1,300})<\//g,
  /;[ \t]{0,10}(?<name>Password|Pwd)[ \t]{0,10}=[ \t]{0,10}(?<value>[^;"']{1,300})/gi,
];
/** A value in quotes, or a word with what may stand behind it. */
const VALUE = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^'\\]*)'|(?<word>[^\s"'()<>;,]+))[,;]?[ \t]*(?:[#;].*)?$/;

/** The secrets in a text: by their form wherever they stand, by the name of their setting where the text is one of settings. */
export function* secretsIn(text: string, fileName: string): Generator<WrittenSecret> {
  const credentials = findCredentials(text);
  const areSettings = !NO_SETTINGS.test(fileName) && !text.startsWith('#!');
  let next = 0;
  for (let start = 0; start < text.length;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const before = next;
    for (let one = credentials[next]; one && one.start < end; one = credentials[++next])
      yield { name: one.label, kind: 'form', start: one.start, end: one.end };
    if (next === before && areSettings && end - start <= LONGEST_LINE) yield* settingsIn(text.slice(start, end), start);
    start = end + 1;
  }
}

function* settingsIn(line: string, offset: number): Generator<WrittenSecret> {
  if (/^\s*(?:#|\/\/|;|!|$)/.test(line)) return;
  const { name = '', value: written = '' } = SETTING.exec(line)?.groups ?? {};
  const { double, single, word } = VALUE.exec(written)?.groups ?? {};
  const value = double ?? single ?? word ?? '';
  if (isWrittenSecret(name, value)) {
    const start = offset + line.lastIndexOf(value, line.length - written.length + (word === undefined ? 1 : 0));
    yield { name, kind: 'named', start, end: start + value.length };
    return;
  }
  for (const pattern of PAIRS) {
    for (const match of line.matchAll(pattern)) {
      const { name: inner = '', value: text = '' } = match.groups ?? {};
      if (!isWrittenSecret(inner, text.trim())) continue;
      const start = offset + match.index + match[0].lastIndexOf(text);
      yield { name: inner, kind: 'named', start, end: start + text.length };
    }
  }
}
