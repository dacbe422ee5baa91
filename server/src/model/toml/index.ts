export * from './node.ts';
export { parseToml, type TomlDocument } from './parse.ts';
