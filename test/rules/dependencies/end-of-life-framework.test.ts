import { endOfLifeFramework } from '../../../server/src/rules/dependencies/end-of-life-framework.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (product: string, end: string): string =>
  `${product} has had no security fixes since ${end} (table of 2026-11). Upgrade to a supported release.`;
const lock = (version: string): string =>
  JSON.stringify({ packages: { '': { dependencies: { next: '>=13' } }, 'node_modules/next': { version } } });

testRule(endOfLifeFramework, {
  clean: [
    '{ "dependencies": { "@angular/core": "^21.0.0" } }',
    '{ "dependencies": { "@angular/core": "^20.3.0" } }',
    '{ "dependencies": { "vue": "^3.2.0", "vuex": "^2.0.0" } }',
    '{ "dependencies": { "vue": ">=2", "next": "latest", "nuxt": "" } }',
    '{ "dependencies": { "vue": "^2.6.0 || ^3.0.0" } }',
    '{ "peerDependencies": { "vue": "^2.0.0" } }',
    '{ "dependencies": { "vue": "npm:other@2.0.0" } }',
    { code: '{ "dependencies": { "next": ">=13" } }', files: { 'package-lock.json': lock('16.0.1') } },
    { path: 'requirements.txt', code: 'Django>=3.2\ndjango-filter==2.0\n' },
    { path: 'requirements.txt', code: 'Django==5.2.1\n' },
  ],
  caught: [
    {
      code: '{ "dependencies": { "@angular/core": "⟦^15.2.0⟧", "@angular/common": "^15.2.0" } }',
      says: says('Angular 15', '2024-05-18'),
    },
    { code: '{ "dependencies": { "@angular/core": "⟦~7.0.0⟧" } }', says: says('Angular 7.0', '2020-11-28') },
    { code: '{ "devDependencies": { "electron": "⟦30.0.1⟧" } }', says: says('Electron 30', '2024-10-15') },
    { code: '{ "dependencies": { "vue": "⟦^1.0.0 || ^2.0.0⟧" } }', says: says('Vue 2', '2023-12-31') },
    { code: '{ "dependencies": { "angular": "⟦1.8.3⟧" } }', says: says('AngularJS 1', '2021-12-31') },
    {
      code: '{ "dependencies": { "next": "⟦>=13⟧" } }',
      files: { 'package-lock.json': lock('14.2.3') },
      says: says('Next.js 14', '2025-10-26'),
    },
    { path: 'requirements.txt', code: 'Django⟦==4.2.7⟧\n', says: says('Django 4.2', '2026-04-07') },
    { path: 'requirements.txt', code: 'django⟦>=3.2,<4.0⟧\n', says: says('Django 3.2', '2024-04-01') },
    { path: 'pyproject.toml', code: '[tool.poetry.dependencies]\ndjango = "⟦^4.1⟧"\n', says: says('Django 4.2', '2026-04-07') },
  ],
});
