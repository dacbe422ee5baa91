import { pathToFileURL } from 'node:url';
import type { TimedServer } from './server.ts';

/** As a medium-sized web application has. */
const DIRECT = 200;
const LOCKED = 1500;
const EDITS = 40;
const WARM_UP = 10;

const nameOf = (at: number): string => (at % 4 === 3 ? `@scope-${at % 40}/package-${at}` : `package-${at}`);
const versionOf = (at: number): string => `${1 + (at % 9)}.${at % 20}.${at % 12}`;
const record = <V>(count: number, value: (at: number) => V, from = 0): Record<string, V> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(from + index), value(from + index)]));

const DEPENDENCIES = record(DIRECT, (at) => `^${versionOf(at)}`);
const MANIFEST = `${JSON.stringify({ name: 'bench', version: '1.0.0', private: true, dependencies: DEPENDENCIES }, null, 2)}\n`;

const locked = (at: number): object => ({
  version: versionOf(at),
  resolved: `https://registry.npmjs.org/${nameOf(at)}/-/package-${at}-${versionOf(at)}.tgz`,
  integrity: `sha512-${at.toString(36).padStart(86, 'A')}==`,
  license: 'MIT',
  dependencies: record(4, (other) => `^${versionOf(other)}`, (at * 7) % (LOCKED - 4)),
  engines: { node: '>=18' },
  funding: { type: 'github', url: 'https://funding.example/sponsors' },
});
const PACKAGES = Object.fromEntries(Object.entries(record(LOCKED, locked)).map(([name, each]) => [`node_modules/${name}`, each]));
const LOCKFILE = `${JSON.stringify({ name: 'bench', lockfileVersion: 3, packages: { '': { name: 'bench', dependencies: DEPENDENCIES }, ...PACKAGES } }, null, 2)}\n`;

/** What a package.json beside a large lockfile takes: the lockfile's first reading, the manifest's, and a digit typed into a version and taken back. */
export async function benchManifest(
  servers: readonly [TimedServer, TimedServer],
  folder: string,
  compare: (what: string, ours: readonly number[], theirs: readonly number[]) => void,
): Promise<void> {
  const base = `${pathToFileURL(folder).href}/bench-manifest`;
  const times = { lockfile: [[], []], manifest: [[], []], edits: [[], []] } as Record<string, [number[], number[]]>;
  const lines = MANIFEST.split('\n');
  for (const [index, server] of servers.entries()) {
    times['lockfile']?.[index]?.push(await server.open(`${base}/package-lock.json`, LOCKFILE));
    times['manifest']?.[index]?.push(await server.open(`${base}/package.json`, MANIFEST));
  }
  for (let edit = 0; edit < EDITS; edit++) {
    const line = 5 + ((Math.floor(edit / 2) * 37) % DIRECT);
    const start = { line, character: (lines[line] ?? '').lastIndexOf('.') + 1 };
    const isUndo = edit % 2 === 1;
    const end = isUndo ? { line, character: start.character + 1 } : start;
    for (const [index, server] of servers.entries()) {
      const time = await server.edit(`${base}/package.json`, edit + 2, start, end, isUndo ? '' : '1');
      if (edit >= WARM_UP) times['edits']?.[index]?.push(time);
    }
  }
  const size = (LOCKFILE.length / 1e6).toFixed(1);
  compare(`open: lockfile, ${size} MB`, ...(times['lockfile'] ?? [[], []]));
  compare('open: package.json', ...(times['manifest'] ?? [[], []]));
  compare('edit: package.json', ...(times['edits'] ?? [[], []]));
}
