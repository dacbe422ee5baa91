import type { Ecosystem } from '../base/ecosystem.ts';
import type { ProductId } from './end-of-life.ts';

/** The packages whose version is that of a framework, by ecosystem. One that ends in `*` stands for all that begin so. */
const PACKAGES: Partial<Readonly<Record<Ecosystem, Readonly<Record<string, ProductId>>>>> = {
  npm: {
    '@angular/core': 'angular',
    angular: 'angularjs',
    vue: 'vue',
    next: 'next',
    nuxt: 'nuxt',
    vuetify: 'vuetify',
    electron: 'electron',
    bootstrap: 'bootstrap',
  },
  PyPI: { django: 'django', wagtail: 'wagtail' },
  Maven: {
    'org.springframework.boot:spring-boot*': 'spring-boot',
    'org.springframework.boot': 'spring-boot',
    'org.springframework.boot:org.springframework.boot.gradle.plugin': 'spring-boot',
    'org.springframework:spring-*': 'spring-framework',
    'org.apache.struts:struts2-core': 'struts',
  },
  RubyGems: { rails: 'rails', railties: 'rails', activesupport: 'rails', activerecord: 'rails', actionpack: 'rails' },
  Packagist: {
    'laravel/framework': 'laravel',
    'symfony/symfony': 'symfony',
    'symfony/framework-bundle': 'symfony',
    'symfony/http-kernel': 'symfony',
    'symfony/console': 'symfony',
    'drupal/core': 'drupal',
    'drupal/core-recommended': 'drupal',
  },
};

/** The framework that a package's version is the version of. */
export function frameworkOf(ecosystem: Ecosystem, name: string): ProductId | undefined {
  const packages = PACKAGES[ecosystem] ?? {};
  if (Object.hasOwn(packages, name)) return packages[name];
  return Object.entries(packages).find(([start]) => start.endsWith('*') && name.startsWith(start.slice(0, -1)))?.[1];
}
