'use strict';
// Preloaded with `node --require`: whatever reaches the network, starts a process or writes a file ends the program with exit code 99 and says what it was.
const forbidden = (what) => () => {
  require('node:fs').writeSync(2, `FORBIDDEN: ${what}\n`);
  process.exit(99);
};
const replace = (module, names) => {
  const exports = require(`node:${module}`);
  for (const name of names) if (typeof exports[name] === 'function') exports[name] = forbidden(`${module}.${name}`);
};
replace('http', ['request', 'get']);
replace('https', ['request', 'get']);
replace('http2', ['connect']);
replace('tls', ['connect']);
replace('net', ['connect', 'createConnection']);
require('node:net').Socket.prototype.connect = forbidden('net.Socket.connect');
replace('dgram', ['createSocket']);
replace('dns', ['lookup', 'resolve', 'resolve4', 'resolve6']);
replace('child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
const WRITES = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rename',
  'rm',
  'rmdir',
  'unlink',
  'copyFile',
  'cp',
  'symlink',
  'link',
  'truncate',
  'utimes',
  'chmod',
];
replace('fs', [...WRITES, ...WRITES.map((name) => `${name}Sync`), 'createWriteStream']);
replace('fs/promises', WRITES);
const fs = require('node:fs');
const { constants } = fs;
const readOnly = (flags) =>
  flags === undefined || flags === 'r' || (typeof flags === 'number' && (flags & (constants.O_WRONLY | constants.O_RDWR)) === 0);
for (const [owner, name, label] of [
  [fs, 'open', 'fs.open'],
  [fs, 'openSync', 'fs.openSync'],
  [fs.promises, 'open', 'fs/promises.open'],
]) {
  const original = owner[name];
  owner[name] = (file, flags, ...rest) =>
    readOnly(typeof flags === 'function' ? undefined : flags) ? original(file, flags, ...rest) : forbidden(`${label} ${file}`)();
}
globalThis.fetch = forbidden('fetch');
