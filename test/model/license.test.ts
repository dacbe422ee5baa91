import assert from 'node:assert/strict';
import { isLicensePath, parseLicense } from '../../server/src/model/license/index.ts';

const TEXTS: Readonly<Record<string, string>> = {
  MIT: 'Permission is hereby granted, free of charge, to any person obtaining a copy of\nthis software and associated documentation files (the "Software"), to deal\n…\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.',
  ISC: 'Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted, provided that the above\ncopyright notice and this permission notice appear in all copies.',
  '0BSD':
    'Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted.',
  'BSD-2-Clause':
    'Redistribution and use in source and binary forms, with or without\n * Redistributions in binary form must reproduce the above copyright notice,',
  'MPL-2.0': 'Mozilla Public License Version 2.0\n1.4. "Covered Software"',
  Unlicense: 'This is free and unencumbered software released into the public domain.',
  'GPL-2.0': 'GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991\nTERMS AND CONDITIONS FOR COPYING',
  'LGPL-2.1': 'GNU LESSER GENERAL PUBLIC LICENSE\nVersion 2.1, February 1999\nTERMS AND CONDITIONS',
  'AGPL-3.0': 'GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3, 19 November 2007\nTERMS AND CONDITIONS',
  '': 'All rights reserved. Licensed under the MIT license, or the Apache License, Version 2.0.',
};

describe('licence files', () => {
  for (const [id, text] of Object.entries(TEXTS))
    it(id === '' ? 'that only name licences are none' : id, () => {
      assert.deepEqual(parseLicense(text).licenses, id === '' ? [] : [id]);
    });

  it('are known by their names', () => {
    for (const path of ['LICENSE', 'a/LICENCE.md', 'COPYING', 'COPYING.LESSER', 'LICENSE-MIT', 'license.txt', 'UNLICENSE'])
      assert.ok(isLicensePath(path), path);
    for (const path of ['license.ts', 'LICENSES/MIT.txt', 'licensed', 'license-checker.json', 'copying-files.py'])
      assert.ok(!isLicensePath(path), path);
  });
});
