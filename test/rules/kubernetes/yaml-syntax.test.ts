import { yamlSyntax } from '../../../server/src/rules/kubernetes/yaml-syntax.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (problem: string) => `This is not valid YAML: ${problem}.`;
const head = 'apiVersion: v1\nkind: Pod\n';
const colon = says('a key needs `: ` and a value. Add the colon, or a dash for a list item');
const space = says('white space is missing between two tokens. Add a space');
const quote = says('the closing quote is missing. Add it');
const bracket = says('the closing bracket is missing or not indented enough. Add it');
const tab = says('a tab indents this line, and YAML allows only spaces. Replace it by spaces');
const alias = says('no anchor of this name stands before the alias. Define it with `&` earlier in the same document');

testRule(yamlSyntax, {
  clean: [
    `${head}spec:\n  containers:\n  - name: a\n`,
    `---\n# only\n---\n${head}...\n`,
    `${head}spec: {{ .Values.spec }}\n`,
    `${head}spec: { a: \${A}, b: [\${B:-1}] }\n`,
    `${head}{{- if .x }}\nspec:\n{{ toYaml . | indent 2 }}\n{{- end }}\n`,
    `${head}a: &x 1\nb: *x\n`,
    `${head}a: |\n  \t tab: [\nb: "x\n  y"\n`,
    `${head}a: http://x:80/#y\nb: 'it''s'\nc: "\\u00e9"\n`,
    `%YAML 1.1\n---\n${head}`,
    { path: 'pod.json', code: '{\n\t"apiVersion": "v1",\n\t"kind": "Pod"\n}\n' },
    `${head}? complex\n: value\n`,
    `${head}# {{ not a template }}\n`,
  ],
  caught: [
    { code: `${head}spec:\n  ⟦volumes⟧\n  containers: []\n`, says: colon, fixed: `${head}spec:\n  volumes:\n  containers: []\n` },
    {
      code: `${head}spec:\n  a:\n    ⟦image:nginx⟧\n    b: 1\n`,
      says: space,
      fixed: `${head}spec:\n  a:\n    image: nginx\n    b: 1\n`,
    },
    { code: `${head}a:\n- b\n⟦-c⟧\n- d\n`, says: space, fixed: `${head}a:\n- b\n- c\n- d\n` },
    { code: `${head}a: ⟦"b⟧\nc: d\n`, says: quote, fixed: `${head}a: "b"\nc: d\n` },
    { code: `${head}a: ⟦[b⟧\nc: d\n`, says: bracket },
    { code: `${head}a: ⟦*b⟧\n`, says: alias },
    { code: `${head}# {{ in a comment }}\na: ⟦*b⟧\n`, says: alias },
    { code: `${head}spec:\n⟦\t⟧a: 1\n⟦\t⟧b: 2\n`, says: [tab, tab], firstFixOnly: true, fixed: `${head}spec:\n  a: 1\n  b: 2\n` },
    {
      code: `${head}spec:\n   ⟦a: 1⟧\n  b: 2\n  c: 3\n`,
      says: says('the indentation fits no enclosing block. Align the line with its siblings'),
    },
    {
      code: `${head}a: ⟦b⟧: c\n`,
      says: says('a second `: ` stands in one line. Quote the value, or start the nested mapping on its own line'),
    },
    {
      code: `${head}a: "⟦\\⟧q"\n`,
      says: says('this escape sequence does not exist in double quotes. Double the backslash, or use single quotes'),
    },
    { code: `${head}a: ⟦@⟧b\n`, says: says('no plain value can start with this character. Quote the value') },
    {
      code: `${head}a: b⟦\0⟧\n`,
      says: says('a control character stands in the text. Remove it, or write it as an escape in double quotes'),
    },
  ],
});
