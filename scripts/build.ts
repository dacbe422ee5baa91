import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build as bundle, type BuildOptions } from 'esbuild';
import { stageExtension } from './editor/extension-folder.ts';
import { inRoot } from './editor/paths.ts';
import { run } from './editor/run.ts';

/** `npm run build [-- --types] [-- --sourcemaps]`: every bundle of the package, in parallel. */

const COMMON: BuildOptions = {
  absWorkingDir: inRoot(),
  bundle: true,
  // Names stay readable in stack traces that users send; white space and comments need not.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  target: 'es2023',
  logLevel: 'warning',
  metafile: true,
};

/** VS Code before 1.100 loads extensions as CommonJS only, and the language client forks the server the same way. */
const NODE: BuildOptions = { ...COMMON, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] };
/** It is downloaded each time it is used, so here size counts more than stack traces. */
const WEB: BuildOptions = {
  ...COMMON,
  minifyIdentifiers: true,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  define: { global: 'globalThis' },
};

/** An ES module. The libraries in it are CommonJS and call `require` for Node's own modules. */
const COMMAND: BuildOptions = {
  ...NODE,
  format: 'esm',
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
  },
};

/** Every bundle that ships, by its output file. */
export const BUNDLES: Readonly<Record<string, BuildOptions>> = {
  'dist/client/node.js': { ...NODE, entryPoints: ['client/src/node.ts'] },
  'dist/client/web.js': { ...WEB, entryPoints: ['client/src/web.ts'] },
  'dist/server/node.js': { ...NODE, entryPoints: ['server/src/hosts/node-main.ts'] },
  // A classic worker script.
  'dist/server/web.js': { ...WEB, format: 'iife', entryPoints: ['server/src/hosts/web.ts'] },
  'dist/cli/larboard.js': { ...COMMAND, entryPoints: ['server/src/cli/main.ts'] },
  'dist/lib/index.js': {
    ...COMMON,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    entryPoints: ['server/src/index.ts'],
  },
};

/** Folders of bundles that are CommonJS, although the package's `.js` files are ES modules. */
const COMMONJS_FOLDERS = ['dist/client', 'dist/server'];

/** The tests that run inside an editor. They lie in the extension's folder, because the web hosts load nothing from outside it. */
export const TEST_BUNDLES: Readonly<Record<string, BuildOptions>> = {
  'dist/extension/test/index.node.js': { ...NODE, external: ['vscode', 'mocha'], entryPoints: ['test/editor/index.node.ts'] },
  'dist/extension/test/index.web.js': {
    ...WEB,
    entryPoints: ['test/editor/index.web.ts'],
    // Mocha's browser build is a UMD script, and inside a CommonJS bundle it would take the bundle's own `module` and `exports` for its.
    define: { global: 'globalThis', module: 'undefined', exports: 'undefined', define: 'undefined' },
  },
};

/** Writes the bundles and returns each one's size in bytes. Throws when one does not build or has a warning. */
export async function build(
  bundles: Readonly<Record<string, BuildOptions>>,
  sourcemaps = false,
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  await Promise.all(
    Object.entries(bundles).map(async ([outfile, options]) => {
      const { warnings, metafile } = await bundle({ ...options, outfile, sourcemap: sourcemaps ? 'linked' : false });
      if (warnings.length > 0) throw new Error(`${outfile}: ${warnings.length} warning(s), see above`);
      sizes.set(outfile, metafile?.outputs[outfile]?.bytes ?? 0);
    }),
  );
  return sizes;
}

/** All that ships. What an earlier build left behind is removed first. */
export async function buildAll(
  options: { readonly types?: boolean; readonly sourcemaps?: boolean } = {},
): Promise<ReadonlyMap<string, number>> {
  for (const folder of ['client', 'server', 'cli', 'lib', 'extension'])
    rmSync(inRoot('dist', folder), { recursive: true, force: true });
  const sizes = await build(BUNDLES, options.sourcemaps);
  chmodSync(inRoot('dist/cli/larboard.js'), 0o755);
  for (const folder of COMMONJS_FOLDERS) writeFileSync(inRoot(folder, 'package.json'), '{"type":"commonjs"}\n');
  stageExtension();
  if (options.types === true)
    await run(process.execPath, [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-b'], { cwd: inRoot(), output: 'show' });
  return sizes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const flags = new Set(process.argv.slice(2));
  const sizes = await buildAll({ types: flags.has('--types'), sourcemaps: flags.has('--sourcemaps') });
  for (const [file, bytes] of [...sizes].sort()) console.log(`${file.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB`);
  console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
