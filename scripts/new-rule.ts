import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './editor/paths.ts';
import { scaffold } from './generate/scaffold.ts';

/** `npm run new-rule -- <family>/<name>`: writes a rule and its test, which fail until they say something. */
const [id, ...others] = process.argv.slice(2);
const files = id === undefined || others.length > 0 ? undefined : scaffold(id);
if (!files) {
  console.error('Name one rule as family/kebab-name, for example: npm run new-rule -- dockerfile/my-rule');
  console.error('Families: dockerfile, kubernetes, dependencies.');
  process.exit(2);
}
const taken = Object.keys(files).find((file) => existsSync(inRoot(file)));
if (taken !== undefined) {
  console.error(`${taken} exists already.`);
  process.exit(2);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(inRoot(file)), { recursive: true });
  writeFileSync(inRoot(file), text);
  console.log(`wrote ${file}`);
}
console.log(
  `Next: write the test's cases, then the rule, then \`npm run generate\`. Run it alone: npx mocha test/rules/${id ?? ''}.test.ts`,
);
