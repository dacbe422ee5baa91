import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FieldType, type Graph, oneLine, type SourceField } from './graph.ts';

/**
 * Reads an unpacked `@pulumi/kubernetes`. It keeps kinds that Kubernetes removed, so it can only tell whether something that a neighbouring minor has is
 * there too. Its types have no group of their own; `kinds` are those of the neighbours.
 */
export function readPulumi(root: string, minor: number, kinds: Iterable<string>): Graph {
  const types = new Map<string, Map<string, SourceField>>();
  let group = '';
  let version = '';
  let fields: Map<string, SourceField> | undefined;
  let comment = '';
  for (const line of readFileSync(path.join(root, 'types/input.d.ts'), 'utf8').split('\n')) {
    const [, outer] = /^export declare namespace (\w+) \{/.exec(line) ?? [];
    const [, middle] = /^ {4}namespace (\w+) \{/.exec(line) ?? [];
    const [, type] = /^ {8}interface (\w+) \{/.exec(line) ?? [];
    const [, name, optional, text] = /^ {12}"?([\w$-]+)"?(\?)?: (.*);$/.exec(line) ?? [];
    if (outer) group = outer;
    if (middle) version = middle;
    if (type) {
      fields = new Map<string, SourceField>();
      types.set(`${group}.${version}.${type}`, fields);
    }
    if (/^ {12}\/\*\*/.test(line)) comment = '';
    if (/^ {13}\*(?!\/)/.test(line)) comment += `${line.replace(/^ *\* ?/, '')} `;
    if (fields && name && text !== undefined) {
      fields.set(name, { type: typeOf(text), required: optional === undefined, description: oneLine(comment) });
      comment = '';
    }
  }
  const found = new Map<string, string>();
  for (const kind of kinds) {
    const [apiVersion = '', name = ''] = kind.split(' ');
    const [of, at] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
    const ours = of === 'internal.apiserver.k8s.io' ? 'apiserverinternal' : of?.split('.')[0];
    const full = `${ours}.${at}.${name}`;
    if (types.has(full)) found.set(kind, full);
  }
  return { minor, types, kinds: found };
}

function typeOf(text: string): FieldType {
  const reference = /inputs\.([\w.]+)/.exec(text)?.[1];
  const scalar = text.includes('<boolean>') ? 'b' : text.includes('<number>') ? 'l' : text.includes('<string>') ? 's' : '*';
  const of = reference ?? scalar;
  if (text.includes('>[]')) return { shape: 'list', of };
  return { shape: text.includes('[key: string]') ? 'map' : 'one', of };
}
