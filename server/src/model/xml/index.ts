export { xmlComments } from './comments.ts';
export * from './node.ts';
export { parseXml } from './parse.ts';
export { textOf } from './value.ts';
