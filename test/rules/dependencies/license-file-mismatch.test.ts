import { licenseFileMismatch } from '../../../server/src/rules/dependencies/license-file-mismatch.ts';
import { testRule } from '../../support/rule-tester.ts';

const MIT =
  'MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the "Software"), to deal in the Software without restriction.\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n';
const APACHE =
  '                                 Apache License\n                           Version 2.0, January 2004\n\n   3. Grant of Patent License. Subject to\n';
const GPL3 =
  '                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n\n                       TERMS AND CONDITIONS\n';
const BSD3 =
  'Redistribution and use in source and binary forms, with or without modification\n2. Redistributions in binary form must reproduce the above copyright notice,\n3. to endorse or promote products derived from\n   this software without specific prior written permission.\n';
const says = (license: string, found: string, file = 'LICENSE'): string =>
  `The manifest says ${license}, but ${file} is the text of ${found}. Make both say the same.`;

testRule(licenseFileMismatch, {
  clean: [
    { code: '{"license":"MIT"}', files: { LICENSE: MIT } },
    { code: '{"license":"MIT"}' },
    { code: '{"license":"MIT"}', files: { 'a/LICENSE': APACHE } },
    { code: '{"license":"MIT"}', files: { LICENSE: 'Our own terms.\n' } },
    { code: '{"license":"GPL-3.0-or-later"}', files: { COPYING: GPL3 } },
    { code: '{"license":"GPL-3.0"}', files: { 'LICENSE.md': GPL3 } },
    { code: '{"license":"(MIT OR Apache-2.0)"}', files: { 'LICENSE-APACHE': APACHE, 'LICENSE-MIT': MIT } },
    { code: '{"license":"SEE LICENSE IN LICENSE"}', files: { LICENSE: MIT } },
    { code: '{"license":"LicenseRef-own"}', files: { LICENSE: MIT } },
    { code: '{"license":"Nonsense"}', files: { LICENSE: MIT } },
    { code: '{}', files: { LICENSE: MIT } },
    { code: '{"license":"MIT"}', files: { LICENSE: `${MIT}\n\n${APACHE}` } },
    { path: 'Cargo.toml', code: '[package]\nlicense = "BSD-3-Clause"\n', files: { LICENCE: BSD3 } },
  ],
  caught: [
    { code: '{"license":"⟦ISC⟧"}', files: { LICENSE: MIT }, says: says('ISC', 'MIT'), fixed: '{"license":"MIT"}' },
    {
      code: '{"license":"⟦UNLICENSED⟧"}',
      files: { 'LICENSE.txt': APACHE },
      says: says('UNLICENSED', 'Apache-2.0', 'LICENSE.txt'),
      fixed: '{"license":"Apache-2.0"}',
    },
    {
      code: '{"license":"⟦MIT⟧"}',
      files: { COPYING: GPL3 },
      says: says('MIT', 'GPL-3.0', 'COPYING'),
      fixed: '{"license":"GPL-3.0-only"}',
      alternatives: { 'Write GPL-3.0-or-later': '{"license":"GPL-3.0-or-later"}' },
    },
    {
      code: '{"license":"⟦MIT⟧"}',
      files: { 'LICENSE-APACHE': APACHE, 'LICENSE-BSD': BSD3 },
      says: says('MIT', 'Apache-2.0, BSD-3-Clause', 'LICENSE-APACHE, LICENSE-BSD'),
    },
    {
      path: 'a/Cargo.toml',
      code: '[package]\nlicense = "⟦MIT⟧"\n',
      files: { 'a/LICENSE': BSD3 },
      says: says('MIT', 'BSD-3-Clause'),
      fixed: '[package]\nlicense = "BSD-3-Clause"\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nlicense = { text = "⟦MIT⟧" }\n',
      files: { LICENSE: APACHE },
      says: says('MIT', 'Apache-2.0'),
      fixed: '[project]\nlicense = { text = "Apache-2.0" }\n',
    },
  ],
});
