import type { ProductTable } from './table.ts';

/** Frameworks that an application is built on. Where only majors count, minors are not listed. */
export const FRAMEWORKS = {
  angular: {
    name: 'Angular',
    source: 'https://angular.dev/reference/releases',
    cycles: `
      22 2028-06-30
      21 2027-06-30
      20 2026-11-28
      19 2026-05-19
      18 2025-11-21
      17 2025-05-15
      16 2024-11-08
      15 2024-05-18
      14 2023-11-18
      13 2023-05-04
      12 2022-11-12
      11 2022-05-11
      10 2021-12-24
      9 2021-08-06
      8 2020-11-28`,
  },
  angularjs: {
    name: 'AngularJS',
    source: 'https://docs.angularjs.org/misc/version-support-status',
    cycles: `
      1 2021-12-31`,
  },
  django: {
    name: 'Django',
    source: 'https://www.djangoproject.com/download/#supported-versions',
    cycles: `
      6.1 2027-12-31
      6.0 2027-04-30
      5.2 2028-04-30
      5.1 2025-12-03
      5.0 2025-04-02
      4.2 2026-04-07
      4.1 2023-12-01
      4.0 2023-04-01
      3.2 2024-04-01
      3.1 2021-12-07
      3.0 2021-04-06
      2.2 2022-04-11
      2.1 2019-12-02
      2.0 2019-04-01
      1.11 2020-04-01
      1.10 2017-12-02
      1.9 2017-04-04
      1.8 2018-04-01`,
  },
  'spring-boot': {
    name: 'Spring Boot',
    source: 'https://spring.io/projects/spring-boot#support',
    cycles: `
      4.1 2027-07-31
      4.0 2026-12-31
      3.5 2026-06-30
      3.4 2025-12-31
      3.3 2025-06-30
      3.2 2024-12-31
      3.1 2024-06-30
      3.0 2023-12-31
      2.7 2023-06-30
      2.6 2022-11-24
      2.5 2022-05-19
      2.4 2021-11-18
      2.3 2021-05-20
      2.2 2020-10-16
      2.1 2019-10-30
      2.0 2019-03-01
      1.5 2019-08-06`,
  },
  'spring-framework': {
    name: 'Spring Framework',
    source: 'https://spring.io/projects/spring-framework#support',
    cycles: `
      7.0 2027-07-31
      6.2 2026-06-30
      6.1 2025-06-30
      6.0 2024-06-30
      5.3 2024-08-31
      5.2 2021-12-31
      5.1 2020-12-31
      5.0 2020-12-31
      4.3 2020-12-31`,
  },
  rails: {
    name: 'Ruby on Rails',
    source: 'https://rubyonrails.org/maintenance',
    cycles: `
      8.1 2027-10-10
      8.0 2026-11-07
      7.2 2026-08-09
      7.1 2025-10-01
      7.0 2025-04-01
      6.1 2024-10-01
      6.0 2023-06-01
      5.2 2022-06-01
      5.1 2019-08-25
      5.0 2018-04-09
      4.2 2017-04-27`,
  },
  laravel: {
    name: 'Laravel',
    source: 'https://laravel.com/docs/releases#support-policy',
    cycles: `
      13 2028-03-17
      12 2027-02-24
      11 2026-03-12
      10 2025-02-04
      9 2024-02-06
      8 2023-01-24
      7 2021-03-03
      6 2022-09-06`,
  },
  symfony: {
    name: 'Symfony',
    source: 'https://symfony.com/releases',
    cycles: `
      8.1 2027-01-31
      8.0 2026-07-31
      7.4 2029-11-30
      7.3 2026-01-31
      7.2 2025-07-31
      7.1 2025-01-31
      7.0 2024-07-31
      6.4 2027-11-30
      6.3 2024-01-31
      6.2 2023-07-31
      6.1 2023-01-31
      6.0 2023-01-31
      5.4 2029-02-28
      5.3 2022-01-31
      5.2 2021-07-31
      5.1 2021-01-31
      5.0 2020-07-31
      4.4 2023-11-30
      4.3 2020-07-31
      3.4 2021-11-30`,
  },
  vue: {
    name: 'Vue',
    source: 'https://v2.vuejs.org/eol/',
    cycles: `
      3 -
      2 2023-12-31
      1 2016-10-31`,
  },
  next: {
    name: 'Next.js',
    source: 'https://nextjs.org/support-policy',
    cycles: `
      16 -
      15 2026-10-21
      14 2025-10-26
      13 2024-12-21
      12 2022-11-21
      11 2022-01-27
      10 2021-06-15
      9 2020-10-27`,
  },
  nuxt: {
    name: 'Nuxt',
    source: 'https://nuxt.com/docs/community/roadmap',
    cycles: `
      4 -
      3 2026-07-31
      2 2024-06-30
      1 2019-09-21`,
  },
  vuetify: {
    name: 'Vuetify',
    source: 'https://vuetifyjs.com/introduction/long-term-support/',
    cycles: `
      4 -
      3 2027-07-27
      2 2025-01-23
      1 2020-07-31`,
  },
  electron: {
    name: 'Electron',
    source: 'https://releases.electronjs.org/schedule',
    cycles: `
      43 2027-01-05
      42 2026-10-20
      41 2026-08-25
      40 2026-06-30
      39 2026-05-05
      38 2026-03-10
      37 2026-01-13
      36 2025-10-28
      35 2025-09-02
      34 2025-06-24
      33 2025-04-29
      32 2025-03-04
      31 2025-01-14
      30 2024-10-15
      29 2024-08-20
      28 2024-06-11
      27 2024-04-16
      26 2024-02-20
      25 2023-12-05
      24 2023-10-10
      23 2023-08-15
      22 2023-10-10`,
  },
  bootstrap: {
    name: 'Bootstrap',
    source: 'https://github.com/twbs/release',
    cycles: `
      5 -
      4 2023-01-01
      3 2019-07-24
      2 2013-08-19`,
  },
  wagtail: {
    name: 'Wagtail',
    source: 'https://github.com/wagtail/wagtail/wiki/Release-schedule',
    cycles: `
      7.4 2027-11-02
      7.3 2026-08-25
      7.2 2026-05-04
      7.1 2026-02-02
      7.0 2026-11-02
      6.4 2025-08-04
      6.3 2026-05-01
      6.2 2025-02-03
      6.1 2024-11-01
      6.0 2024-08-01
      5.2 2025-05-06
      5.1 2024-02-01
      5.0 2023-11-01`,
  },
  struts: {
    name: 'Apache Struts',
    source: 'https://struts.apache.org/struts23-eol-announcement',
    cycles: `
      7 -
      6 -
      2.5 2024-04-30
      2.3 2019-05-14`,
  },
} as const satisfies Readonly<Record<string, ProductTable>>;
