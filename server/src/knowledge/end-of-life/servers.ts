import type { ProductTable } from './table.ts';

/** Databases, web servers and applications. */
export const SERVERS = {
  postgres: {
    name: 'PostgreSQL',
    source: 'https://www.postgresql.org/support/versioning/',
    cycles: `
      18 2030-11-14
      17 2029-11-08
      16 2028-11-09
      15 2027-11-11
      14 2026-11-12
      13 2025-11-13
      12 2024-11-21
      11 2023-11-09
      10 2022-11-10
      9.6 2021-11-11
      9.5 2021-02-11
      9.4 2020-02-13
      9.3 2018-11-08
      9.2 2017-11-09
      9.1 2016-10-27
      9.0 2015-10-08`,
  },
  mysql: {
    name: 'MySQL',
    // Innovation releases end with the next one.
    source: 'https://www.mysql.com/support/',
    cycles: `
      9.7 2034-04-30
      9.6 2026-04-21
      9.5 2026-01-20
      9.4 2025-10-21
      9.3 2025-07-22
      9.2 2025-04-15
      9.1 2025-01-21
      9.0 2024-10-15
      8.4 2032-04-30
      8.3 2024-04-30
      8.2 2024-01-16
      8.1 2023-10-25
      8.0 2026-04-30
      5.7 2023-10-31
      5.6 2021-02-28
      5.5 2018-12-31`,
  },
  mariadb: {
    name: 'MariaDB',
    source: 'https://mariadb.org/about/#maintenance-policy',
    cycles: `
      12.3 2029-06-30
      12.2 2026-05-28
      12.1 2026-02-13
      12.0 2025-11-18
      11.8 2028-06-04
      11.7 2025-05-12
      11.6 2025-02-13
      11.5 2024-11-21
      11.4 2029-05-29
      11.3 2024-05-29
      11.2 2024-11-21
      11.1 2024-08-21
      11.0 2024-06-06
      10.11 2028-02-16
      10.10 2023-11-17
      10.9 2023-08-22
      10.8 2023-05-20
      10.7 2023-02-09
      10.6 2026-07-06
      10.5 2025-06-24
      10.4 2024-06-18
      10.3 2023-05-25
      10.2 2022-05-23
      10.1 2020-10-17
      10.0 2019-03-31
      5.5 2020-04-11`,
  },
  mongo: {
    name: 'MongoDB',
    source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
    cycles: `
      8.2 2026-07-31
      8.0 2029-10-31
      7.0 2027-08-31
      6.0 2025-07-31
      5.0 2024-10-31
      4.4 2024-02-29
      4.2 2023-04-30
      4.0 2022-04-30
      3.6 2021-04-30
      3.4 2020-01-31
      3.2 2018-09-30
      3.0 2018-02-28`,
  },
  redis: {
    name: 'Redis',
    source: 'https://github.com/redis/redis/blob/unstable/SECURITY.md',
    cycles: `
      8 -
      7.4 -
      7.2 -
      7.0 2024-07-29
      6.2 -
      6.0 2022-05-31
      5.0 2022-04-27
      4.0 2020-04-30
      3.2 2018-10-17`,
  },
  elastic: {
    name: 'Elastic Stack',
    source: 'https://www.elastic.co/support/eol',
    cycles: `
      9 -
      8 2027-07-15
      7 2026-01-15
      6 2022-02-10
      5 2019-03-11
      2 2018-02-28`,
  },
  cassandra: {
    name: 'Apache Cassandra',
    source: 'https://cassandra.apache.org/_/download.html',
    cycles: `
      5.0 -
      4.1 -
      4.0 -
      3.11 2024-09-05
      3.0 2024-09-05
      2.2 2021-07-01
      2.1 2020-08-31`,
  },
  couchdb: {
    name: 'Apache CouchDB',
    source: 'https://docs.couchdb.org/en/stable/cve/index.html',
    cycles: `
      3 -
      2 2020-12-31
      1 2018-08-08`,
  },
  solr: {
    name: 'Apache Solr',
    source: 'https://solr.apache.org/downloads.html',
    cycles: `
      10 -
      9 -
      8 2024-10-25
      7 2022-05-11
      6 2019-03-13
      5 2017-10-24`,
  },
  neo4j: {
    name: 'Neo4j',
    source: 'https://neo4j.com/developer/kb/neo4j-supported-versions/',
    cycles: `
      5 -
      4 2025-11-30
      3 2022-05-27`,
  },
  rabbitmq: {
    name: 'RabbitMQ',
    // The community gets fixes for the newest series only.
    source: 'https://www.rabbitmq.com/release-information',
    cycles: `
      4.3 -
      4.2 2026-07-31
      4.1 2026-01-31
      4.0 2025-04-15
      3.13 2024-09-18
      3.12 2024-02-22
      3.11 2023-06-01
      3.10 2022-09-28
      3.9 2023-01-31
      3.8 2022-07-31
      3.7 2020-09-30
      3.6 2018-05-31`,
  },
  nginx: {
    name: 'nginx',
    // The newest stable and the newest mainline release.
    source: 'https://nginx.org/en/download.html',
    cycles: `
      1.31 -
      1.30 -
      1.29 2026-05-13
      1.28 2026-04-14
      1.27 2025-06-24
      1.26 2025-04-23
      1.25 2024-05-29
      1.24 2024-04-23
      1.23 2023-05-23
      1.22 2023-04-11
      1.21 2022-06-21
      1.20 2022-05-24
      1.19 2021-05-25
      1.18 2021-04-20
      1.17 2020-05-26
      1.16 2020-04-21
      1.15 2019-05-21
      1.14 2019-04-23
      1.13 2018-06-05
      1.12 2018-04-17
      1.11 2017-05-30
      1.10 2017-04-12`,
  },
  httpd: {
    name: 'Apache HTTP Server',
    source: 'https://httpd.apache.org/',
    cycles: `
      2.4 -
      2.2 2017-12-31`,
  },
  tomcat: {
    name: 'Apache Tomcat',
    source: 'https://tomcat.apache.org/whichversion.html',
    cycles: `
      11.0 -
      10.1 -
      10.0 2022-10-31
      9.0 2027-03-31
      8.5 2024-03-31
      8.0 2018-06-30
      7.0 2021-03-31
      6.0 2016-12-31`,
  },
  haproxy: {
    name: 'HAProxy',
    source: 'https://www.haproxy.org/',
    cycles: `
      3.4 -
      3.3 2027-01-31
      3.2 2030-04-30
      3.1 2026-01-31
      3.0 2029-04-30
      2.9 2025-03-21
      2.8 2028-04-30
      2.7 2024-04-05
      2.6 2027-04-30
      2.5 2023-05-02
      2.4 2026-04-30
      2.3 2022-07-27
      2.2 2025-04-23
      2.1 2021-03-18
      2.0 2024-04-05
      1.9 2020-07-31
      1.8 2022-12-09
      1.7 2021-10-01`,
  },
  traefik: {
    name: 'Traefik',
    // By major release: a minor one ends when the next is out.
    source: 'https://doc.traefik.io/traefik/deprecation/releases/',
    cycles: `
      3 -
      2 2026-02-01
      1 2021-12-31`,
  },
  drupal: {
    name: 'Drupal',
    source: 'https://www.drupal.org/about/core/policies/core-release-cycles/schedule',
    cycles: `
      11 -
      10.6 2026-12-16
      10.5 2026-06-17
      10.4 2025-12-10
      10.3 2025-06-16
      10.2 2024-12-17
      10.1 2024-06-20
      10.0 2023-12-15
      9 2023-11-01
      8 2021-11-02
      7 2025-01-05`,
  },
  joomla: {
    name: 'Joomla',
    source: 'https://docs.joomla.org/Category:Version_History',
    cycles: `
      6 -
      5 2027-10-12
      4 2025-10-14
      3 2023-08-17`,
  },
  nextcloud: {
    name: 'Nextcloud',
    source: 'https://github.com/nextcloud/server/wiki/Maintenance-and-Release-Schedule',
    cycles: `
      34 -
      33 2027-02-28
      32 2026-09-30
      31 2026-02-28
      30 2025-09-30
      29 2025-04-30
      28 2024-12-31
      27 2024-06-30
      26 2024-03-31
      25 2023-10-31
      24 2023-04-30
      23 2022-12-31
      22 2022-07-31
      21 2022-02-28
      20 2021-11-30`,
  },
} as const satisfies Readonly<Record<string, ProductTable>>;
