import { describeVersions } from './table.ts';

// https://packaging.python.org/specifications/version-specifiers/, and the order of setuptools for what is older
describeVersions('PyPI', {
  orders: [
    '2004d < 2004a < 2004b < 2005a < 2012b < 2012.4',
    '0.1dev-r1716 < 0.1dev < 0.1a1 < 0.1',
    '1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0a1.post1 < 1.0b2 < 1.0rc1 < 1.0 < 1.0.post1.dev1 < 1.0.post1 < 1.1.dev1 < 1!0.5',
    '1.0 < 1.0+a < 1.0+a.1 < 1.0+1 < 1.0+5 < 1.0+10 < 1.0.post1',
    'latest < master < 0.1-SNAPSHOT < 1.0-beta-x < 1.0-final',
  ],
  ranges: [
    ['~=2.2.0', '2.2.0 2.2.28', '2.3 2.1.9'],
    ['==2.2.*', '2.2 2.2.28 2.2rc1', '2.3 2.20'],
  ],
  unreadable: ['>=2.2;python_version<"3"', 'latest'],
  raises: [
    ['~=2.2.0,>=2.2.1', '2.2.28', '~=2.2.0,>=2.2.28'],
    ['== 2.2.*, >= 2.2.1', '2.2.28', '== 2.2.*, >= 2.2.28'],
    ['>=2.2,<3,!=2.2.5', '3.1', '>=3.1,<4,!=2.2.5'],
    ['(>=2.2,<3)', '2.2.28', '(>=2.2.28,<3)'],
  ],
});
