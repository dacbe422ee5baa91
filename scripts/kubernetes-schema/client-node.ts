import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OTHER_KINDS } from './by-hand.ts';
import { type FieldType, type Graph, oneLine, type SourceField } from './graph.ts';

interface Attribute {
  readonly name: string;
  readonly baseName: string;
  readonly type: string;
  readonly format?: string;
}

/** Reads an unpacked `@kubernetes/client-node`: its models, and the kinds that its API classes create. */
export function readClientNode(root: string, minor: number): Graph {
  const generated = path.join(root, 'dist/gen');
  const folders = readdirSync(generated);
  const models = path.join(generated, folders.includes('models') ? 'models' : 'model');
  const apis = path.join(generated, folders.includes('apis') ? 'apis' : 'api');
  // The packages also hold files of earlier generations that nothing imports any more.
  const index = path.join(generated, folders.includes('apis') ? 'types/ObservableAPI.js' : 'api/apis.js');
  const live = new Set(
    [...readFileSync(index, 'utf8').matchAll(/["'](?:\.\.\/apis|\.)\/(\w+)(?:\.js)?["']/g)].map(([, file]) => file),
  );
  const types = new Map<string, ReadonlyMap<string, SourceField>>();
  for (const file of readdirSync(models).filter((name) => name.endsWith('.js'))) {
    const source = readFileSync(path.join(models, file), 'utf8');
    const name = /(\w+)\.attributeTypeMap = \[/.exec(source)?.[1];
    if (name === undefined) continue;
    const declared = readFileSync(path.join(models, file.replace(/\.js$/, '.d.ts')), 'utf8');
    types.set(name, fieldsOf(attributesOf(source), declared));
  }
  return {
    minor,
    types,
    kinds: kindsOf(
      [...live].map((file) => path.join(apis, `${file}.js`)),
      types,
    ),
  };
}

function attributesOf(source: string): readonly Attribute[] {
  const start = source.indexOf('attributeTypeMap = [') + 'attributeTypeMap = '.length;
  return JSON.parse(source.slice(start, source.indexOf('];', start) + 1)) as Attribute[];
}

function fieldsOf(attributes: readonly Attribute[], declared: string): ReadonlyMap<string, SourceField> {
  const declarations = new Map<string, { readonly required: boolean; readonly description: string }>();
  for (const [, comment, name, optional] of declared.matchAll(
    /(?:^ {4}\/\*\*\n((?: {4}\*.*\n)+?) {4}\*\/\n)?^ {4}'(.+?)'(\?)?: /gm,
  )) {
    const description = oneLine((comment ?? '').replaceAll(/^ {4}\* ?/gm, '')).replaceAll(/\\(['"])/g, '$1');
    declarations.set(name ?? '', { required: optional === undefined, description });
  }
  return new Map(
    attributes.map(({ name, baseName, type, format }) => {
      const declaration = declarations.get(name);
      if (!declaration) throw new Error(`no declaration of ${name}`);
      return [baseName, { type: typeOf(type, format ?? ''), ...declaration }];
    }),
  );
}

function typeOf(text: string, format: string): FieldType {
  const list = /^Array<(.*)>$/.exec(text)?.[1];
  if (list !== undefined) return { shape: 'list', of: scalarOf(list, format) };
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(text)?.[1];
  const inner = map === undefined ? undefined : /^Array<(.*)>$/.exec(map)?.[1];
  if (inner !== undefined) return { shape: 'map of lists', of: scalarOf(inner, format) };
  if (map !== undefined) return { shape: 'map', of: scalarOf(map, format) };
  return { shape: 'one', of: scalarOf(text, format) };
}

function scalarOf(text: string, format: string): string {
  switch (text) {
    case 'string':
      return format === 'byte' ? 'y' : 's';
    case 'boolean':
      return 'b';
    case 'number':
      return format === 'int32' ? 'i' : format === 'double' ? 'd' : 'l';
    case 'Date':
    case 'V1MicroTime':
      return 't';
    case 'IntOrString':
      return 'x';
    case 'any':
    case 'object':
      return '*';
    default:
      return text;
  }
}

/** The kinds for which an API has a `POST` of its own. */
function kindsOf(files: readonly string[], types: Graph['types']): ReadonlyMap<string, string> {
  const kinds = new Map(Object.entries(OTHER_KINDS).filter(([, type]) => types.has(type)));
  for (const file of files) {
    for (const chunk of readFileSync(file, 'utf8').split('localVarPath = ').slice(1)) {
      const [, version, rest] = /^[^\n']*'\/(?:api|apis\/[^/']+)\/([^/']+)\/([^']+)'/.exec(chunk) ?? [];
      const body = /serialize\(body, "(\w+)"/.exec(chunk)?.[1];
      if (!version || !rest || !body || !/HttpMethod\.POST|method: 'POST'/.test(chunk) || rest.includes('{name}')) continue;
      const group = /'\/apis\/([^/']+)\//.exec(chunk)?.[1];
      const kind = body.replace(/^[A-Za-z]*?V\d+(?:(?:alpha|beta)\d+)?/, '');
      if (types.get(body)?.has('kind')) kinds.set(`${group === undefined ? '' : `${group}/`}${version} ${kind}`, body);
    }
  }
  return kinds;
}
