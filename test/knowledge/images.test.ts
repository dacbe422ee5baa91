import assert from 'node:assert/strict';
import { BASE_IMAGES_TABLE_DATE, userIdOf } from '../../server/src/knowledge/base-images.ts';
import { cycleNamed, cycleOf, type ProductId } from '../../server/src/knowledge/end-of-life.ts';
import { DISTRIBUTIONS } from '../../server/src/knowledge/end-of-life/distributions.ts';
import { RUNTIMES } from '../../server/src/knowledge/end-of-life/runtimes.ts';
import { SERVERS } from '../../server/src/knowledge/end-of-life/servers.ts';
import { heldVersions, successorOf } from '../../server/src/knowledge/image-lifecycle.ts';
import { OFFICIAL } from '../../server/src/knowledge/images/official.ts';
import { SUPPORTED_TAGS } from '../../server/src/knowledge/images/supported-tags.ts';

/** A day that the table of images knows of. */
const DAY = `${BASE_IMAGES_TABLE_DATE}-30`;

const hasEnded = (repository: string, tag: string): boolean =>
  heldVersions(repository, tag).some(({ end }) => end !== undefined && end < DAY);

describe('when products end', () => {
  for (const [id, { cycles, source }] of Object.entries({ ...DISTRIBUTIONS, ...RUNTIMES, ...SERVERS })) {
    it(`${id}: each line is a cycle with a day, and each cycle stands once`, () => {
      const lines = cycles.trim().split(/\s*\n\s*/);
      for (const line of lines)
        assert.match(line, /^(?:[\d.]+|[a-z0-9]+) (?:20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|-)(?: [a-z0-9]+)?$/);
      const names = lines.map((line) => line.split(' ')[0]);
      assert.equal(new Set(names).size, names.length);
      assert.match(source, /^https:\/\//);
    });
  }

  it('finds the cycle of a version', () => {
    const cases: readonly (readonly [ProductId, string, string | undefined])[] = [
      ['python', '3.7.4', '3.7'],
      ['python', '3.10', '3.10'],
      ['node', '14.17.0', '14'],
      // The rest left open: the newest.
      ['php', '7', '7.4'],
      ['mariadb', '10', '10.11'],
      // 2 is not the beginning of 2023.
      ['amazonlinux', '2', '2'],
      ['amazonlinux', '2018.03.0.20210126.1', '2018.03'],
      // Older than the table, between its lines, newer than it, no version.
      ['node', '0.8.28', '0.8'],
      ['mongo', '3.5', undefined],
      ['node', '99', undefined],
      ['windows', '1607', undefined],
      ['node', '', undefined],
      ['node', '14.x', undefined],
    ];
    for (const [id, version, cycle] of cases) assert.equal(cycleOf(id, version)?.cycle, cycle, `${id} ${version}`);
    assert.equal(cycleNamed('debian', 'buster')?.cycle, '10');
    assert.equal(cycleNamed('node', 'buster'), undefined);
  });
});

describe('what images hold', () => {
  it('is said by the repository and the tag', () => {
    const cases: Readonly<Record<string, readonly string[]>> = {
      'docker.io/library/node 18-buster': ['Node.js 18', 'Debian 10'],
      'docker.io/library/node 18-alpine3.12': ['Node.js 18', 'Alpine Linux 3.12'],
      'public.ecr.aws/docker/library/node 18': ['Node.js 18'],
      'docker.io/arm32v7/node 18': ['Node.js 18'],
      'docker.io/library/debian stretch-slim': ['Debian 9'],
      'docker.io/library/drupal 9-php8.0-apache': ['Drupal 9', 'PHP 8.0'],
      'docker.io/nvidia/cuda 11.0-base-ubuntu18.04': ['Ubuntu 18.04'],
      'docker.io/example/app 18': [],
      'docker.io/example/app disco-14': [],
      'docker.io/example/mynode18 1': [],
      'gcr.io/distroless/nodejs18-debian11 latest': ['Debian 11', 'Node.js 18'],
    };
    for (const [image, expected] of Object.entries(cases)) {
      const [repository = '', tag = ''] = image.split(' ');
      assert.deepEqual(
        heldVersions(repository, tag).map(({ product, cycle }) => `${product} ${cycle}`),
        expected,
        image,
      );
    }
  });

  it('is never asked of a tag that cannot be', () => {
    assert.deepEqual(heldVersions('docker.io/library/node', '14-'.repeat(100_000)), []);
  });
});

describe('tags that we recommend', () => {
  for (const [repository, { tags }] of OFFICIAL) {
    it(`${repository}: have not ended`, () => {
      for (const tag of tags) assert.ok(!hasEnded(repository, tag), tag);
      if (tags.length > 0) assert.equal(successorOf(repository), undefined);
    });
  }
  for (const [repository, { versions, endings, named }] of SUPPORTED_TAGS) {
    it(`${repository}: have not ended in any variant`, () => {
      const tags = versions.flatMap((version) =>
        [...endings].map((ending) => (ending === '' ? version : `${version}-${ending}`)),
      );
      for (const tag of [...tags, ...named]) assert.ok(!hasEnded(repository, tag), tag);
      assert.equal(successorOf(repository), undefined);
    });
  }
});

describe('numbers of users', () => {
  it('are those of the image, else those of the distribution', () => {
    assert.equal(userIdOf('node', 'debian', 'docker.io/library/node'), '1000');
    assert.equal(userIdOf('postgres', 'debian', 'docker.io/library/postgres'), '999');
    assert.equal(userIdOf('postgres', 'alpine', 'docker.io/library/postgres'), '70');
    assert.equal(userIdOf('www-data', 'debian'), '33');
    assert.equal(userIdOf('nobody', undefined), '65534');
    // A package of the distribution may have given it another number.
    assert.equal(userIdOf('postgres', 'debian', 'docker.io/library/debian'), undefined);
  });
});
