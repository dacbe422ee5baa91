import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../editor/paths.ts';

/** What `test/support/rule-tester.ts` calls a case, as far as pages show it. */
export interface Case {
  readonly code: string;
  readonly says?: string | readonly string[];
  readonly fixed?: string;
  readonly shown?: true;
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly beside?: readonly string[];
  /** What pages do not show, compared only. */
  readonly advisories?: unknown;
  readonly registry?: unknown;
  readonly dependencies?: unknown;
}

export interface Cases {
  readonly clean: readonly Case[];
  readonly caught: readonly Case[];
}

interface Tester {
  readonly TESTED_CASES: ReadonlyMap<string, { readonly clean: readonly (string | Case)[]; readonly caught: readonly Case[] }>;
}

/** The tables of texts in a rule's test, by the rule's id; a rule without a test file has none. */
export async function readCases(ids: readonly string[]): Promise<ReadonlyMap<string, Cases>> {
  // The tables are handed over before any test is defined, and here none is to run.
  const globals = globalThis as { describe?: unknown; it?: unknown };
  globals.describe = () => undefined;
  globals.it = () => undefined;
  for (const id of ids) {
    const file = inRoot('test', 'rules', `${id}.test.ts`);
    if (existsSync(file)) await import(pathToFileURL(file).href);
  }
  const { TESTED_CASES } = (await import(pathToFileURL(inRoot('test', 'support', 'rule-tester.ts')).href)) as Tester;
  return new Map(
    [...TESTED_CASES].map(([id, { clean, caught }]) => [
      id,
      { caught, clean: clean.map((one) => (typeof one === 'string' ? { code: one } : one)) },
    ]),
  );
}
