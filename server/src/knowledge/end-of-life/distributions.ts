import type { ProductTable } from './table.ts';

/** Distributions. Where a vendor sells more years (Ubuntu Pro, Debian ELTS), what everybody gets counts. */
export const DISTRIBUTIONS = {
  debian: {
    name: 'Debian',
    // The security team's three years and those of Debian LTS, because images and mirrors are served that long.
    source: 'https://wiki.debian.org/LTS',
    cycles: `
      13 2030-06-30 trixie
      12 2028-06-30 bookworm
      11 2026-08-31 bullseye
      10 2024-06-30 buster
      9 2022-06-30 stretch
      8 2020-06-30 jessie
      7 2018-05-31 wheezy
      6 2016-02-29 squeeze`,
  },
  ubuntu: {
    name: 'Ubuntu',
    // Standard support.
    source: 'https://ubuntu.com/about/release-cycle',
    cycles: `
      26.04 2031-04-30 resolute
      25.10 2026-07-31 questing
      25.04 2026-01-15 plucky
      24.10 2025-07-10 oracular
      24.04 2029-05-31 noble
      23.10 2024-07-11 mantic
      23.04 2024-01-25 lunar
      22.10 2023-07-20 kinetic
      22.04 2027-04-30 jammy
      21.10 2022-07-14 impish
      21.04 2022-01-20 hirsute
      20.10 2021-07-22 groovy
      20.04 2025-05-31 focal
      19.10 2020-07-17 eoan
      19.04 2020-01-23 disco
      18.10 2019-07-18 cosmic
      18.04 2023-05-31 bionic
      17.10 2018-07-19 artful
      17.04 2018-01-13 zesty
      16.10 2017-07-20 yakkety
      16.04 2021-04-30 xenial
      15.10 2016-07-28 wily
      15.04 2016-02-04 vivid
      14.10 2015-07-23 utopic
      14.04 2019-04-25 trusty
      12.04 2017-04-28 precise
      10.04 2015-04-30 lucid`,
  },
  alpine: {
    name: 'Alpine Linux',
    source: 'https://alpinelinux.org/releases/',
    cycles: `
      3.24 2028-06-01
      3.23 2027-11-01
      3.22 2027-05-01
      3.21 2026-11-01
      3.20 2026-04-01
      3.19 2025-11-01
      3.18 2025-05-09
      3.17 2024-11-22
      3.16 2024-05-23
      3.15 2023-11-01
      3.14 2023-05-01
      3.13 2022-11-01
      3.12 2022-05-01
      3.11 2021-11-01
      3.10 2021-05-01
      3.9 2020-11-01
      3.8 2020-05-01
      3.7 2019-11-01
      3.6 2019-05-01
      3.5 2018-11-01
      3.4 2018-05-01
      3.3 2017-11-01
      3.2 2017-05-01
      3.1 2016-11-01
      2.7 2015-11-01
      2.6 2015-05-01`,
  },
  centos: {
    name: 'CentOS Linux',
    source: 'https://www.centos.org/centos-linux-eol/',
    cycles: `
      8 2021-12-31
      7 2024-06-30
      6 2020-11-30
      5 2017-03-31`,
  },
  centosStream: {
    name: 'CentOS Stream',
    source: 'https://www.centos.org/cl-vs-cs/#end-of-life',
    cycles: `
      10 2030-05-31
      9 2027-05-31
      8 2024-05-31`,
  },
  rhel: {
    name: 'Red Hat Enterprise Linux',
    // The end of maintenance; extended support costs extra.
    source: 'https://access.redhat.com/support/policy/updates/errata',
    cycles: `
      10 2035-05-31
      9 2032-05-31
      8 2029-05-31
      7 2024-06-30
      6 2020-11-30`,
  },
  rockylinux: {
    name: 'Rocky Linux',
    source: 'https://wiki.rockylinux.org/rocky/version/',
    cycles: `
      10 2035-05-31
      9 2032-05-31
      8 2029-05-31`,
  },
  almalinux: {
    name: 'AlmaLinux',
    source: 'https://wiki.almalinux.org/release-notes/',
    cycles: `
      10 2035-05-31
      9 2032-05-31
      8 2029-05-31`,
  },
  oraclelinux: {
    name: 'Oracle Linux',
    // Premier support.
    source: 'https://www.oracle.com/a/ocom/docs/elsp-lifetime-069338.pdf',
    cycles: `
      10 2035-06-30
      9 2032-06-30
      8 2029-07-31
      7 2024-12-31
      6 2021-03-31
      5 2017-06-30`,
  },
  fedora: {
    name: 'Fedora',
    source: 'https://docs.fedoraproject.org/en-US/releases/eol/',
    cycles: `
      44 2027-06-02
      43 2026-12-09
      42 2026-05-27
      41 2025-12-15
      40 2025-05-13
      39 2024-11-26
      38 2024-05-21
      37 2023-12-05
      36 2023-05-16
      35 2022-12-13
      34 2022-06-07
      33 2021-11-30
      32 2021-05-25
      31 2020-11-24
      30 2020-05-26
      29 2019-11-26
      28 2019-05-28
      27 2018-11-30
      26 2018-05-29
      25 2017-12-12
      24 2017-08-08
      23 2016-12-20
      22 2016-07-19
      21 2015-12-01
      20 2015-06-23`,
  },
  amazonlinux: {
    name: 'Amazon Linux',
    source: 'https://aws.amazon.com/amazon-linux-2/faqs/',
    cycles: `
      2023 2029-06-30
      2018.03 2023-12-31
      2017.09 2023-12-31
      2017.03 2023-12-31
      2016.09 2023-12-31
      2 2026-06-30
      1 2023-12-31`,
  },
  leap: {
    name: 'openSUSE Leap',
    source: 'https://en.opensuse.org/Lifetime',
    cycles: `
      16.0 2027-10-31
      15.6 2026-04-30
      15.5 2024-12-31
      15.4 2023-12-07
      15.3 2022-12-31
      15.2 2022-01-04
      15.1 2021-02-02
      15.0 2019-12-03
      42.3 2019-07-01
      42.2 2018-01-26
      42.1 2017-05-17`,
  },
  ros: {
    name: 'ROS',
    source: 'https://docs.ros.org/en/rolling/Releases.html',
    cycles: `
      jazzy 2029-05-31 jazzy
      iron 2024-12-04 iron
      humble 2027-05-31 humble
      galactic 2022-12-09 galactic
      foxy 2023-06-20 foxy
      eloquent 2020-11-30 eloquent
      dashing 2021-05-31 dashing
      noetic 2025-05-31 noetic
      melodic 2023-06-27 melodic
      lunar 2019-05-31 lunar
      kinetic 2021-04-30 kinetic
      indigo 2019-04-30 indigo`,
    isPartial: true,
  },
  windows: {
    name: 'Windows Server',
    // Semi-annual releases; those with long-term servicing are all supported.
    source: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/deploy-containers/base-image-lifecycle',
    cycles: `
      20h2 2022-08-09 20h2
      2004 2021-12-14
      1909 2021-05-11
      1903 2020-12-08
      1803 2019-11-12
      1709 2019-04-09
      sac2016 2018-10-09 sac2016`,
    isPartial: true,
  },
} as const satisfies Readonly<Record<string, ProductTable>>;
