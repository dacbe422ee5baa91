import { parseSpdx, spdxId } from './spdx.ts';

/** What people write for a licence, in the form of {@link keyOf}, with what they may mean; several where the name leaves it open. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  apache: ['Apache-2.0'],
  'apache 2': ['Apache-2.0'],
  'apache 2.0': ['Apache-2.0'],
  apache2: ['Apache-2.0'],
  'apache2.0': ['Apache-2.0'],
  'asl 2.0': ['Apache-2.0'],
  'al 2.0': ['Apache-2.0'],
  'apache software': ['Apache-2.0'],
  'apache software 2.0': ['Apache-2.0'],
  'apache software 2': ['Apache-2.0'],
  expat: ['MIT'],
  'mit expat': ['MIT'],
  'mit x11': ['MIT'],
  'x11 mit': ['MIT'],
  mits: ['MIT'],
  bsd: ['BSD-3-Clause', 'BSD-2-Clause'],
  'bsd 2': ['BSD-2-Clause'],
  'bsd 3': ['BSD-3-Clause'],
  bsd2: ['BSD-2-Clause'],
  bsd3: ['BSD-3-Clause'],
  'new bsd': ['BSD-3-Clause'],
  'modified bsd': ['BSD-3-Clause'],
  'revised bsd': ['BSD-3-Clause'],
  'simplified bsd': ['BSD-2-Clause'],
  freebsd: ['BSD-2-Clause'],
  '2 clause bsd': ['BSD-2-Clause'],
  '3 clause bsd': ['BSD-3-Clause'],
  'bsd 2 clauses': ['BSD-2-Clause'],
  'bsd 3 clauses': ['BSD-3-Clause'],
  'bsd new': ['BSD-3-Clause'],
  'bsd simplified': ['BSD-2-Clause'],
  gpl: ['GPL-3.0-or-later', 'GPL-3.0-only', 'GPL-2.0-or-later', 'GPL-2.0-only'],
  lgpl: ['LGPL-3.0-or-later', 'LGPL-3.0-only', 'LGPL-2.1-or-later', 'LGPL-2.1-only'],
  agpl: ['AGPL-3.0-or-later', 'AGPL-3.0-only'],
  mpl: ['MPL-2.0'],
  'mpl 2': ['MPL-2.0'],
  mpl2: ['MPL-2.0'],
  'mozilla public 2.0': ['MPL-2.0'],
  'eclipse public 2.0': ['EPL-2.0'],
  'epl 2': ['EPL-2.0'],
  'boost software 1.0': ['BSL-1.0'],
  boost: ['BSL-1.0'],
  cc0: ['CC0-1.0'],
  'creative commons zero': ['CC0-1.0'],
  'public domain': ['Unlicense', 'CC0-1.0'],
  unlicence: ['Unlicense'],
  un: ['Unlicense'],
  'artistic 2': ['Artistic-2.0'],
  'zlib libpng': ['Zlib'],
  wtf: ['WTFPL'],
  proprietary: ['UNLICENSED'],
  commercial: ['UNLICENSED'],
  unlicensed: ['UNLICENSED'],
  none: ['UNLICENSED'],
  private: ['UNLICENSED'],
  'all rights reserved': ['UNLICENSED'],
};

/** The names with a stroke are looked up with a blank in its place: `MIT/X11` and `zlib/libpng` are one licence, not two to choose from. */
const named = (key: string): readonly string[] | undefined => (Object.hasOwn(MEANT, key) ? MEANT[key] : undefined);

/** Lower case with single blanks, without the words that say that it is a licence. */
const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\b(?:the|licen[cs]ed?|version|ver|gnu general public|general public|gnu)\b\.?/g, (word) =>
      word.includes('general') ? 'gpl' : '',
    )
    .replaceAll(/[\s_,()[\]"'-]+/g, ' ')
    .replaceAll(/\bv(?=\d)/g, '')
    .replace(/(?<=pl)v(?=\d)/, ' ')
    .trim();

const GNU = /^(l|a)?(?:esser |affero |library )?gpl ?(\d)(?:\.(\d))?(\+| only| or later)?$/;

/** The ids that a text may mean; the likeliest first, none where nothing is known. */
export function meantBy(text: string): readonly string[] {
  const own = spdxId(text.trim());
  if (own !== undefined) return [own];
  if (text.length > 200) return [];
  const address =
    /^https?:\/\/(?:www\.)?(?:opensource\.org\/licenses?|spdx\.org\/licenses|choosealicense\.com\/licenses)\/([\w.-]+?)(?:\.(?:html|php))?\/?$/i.exec(
      text.trim(),
    );
  if (address?.[1] !== undefined) return meantBy(address[1]);
  if (/^https?:\/\/(?:www\.)?apache\.org\/licenses\/LICENSE-2\.0/i.test(text.trim())) return ['Apache-2.0'];
  const lower = text.trim().toLowerCase();
  if (/^unlicen[cs]ed$/.test(lower)) return ['UNLICENSED'];
  const key = keyOf(text);
  const found = named(key.replace(/ s$/, '')) ?? named(key.replaceAll(/ ?\/ ?/g, ' '));
  if (found) return found;
  const gnu = GNU.exec(key.replace(/\baffero gpl/, 'agpl').replace(/\b(?:lesser|library) gpl/, 'lgpl'));
  if (gnu) {
    const base = `${(gnu[1] ?? '').toUpperCase()}GPL-${gnu[2] ?? ''}.${gnu[3] ?? (gnu[1] === 'l' && gnu[2] === '2' ? '1' : '0')}`;
    if (spdxId(base) === undefined) return [];
    if (gnu[4] === '+' || gnu[4] === ' or later') return [`${base}-or-later`];
    return gnu[4] === ' only' ? [`${base}-only`] : [`${base}-only`, `${base}-or-later`];
  }
  const hyphens = [key, text.trim().replace(/\s+licen[cs]e$/i, '')].map((one) => spdxId(one.replaceAll(' ', '-')));
  return hyphens.find((one) => one !== undefined) === undefined
    ? alternatives(text)
    : hyphens.flatMap((one) => one ?? []).slice(0, 1);
}

/** `MIT/Apache-2.0`, `MIT, GPL-2.0`, `mit or apache 2`: a choice, in the words of an expression. */
function alternatives(text: string): readonly string[] {
  const asExpression = parseSpdx(text);
  if (asExpression)
    return [text.replaceAll(/[^\s()]+/g, (word) => (/^(?:and|or|with)$/i.test(word) ? word.toUpperCase() : spelled(word)))];
  const inner = text.trim().replace(/^\((.*)\)$/, '$1');
  for (const [separator, word] of [
    [/\s+and\s+|\s*&\s*/i, ' AND '],
    [/\s*(?:\/|,|;|\|\|?)\s*(?:or\s+)?|\s+or\s+/i, ' OR '],
  ] as const) {
    const parts = inner.split(separator);
    if (parts.length < 2 || parts.length > 5) continue;
    const meant = parts.map((part) => (separator.test(part) ? [] : meantBy(part)));
    const ids = meant.flatMap((one) => (one.length === 1 && one[0] !== 'UNLICENSED' ? one : []));
    if (ids.length === parts.length) return [ids.map((id) => (id.includes(' ') ? `(${id})` : id)).join(word)];
  }
  return [];
}

const spelled = (word: string): string => {
  const plus = word.endsWith('+') ? '+' : '';
  return (spdxId(plus ? word.slice(0, -1) : word) ?? word) + plus;
};
