import type { ProductTable } from './table.ts';

/** Languages, their runtimes and what builds with them. */
export const RUNTIMES = {
  node: {
    name: 'Node.js',
    source: 'https://github.com/nodejs/release',
    cycles: `
      26 2029-04-30
      25 2026-06-01
      24 2028-04-30 krypton
      23 2025-06-01
      22 2027-04-30 jod
      21 2024-06-01
      20 2026-04-30 iron
      19 2023-06-01
      18 2025-04-30 hydrogen
      17 2022-06-01
      16 2023-09-11 gallium
      15 2021-06-01
      14 2023-04-30 fermium
      13 2020-06-01
      12 2022-04-30 erbium
      11 2019-06-01
      10 2021-04-30 dubnium
      9 2018-06-30
      8 2019-12-31 carbon
      7 2017-06-30
      6 2019-04-30 boron
      5 2016-06-30
      4 2018-04-30 argon
      0.12 2016-12-31
      0.10 2016-10-31`,
  },
  python: {
    name: 'Python',
    source: 'https://devguide.python.org/versions/',
    cycles: `
      3.15 2031-10-31
      3.14 2030-10-31
      3.13 2029-10-31
      3.12 2028-10-31
      3.11 2027-10-31
      3.10 2026-10-31
      3.9 2025-10-31
      3.8 2024-10-07
      3.7 2023-06-27
      3.6 2021-12-23
      3.5 2020-09-30
      3.4 2019-03-18
      3.3 2017-09-29
      3.2 2016-02-20
      2.7 2020-01-01`,
  },
  ruby: {
    name: 'Ruby',
    source: 'https://www.ruby-lang.org/en/downloads/branches/',
    cycles: `
      4.0 2029-03-31
      3.4 2028-03-31
      3.3 2027-03-31
      3.2 2026-03-31
      3.1 2025-03-26
      3.0 2024-04-23
      2.7 2023-03-31
      2.6 2022-04-12
      2.5 2021-03-31
      2.4 2020-03-31
      2.3 2019-03-31
      2.2 2018-03-31
      2.1 2017-03-31
      2.0 2016-02-24
      1.9 2015-02-23`,
  },
  php: {
    name: 'PHP',
    source: 'https://www.php.net/eol.php',
    cycles: `
      8.5 2029-12-31
      8.4 2028-12-31
      8.3 2027-12-31
      8.2 2026-12-31
      8.1 2025-12-31
      8.0 2023-11-26
      7.4 2022-11-28
      7.3 2021-12-06
      7.2 2020-11-30
      7.1 2019-12-01
      7.0 2019-01-10
      5.6 2018-12-31
      5.5 2016-07-21
      5.4 2015-09-03
      5.3 2014-08-14`,
  },
  go: {
    name: 'Go',
    // Each release until the second one after it.
    source: 'https://go.dev/doc/devel/release',
    cycles: `
      1.27 -
      1.26 -
      1.25 2026-08-31
      1.24 2026-02-10
      1.23 2025-08-12
      1.22 2025-02-11
      1.21 2024-08-13
      1.20 2024-02-06
      1.19 2023-08-08
      1.18 2023-02-01
      1.17 2022-08-02
      1.16 2022-03-15
      1.15 2021-08-16
      1.14 2021-02-16
      1.13 2020-08-11
      1.12 2020-02-25
      1.11 2019-09-03
      1.10 2019-02-25
      1.9 2018-08-24
      1.8 2018-02-16`,
  },
  java: {
    name: 'Java',
    // Eclipse Temurin, which the other free builds follow closely.
    source: 'https://adoptium.net/support/',
    cycles: `
      26 2026-09-15
      25 2031-09-30
      24 2025-09-16
      23 2025-03-18
      22 2024-09-17
      21 2029-12-31
      20 2023-09-19
      19 2023-03-21
      18 2022-09-20
      17 2027-10-31
      16 2021-09-14
      15 2021-03-16
      14 2020-09-16
      13 2020-03-17
      12 2019-09-17
      11 2027-10-31
      10 2018-09-25
      9 2018-03-20
      8 2030-12-31
      7 2022-07-31
      6 2018-12-31`,
  },
  dotnet: {
    name: '.NET',
    formerly: { below: 5, name: '.NET Core' },
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
    cycles: `
      10.0 2028-11-14
      9.0 2026-11-10
      8.0 2026-11-10
      7.0 2024-05-14
      6.0 2024-11-12
      5.0 2022-05-10
      3.1 2022-12-13
      3.0 2020-03-03
      2.2 2019-12-23
      2.1 2021-08-21
      2.0 2018-10-01
      1.1 2019-06-27
      1.0 2019-06-27`,
  },
  perl: {
    name: 'Perl',
    // The two newest stable releases, and three years of critical fixes.
    source: 'https://perldoc.perl.org/perlpolicy',
    cycles: `
      5.44 2029-07-31
      5.42 2028-07-03
      5.40 2027-06-09
      5.38 2026-07-02
      5.36 2025-05-27
      5.34 2024-05-20
      5.32 2023-06-20
      5.30 2022-05-22
      5.28 2021-06-23
      5.26 2020-05-30
      5.24 2019-05-09`,
  },
  elixir: {
    name: 'Elixir',
    // Security fixes for the last five minor releases.
    source: 'https://hexdocs.pm/elixir/compatibility-and-deprecations.html',
    cycles: `
      1.20 -
      1.19 -
      1.18 -
      1.17 -
      1.16 -
      1.15 2026-06-03
      1.14 2025-10-16
      1.13 2024-12-19
      1.12 2024-06-12
      1.11 2023-12-22
      1.10 2023-06-19
      1.9 2022-09-01
      1.8 2021-12-03
      1.7 2021-05-19
      1.6 2020-10-06`,
  },
  erlang: {
    name: 'Erlang/OTP',
    // The three newest major releases.
    source: 'https://github.com/erlang/otp/security/policy',
    cycles: `
      29 -
      28 -
      27 -
      26 2026-05-26
      25 2025-05-20
      24 2024-05-20
      23 2023-05-16
      22 2022-05-18
      21 2021-05-12
      20 2020-05-13`,
  },
  gradle: {
    name: 'Gradle',
    source: 'https://docs.gradle.org/current/userguide/feature_lifecycle.html#eol_support',
    cycles: `
      9 -
      8 -
      7 2025-07-31
      6 2023-02-10
      5 2021-04-09
      4 2019-11-08
      3 2018-11-26`,
  },
  maven: {
    name: 'Apache Maven',
    source: 'https://maven.apache.org/docs/history.html',
    cycles: `
      3.9 -
      3.8 2025-06-14
      3.6 2021-03-30
      3.5 2018-10-24
      3.3 2017-04-03`,
  },
  composer: {
    name: 'Composer',
    // Composer 1: since then Packagist does not serve it.
    source: 'https://getcomposer.org/download/',
    cycles: `
      2 -
      1 2025-09-01`,
  },
  docker: {
    name: 'Docker Engine',
    // The newest major release, and the branches that Moby says it maintains.
    source: 'https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md',
    cycles: `
      29 -
      28 2026-05-13
      27 2025-05-03
      26 2025-02-17
      25 2026-12-04
      24 2024-06-08
      23 2025-05-19
      20.10 2023-12-10
      19.03 2021-01-08
      18.09 2019-08-22
      18.06 2018-12-08
      17.12 2018-03-27`,
  },
} as const satisfies Readonly<Record<string, ProductTable>>;
