import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

/** Bundled and loaded before a program by `no-outside.ts`. */

const { writeSync } = fs;

const forbidden =
  (what: string) =>
  (...given: readonly unknown[]): never => {
    writeSync(2, `FORBIDDEN: ${what} ${String(given[0])}\n`);
    process.exit(99);
  };

function forbid(module: object, label: string, names: readonly string[]): void {
  for (const name of names) if (name in module) Object.assign(module, { [name]: forbidden(`${label}.${name}`) });
}

forbid(http, 'http', ['request', 'get']);
forbid(https, 'https', ['request', 'get']);
forbid(http2, 'http2', ['connect']);
forbid(tls, 'tls', ['connect']);
forbid(net, 'net', ['connect', 'createConnection']);
forbid(net.Socket.prototype, 'net.Socket', ['connect']);
forbid(dgram, 'dgram', ['createSocket']);
forbid(dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6']);
forbid(globalThis, 'globalThis', ['fetch']);
forbid(childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);

const WRITES = [
  ...['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir', 'unlink', 'copyFile', 'cp', 'symlink', 'link'],
  ...['truncate', 'utimes', 'chmod'],
];
forbid(fs, 'fs', [...WRITES, ...WRITES.map((name) => `${name}Sync`), 'createWriteStream']);
forbid(fs.promises, 'fs.promises', WRITES);

const WRITING = fs.constants.O_WRONLY | fs.constants.O_RDWR;
const reads = (flags: unknown): boolean =>
  typeof flags === 'number' ? (flags & WRITING) === 0 : typeof flags !== 'string' || flags === 'r';

for (const owner of [fs, fs.promises]) {
  for (const name of ['open', 'openSync']) {
    const original: unknown = (owner as unknown as Record<string, unknown>)[name];
    if (typeof original !== 'function') continue;
    const guarded = (...given: readonly unknown[]): unknown => {
      if (!reads(given[1])) forbidden(name)(given[0]);
      return Reflect.apply(original, owner, given);
    };
    Object.assign(owner, { [name]: guarded });
  }
}
