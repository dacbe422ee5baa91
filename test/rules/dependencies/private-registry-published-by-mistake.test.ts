import { privateRegistryPublishedByMistake } from '../../../server/src/rules/dependencies/private-registry-published-by-mistake.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `Nothing keeps the application ${name} from being published to the public registry. Set \`"private": true\`.`;

testRule(privateRegistryPublishedByMistake, {
  clean: [
    '{"name":"x","version":"1.0.0","private":true,"scripts":{"start":"node ."}}',
    '{"name":"x","version":"1.0.0","main":"index.js","scripts":{"start":"node ."}}',
    '{"name":"x","version":"1.0.0","publishConfig":{"access":"public"},"scripts":{"dev":"vite"}}',
    '{"name":"x","version":"1.0.0","scripts":{"test":"mocha"}}',
    '{"name":"x","scripts":{"start":"node ."}}',
    '{"name":"x","version":"1.0.0","bin":{"x":"a.js"},"scripts":{"start":"node ."}}',
  ],
  caught: [
    {
      code: '{\n  "name": "⟦app⟧",\n  "version": "0.1.0",\n  "scripts": {\n    "dev": "next dev"\n  }\n}\n',
      says: says('app'),
      fixed: '{\n  "name": "app",\n  "private": true,\n  "version": "0.1.0",\n  "scripts": {\n    "dev": "next dev"\n  }\n}\n',
    },
    {
      code: '{"version":"1.0.0","name":"⟦@a/b⟧","scripts":{"start":"node ."}}',
      says: says('@a/b'),
      fixed: '{"version":"1.0.0","name":"@a/b","private":true,"scripts":{"start":"node ."}}',
    },
    {
      code: '{\n\t"version": "1.0.0",\n\t"scripts": { "serve": "vite" },\n\t"name": "⟦app⟧"\n}',
      says: says('app'),
      fixed: '{\n\t"version": "1.0.0",\n\t"scripts": { "serve": "vite" },\n\t"name": "app",\n\t"private": true\n}',
    },
  ],
});
