import { describeVersions } from './table.ts';

// https://go.dev/ref/mod#versions
describeVersions('Go', {
  orders: [
    'v0.0.0-20190101000000-abcdefabcdef < v0.0.0-20200101000000-012345678901 < v0.1.0 < v1.2.3-rc.1 < v1.2.3-rc.1.0.20200101000000-abcdefabcdef < v1.2.3-rc.2 < v1.2.3 < v1.2.4-0.20200101000000-abcdefabcdef < v1.2.4 < v2.0.0+incompatible < v2.0.1-0.20200101000000-abcdefabcdef+incompatible < v10.0.0',
  ],
  ranges: [['v1.2.3', 'v1.2.3 v1.3.0', 'v1.2.3-rc.1 v1.2.2']],
  unreadable: ['latest', 'v1.2.3.4'],
  raises: [
    ['v0.0.0-20190101000000-abcdefabcdef', 'v0.1.0', 'v0.1.0'],
    ['v2.0.0+incompatible', '2.0.1', 'v2.0.1+incompatible'],
  ],
});
