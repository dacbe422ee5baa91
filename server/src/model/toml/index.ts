export * from './node.ts';
export { unescapeToml } from './string.ts';
export { parseToml, type TomlDocument } from './parse.ts';
