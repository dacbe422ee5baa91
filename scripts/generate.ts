import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { OWN_RULES } from '../server/src/engine/own-rules.ts';
import { inRoot } from './editor/paths.ts';
import { readCases } from './generate/cases.ts';
import { withRuleSettings, withVersion } from './generate/manifest.ts';
import { familyOf, rulePage, rulesOverview, ruleTables, type Described } from './generate/pages.ts';
import { readRuleFiles, ruleIndex } from './generate/rules.ts';
import { configSchema } from './generate/schema.ts';

/**
 * `npm run generate [-- --check]`: writes all that follows from the rules, or with `--check` writes nothing, names the files that are stale and ends
 * with exit code 1.
 */
const RULE_PAGES = 'docs/rules';
const MARKED = /(<!-- generated:(rules|counts) -->)[^]*?(<!-- \/generated:\2 -->)/g;

const check = process.argv.includes('--check');
const outputs = await generate();
const stale = [...outputs].filter(([file, text]) => read(file) !== text).map(([file]) => file);
const obsolete = pagesOnDisk().filter((file) => !outputs.has(file));
if (check) {
  for (const file of stale) console.error(`stale: ${file}`);
  for (const file of obsolete) console.error(`obsolete: ${file}`);
  if (stale.length + obsolete.length > 0) {
    console.error('Run `npm run generate` and commit what it changes.');
    process.exitCode = 1;
  }
} else {
  for (const file of stale) {
    mkdirSync(path.dirname(inRoot(file)), { recursive: true });
    writeFileSync(inRoot(file), outputs.get(file) ?? '');
    console.log(`wrote ${file}`);
  }
  for (const file of obsolete) {
    rmSync(inRoot(file));
    console.log(`removed ${file}`);
  }
}

/** Every generated file, by its path from the root. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = await readRuleFiles();
  const rules: readonly Described[] = files.map(({ rule }) => rule);
  const all = [...rules, ...OWN_RULES];
  const cases = await readCases(files.map(({ id }) => id));
  const manifest = read('package.json') ?? '';
  const result = new Map<string, string>([
    ['server/src/rules/index.ts', await formatted('server/src/rules/index.ts', ruleIndex(files))],
    ['server/src/base/product.ts', withVersion(read('server/src/base/product.ts') ?? '', manifest)],
    ['package.json', await formatted('package.json', withRuleSettings(manifest, all))],
    ['schemas/larboard.schema.json', configSchema(all)],
    [`${RULE_PAGES}/README.md`, rulesOverview(all)],
  ]);
  for (const rule of all) result.set(`${RULE_PAGES}/${rule.meta.id}.md`, rulePage(rule, cases.get(rule.meta.id)));
  for (const page of ['README.md']) {
    const text = read(page);
    if (text !== undefined) result.set(page, await formatted(page, withMarkedParts(text, rules)));
  }
  return result;
}

function withMarkedParts(text: string, rules: readonly Described[]): string {
  const fixable = rules.filter(({ meta }) => meta.fix !== 'none').length;
  const families = [...new Set(rules.map(({ meta }) => familyOf(meta.id)))].length;
  const parts: Readonly<Record<string, string>> = {
    rules: `\n\n${ruleTables(rules, `${RULE_PAGES}/`).replaceAll(/^## /gm, '### ')}\n`,
    counts: `${rules.length} rules in ${families} families, ${fixable} with a fix`,
  };
  return text.replaceAll(MARKED, (_, open: string, name: string, close: string) => open + (parts[name] ?? '') + close);
}

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(inRoot(file))), filepath: file });
}

function read(file: string): string | undefined {
  return existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : undefined;
}

/** Rule pages that exist, also those of rules that do not any more. */
function pagesOnDisk(): readonly string[] {
  if (!existsSync(inRoot(RULE_PAGES))) return [];
  return readdirSync(inRoot(RULE_PAGES), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${RULE_PAGES}/${file.split(path.sep).join('/')}`);
}
