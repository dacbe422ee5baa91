/**
 * Sentences that only one licence has, in the words of the texts at https://spdx.org/licenses/. All of a row have to be there, in lower case with single blanks;
 * what stands behind `not` may not.
 */
const TEXTS: readonly { readonly id: string; readonly all: readonly string[]; readonly not?: readonly string[] }[] = [
  {
    id: 'MIT',
    all: [
      'permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files',
      'the above copyright notice and this permission notice shall be included in all copies or substantial portions of the software',
    ],
    not: ['except as contained in this notice', 'shall be used for good, not evil', 'as-is basis', 'commons clause'],
  },
  {
    id: 'MIT-0',
    all: [
      'permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files',
    ],
    not: ['the above copyright notice', 'commons clause'],
  },
  { id: 'Apache-2.0', all: ['apache license', 'version 2.0, january 2004', 'grant of patent license'], not: ['commons clause'] },
  {
    id: 'ISC',
    all: [
      'permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted',
      'provided that the above copyright notice and this permission notice appear in all copies',
    ],
  },
  {
    id: 'ISC',
    all: [
      'permission to use, copy, modify, and distribute this software for any purpose with or without fee is hereby granted',
      'provided that the above copyright notice and this permission notice appear in all copies',
    ],
  },
  {
    id: '0BSD',
    all: ['distribute this software for any purpose with or without fee is hereby granted'],
    not: ['provided that the above copyright notice'],
  },
  {
    id: 'BSD-3-Clause',
    all: [
      'redistribution and use in source and binary forms',
      'redistributions in binary form must reproduce the above copyright notice',
      'to endorse or promote products derived from this software without specific prior written permission',
    ],
    not: ['all advertising materials', 'no express or implied licenses to any party', 'apache license'],
  },
  {
    id: 'BSD-2-Clause',
    all: [
      'redistribution and use in source and binary forms',
      'redistributions in binary form must reproduce the above copyright notice',
    ],
    not: ['endorse or promote', 'all advertising materials', 'apache license'],
  },
  { id: 'AGPL-3.0', all: ['gnu affero general public license', 'version 3, 19 november 2007', 'terms and conditions'] },
  { id: 'LGPL-3.0', all: ['gnu lesser general public license', 'version 3, 29 june 2007', 'this version of the gnu lesser'] },
  { id: 'LGPL-2.1', all: ['gnu lesser general public license', 'version 2.1, february 1999', 'terms and conditions'] },
  { id: 'GPL-3.0', all: ['gnu general public license version 3, 29 june 2007', 'terms and conditions'] },
  { id: 'GPL-2.0', all: ['gnu general public license version 2, june 1991', 'terms and conditions'] },
  { id: 'MPL-2.0', all: ['mozilla public license version 2.0', 'covered software'], not: ['apache license'] },
  { id: 'EPL-2.0', all: ['eclipse public license - v 2.0'] },
  { id: 'Unlicense', all: ['this is free and unencumbered software released into the public domain'] },
  { id: 'CC0-1.0', all: ['cc0 1.0 universal', 'statement of purpose'] },
  { id: 'BSL-1.0', all: ['boost software license - version 1.0'] },
  { id: 'BUSL-1.1', all: ['business source license 1.1', 'change date'] },
  {
    id: 'Zlib',
    all: ['altered source versions must be plainly marked as such', 'the origin of this software must not be misrepresented'],
  },
  { id: 'BlueOak-1.0.0', all: ['blue oak model license', 'version 1.0.0'] },
  { id: 'Artistic-2.0', all: ['the artistic license 2.0', 'everyone is permitted to copy and distribute verbatim copies'] },
  { id: 'Python-2.0', all: ['python software foundation license version 2', 'beopen.com license agreement'] },
  { id: 'WTFPL', all: ['do what the fuck you want to public license'] },
];

/** Licences are at most a few dozen kilobytes; what is longer is a collection of others'. */
const MAX_LENGTH = 200_000;

/** SPDX ids of the licences that a text holds in full; of the GNU ones without what says whether later versions are meant, because the text does not. */
export function recognisedLicenses(text: string): string[] {
  if (text.length > MAX_LENGTH) return [];
  const words = text
    .toLowerCase()
    .replaceAll(/[*_>#`"“”]+/g, '')
    .replaceAll(/\s+/g, ' ');
  const found = TEXTS.filter(
    ({ all, not = [] }) => all.every((one) => words.includes(one)) && !not.some((one) => words.includes(one)),
  );
  return [...new Set(found.map(({ id }) => id))];
}
