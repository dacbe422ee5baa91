import assert from 'node:assert/strict';
import type { CompletionItem, DocumentLink, Location } from 'vscode-languageserver/node';
import type { Client } from './support/client.ts';
import { start } from './support/harness.ts';

const FOLDER = 'file:///shop/';

const FILES = {
  'package.json': '{\n  "dependencies": {\n    "minimist": "^1.2.0",\n    "axios": "catalog:",\n    "ui": "file:./ui"\n  }\n}\n',
  'ui/package.json': '{ "name": "ui" }\n',
  'pnpm-workspace.yaml': 'packages:\n  - .\ncatalog:\n  axios: ^1.6.0\n',
  'pnpm-lock.yaml':
    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      minimist:\n        specifier: ^1.2.0\n        version: 1.2.5\n\npackages:\n\n  minimist@1.2.5:\n    resolution: {integrity: sha512-aa==}\n",
  'pom.xml':
    '<project>\n  <groupId>g</groupId>\n  <artifactId>p</artifactId>\n  <version>1</version>\n  <properties>\n    <log4j.version>2.14.1</log4j.version>\n  </properties>\n</project>\n',
  'a/pom.xml':
    '<project>\n  <parent>\n    <groupId>g</groupId>\n    <artifactId>p</artifactId>\n    <version>1</version>\n  </parent>\n  <dependencies>\n    <dependency>\n      <groupId>org.apache.logging.log4j</groupId>\n      <artifactId>log4j-core</artifactId>\n      <version>${log4j.version}</version>\n    </dependency>\n  </dependencies>\n</project>\n',
  'requirements/dev.txt': '-r base.txt\n-c ../constraints.txt\n-r missing.txt\npytest==8.3.3\n',
  'requirements/base.txt': 'PyYAML==5.3\n',
  'constraints.txt': 'a<2\n',
};
type Name = keyof typeof FILES;

async function opened(): Promise<Client> {
  const client = await start({ folders: [FOLDER.slice(0, -1)] });
  for (const [name, text] of Object.entries(FILES)) await client.open(FOLDER + name, text);
  return client;
}

function placeOf(name: Name, word: string): { readonly line: number; readonly character: number } {
  const text = FILES[name];
  const lines = text.slice(0, text.indexOf(word) + 1).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('lsp: ways between manifests', () => {
  const WAYS: readonly (readonly [from: Name, word: string, to: readonly string[]])[] = [
    ['package.json', 'minimist', ['pnpm-lock.yaml 12']],
    ['package.json', '^1.2.0', ['pnpm-lock.yaml 12']],
    ['package.json', 'axios', ['pnpm-workspace.yaml 3']],
    ['package.json', '"ui"', ['ui/package.json 0']],
    ['package.json', 'dependencies', []],
    ['a/pom.xml', '${log4j', ['pom.xml 5']],
    ['requirements/base.txt', 'PyYAML', []],
  ];
  for (const [from, word, to] of WAYS)
    it(`from ${word} in ${from} lead to ${to.join(' and ') || 'nothing'}`, async () => {
      const client = await opened();
      const position = placeOf(from, word);
      const found = await client.request<Location[]>('textDocument/definition', {
        textDocument: { uri: FOLDER + from },
        position: word === '"ui"' ? { ...position, character: position.character + 1 } : position,
      });
      assert.deepEqual(
        found.map(({ uri, range }) => `${uri.slice(FOLDER.length)} ${range.start.line}`),
        to,
      );
    });

  const LINKS: readonly (readonly [from: Name, to: readonly string[]])[] = [
    ['requirements/dev.txt', ['0 requirements/base.txt', '1 constraints.txt']],
    ['package.json', ['4 ui/package.json']],
  ];
  for (const [from, to] of LINKS)
    it(`stand as links in ${from}`, async () => {
      const client = await opened();
      const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: FOLDER + from } });
      assert.deepEqual(
        links.map(({ range, target = '' }) => `${range.start.line} ${target.slice(FOLDER.length)}`),
        to,
      );
    });
});

describe('lsp: ids in suppression comments of manifests', () => {
  const FORMATS: readonly (readonly [name: string, before: string, after: string])[] = [
    ['requirements.txt', '# larboard-ignore ', '\nPyYAML==5.3\n'],
    ['build.gradle.kts', 'dependencies {\n  // larboard-ignore ', '\n  api("org.yaml:snakeyaml:1.30")\n}\n'],
    [
      'A.csproj',
      '<Project><ItemGroup>\n<!-- larboard-ignore ',
      ' -->\n<PackageReference Include="Newtonsoft.Json" Version="12.0.3" />\n</ItemGroup></Project>\n',
    ],
    ['Gemfile', "source 'https://rubygems.org'\n# larboard-ignore ", "\ngem 'rack', '2.2.3'\n"],
  ];
  for (const [name, before, after] of FORMATS)
    it(`are offered in ${name}: rules, and the advisories of the file`, async () => {
      const client = await start({ folders: [FOLDER.slice(0, -1)] });
      await client.open(FOLDER + name, before + after);
      const lines = before.split('\n');
      const items = await client.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri: FOLDER + name },
        position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
      });
      const labels = items.map(({ label }) => label);
      assert.ok(labels.includes('dependencies/vulnerable-dependency'));
      assert.ok(
        labels.some((label) => /^(?:GHSA|PYSEC)-/.test(label)),
        labels.slice(0, 5).join(),
      );
      assert.ok(labels.some((label) => label.startsWith('CVE-')));
      assert.ok(!labels.some((label) => label.startsWith('dockerfile/')));
    });

  it('are offered nowhere else', async () => {
    const client = await start({ folders: [FOLDER.slice(0, -1)] });
    await client.open(`${FOLDER}requirements.txt`, '# a comment\nPyYAML==5.3\n');
    for (const line of [0, 1])
      assert.deepEqual(
        await client.request<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri: `${FOLDER}requirements.txt` },
          position: { line, character: 4 },
        }),
        [],
      );
  });
});
