import { GRADLE_FILES } from './gradle-files.ts';
import { PROGRAM_FILES } from './program-files.ts';
import { PYTHON_NAMES as pythons, TOML_FILES } from './toml-files.ts';
import { XML_FILES } from './xml-files.ts';

const names = [
  'express',
  'lodash',
  'react',
  'react-dom',
  'axios',
  'typescript',
  '@types/node',
  '@scope/pkg',
  'left-pad',
  'chalk',
  'debug',
  'semver',
];
const record = (from: readonly string[], value: (index: number) => string) =>
  Object.fromEntries(from.map((name, index) => [name, value(index)]));

/** Files as package managers write them. */
export const FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'app', version: '1.0.0', private: true, scripts: { build: 'tsc -b && node "x.js"' }, dependencies: record(names, (index) => `^${index}.2.0`), devDependencies: record(['mocha', 'eslint', 'prettier', 'tsx', 'esbuild', 'vite', 'jest', 'nyc'], () => '~1.0.0'), files: ['dist'] }, null, 2)}\n`,
  'package-lock.json': `${JSON.stringify({ name: 'app', lockfileVersion: 3, requires: true, packages: { '': { dependencies: record(names, () => '^1.0.0') }, ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0', resolved: `https://registry.npmjs.org/${name}/-/x-1.0.0.tgz`, integrity: 'sha512-abc==', dependencies: { ms: '2.0.0' }, engines: { node: '>=4' } }])) } }, null, 2)}\n`,
  'requirements.txt': `# generated\n${pythons.map((name) => `${name}==1.0.0 \\\n    --hash=sha256:abcdef \\\n    --hash=sha256:012345\n    # via x\n`).join('')}`,
  'requirements-dev.txt': `${pythons.map((name) => `${name}>=1.0,<2`).join('\n')}\n`,
  'go.mod': `module example.com/app\n\ngo 1.24.0\n\nrequire (\n${names.map((name) => `\tgithub.com/x/${name.replace('@', '')} v1.2.3`).join('\n')}\n)\n\nrequire (\n${names.map((name) => `\tgolang.org/x/${name.replace('@', '')} v0.1.0 // indirect`).join('\n')}\n)\n`,
  ...TOML_FILES,
  ...PROGRAM_FILES,
  ...GRADLE_FILES,
  ...XML_FILES,
};

const HASH = '0123456789abcdef0123456789abcdef01234567';
const resolution = (): string => `{integrity: sha512-${HASH}==}`;
const inYaml = (name: string): string => (name.startsWith('@') ? `'${name}'` : name);

/** Lockfiles that are not JSON; of pnpm's, one of each shape of keys. */
export const LOCKFILES: Readonly<Record<string, string>> = {
  'yarn.lock': `# yarn lockfile v1\n\n\n${names.map((name) => `"${name}@^1.0.0", "${name}@^1.1.0":\n  version "1.2.0"\n  resolved "https://npm.registry.example/${name}/-/x-1.2.0.tgz#${HASH}"\n  integrity sha512-${HASH}\n  dependencies:\n    ms "2.0.0"\n`).join('\n')}`,
  'berry/yarn.lock': `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${names.map((name) => `"${name}@npm:^1.0.0, ${name}@npm:^1.1.0":\n  version: 1.2.0\n  resolution: "${name}@npm:1.2.0"\n  dependencies:\n    ms: "npm:2.0.0"\n  checksum: 10c0/${HASH}\n  languageName: node\n  linkType: hard\n`).join('\n')}\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n${names.map((name) => `    "${name}": "npm:^1.0.0"\n`).join('')}  languageName: unknown\n  linkType: soft\n`,
  'pnpm-lock.yaml': `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n${names.map((name) => `      ${inYaml(name)}:\n        specifier: ^1.0.0\n        version: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  ${inYaml(`${name}@1.2.0`)}:\n    resolution: ${resolution()}\n    engines: {node: '>=6'}\n`).join('\n')}\nsnapshots:\n\n${names.map((name) => `  ${inYaml(`${name}@1.2.0`)}:\n    dependencies:\n      ms: 2.0.0\n`).join('\n')}`,
  '6/pnpm-lock.yaml': `lockfileVersion: '6.0'\n\ndependencies:\n${names.map((name) => `  ${inYaml(name)}:\n    specifier: ^1.0.0\n    version: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  /${name}@1.2.0(react@18.0.0):\n    resolution: ${resolution()}\n    dependencies:\n      ms: 2.0.0\n    dev: false\n`).join('\n')}`,
  '5/pnpm-lock.yaml': `lockfileVersion: 5.4\n\nspecifiers:\n${names.map((name) => `  ${inYaml(name)}: ^1.0.0\n`).join('')}\ndependencies:\n${names.map((name) => `  ${inYaml(name)}: 1.2.0\n`).join('')}\npackages:\n\n${names.map((name) => `  /${name}/1.2.0_react@18.0.0:\n    resolution: ${resolution()}\n    dev: false\n`).join('\n')}`,
  'bun.lock': `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "app",\n      "dependencies": {\n${names.map((name) => `        "${name}": "^1.0.0",\n`).join('')}      },\n    },\n  },\n  "packages": {\n${names.map((name) => `    "${name}": ["${name}@1.2.0", "", { "dependencies": { "ms": "2.0.0" }, "bin": { "x": "./x.js" } }, "sha512-${HASH}=="],\n`).join('\n')}  }\n}\n`,
  'pnpm-workspace.yaml': `packages:\n  - packages/*\n\ncatalog:\n${names.map((name) => `  ${inYaml(name)}: ^1.0.0\n`).join('')}\ncatalogs:\n  old:\n${names.map((name) => `    ${inYaml(name)}: ^0.9.0\n`).join('')}\noverrides:\n${names.map((name) => `  ${inYaml(`${name}@1`)}: 1.0.1\n`).join('')}\nminimumReleaseAge: 1440\n`,
};

/** Settings of package managers, and scripts, of which there is no text above. */
export const SETTINGS_NAMES: readonly string[] = [
  'settings.gradle',
  'settings.gradle.kts',
  'go.env',
  'gradle.properties',
  'gradle-wrapper.properties',
  'verification-metadata.xml',
  'settings.xml',
  '.yarnrc',
  'setup.py',
  '.yarnrc.yml',
  'bunfig.toml',
  '.npmrc',
  'pip.conf',
  'nuget.config',
];
