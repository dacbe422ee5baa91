import assert from 'node:assert/strict';
import { dependencyRule } from '../../server/src/engine/rule.ts';
import { vulnerableDependency } from '../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { vulnerableTransitiveDependency } from '../../server/src/rules/dependencies/vulnerable-transitive-dependency.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { advisories } from '../support/advisories.ts';

const known = advisories(
  ...(['Go', 'Maven', 'PyPI', 'crates.io'] as const).map((ecosystem) => ({
    id: `GHSA-${ecosystem.slice(0, 2)}`,
    ecosystem,
    name: { Go: 'a.example/x', Maven: 'g:x', PyPI: 'x', 'crates.io': 'x' }[ecosystem],
    ranges: [['0', '9.0.0']] as [[string, string]],
  })),
);

function told(path: string, text: string): number {
  const workspace = new Workspace({
    today: '2026-11-28',
    rules: [vulnerableDependency, vulnerableTransitiveDependency],
    advisories: known,
  });
  workspace.set(path, text);
  return workspace.report(path).findings.length;
}

const go = (comment: string): string => `module m\n\nrequire (\n\ta.example/x v1.0.0${comment}\n)\n`;
const pom = (...lines: readonly string[]): string =>
  `<project>\n  <dependencies>\n    ${lines.join('\n      ')}\n    </dependency>\n  </dependencies>\n</project>\n`;

/** https://github.com/redhat-developer/intellij-dependency-analytics#readme, https://github.com/guacsec/trustify-da-java-client#readme */
describe("Red Hat Dependency Analytics' comments", () => {
  for (const mark of ['exhortignore', 'trustify-da-ignore']) {
    const ignored: Readonly<Record<string, readonly [path: string, text: string]>> = {
      'of go.mod': ['go.mod', go(` // ${mark}`)],
      'beside indirect': ['go.mod', go(` // indirect ${mark}`)],
      'behind indirect, with slashes': ['go.mod', go(` // indirect //${mark}`)],
      'behind indirect and a semicolon': ['go.mod', go(` // indirect; ${mark}`)],
      'without blanks': ['go.mod', go(` //indirect//${mark}`)],
      'of a requirement on one line': ['go.mod', `module m\n\nrequire a.example/x v1.0.0 // indirect ${mark}\n`],
      'at the dependency of a POM': [
        'pom.xml',
        pom(`<dependency> <!--${mark}-->`, '<groupId>g</groupId>', '<artifactId>x</artifactId>', '<version>1</version>'),
      ],
      'at the group': [
        'pom.xml',
        pom('<dependency>', `<groupId>g</groupId> <!--${mark}-->`, '<artifactId>x</artifactId>', '<version>1</version>'),
      ],
      'at the artifact': [
        'pom.xml',
        pom('<dependency>', '<groupId>g</groupId>', `<artifactId>x</artifactId><!-- ${mark} -->`, '<version>1</version>'),
      ],
      'at the version': [
        'pom.xml',
        pom('<dependency>', '<groupId>g</groupId>', '<artifactId>x</artifactId>', `<version>1</version> <!--${mark}-->`),
      ],
      'first in the dependency': [
        'pom.xml',
        pom('<dependency>', `<!--${mark}-->`, '<groupId>g</groupId>', '<artifactId>x</artifactId>', '<version>1</version>'),
      ],
      'of requirements': ['requirements.txt', `x==1.0 #${mark}\n`],
      'of requirements, behind another comment': ['requirements.txt', `x==1.0  # via y ${mark}\n`],
      'of Gradle': ['build.gradle', `dependencies {\n  implementation 'g:x:1' // ${mark}\n}\n`],
      'of Gradle, in parts': [
        'build.gradle',
        `dependencies {\n  implementation group: 'g', name: 'x', version: '1' // ${mark}\n}\n`,
      ],
      'of Kotlin': ['build.gradle.kts', `dependencies {\n  implementation("g:x:1") /* ${mark} */\n}\n`],
      'of Cargo.toml': ['Cargo.toml', `[dependencies]\nx = "=1.0.0" # ${mark}\n`],
      'at the header of a table': ['Cargo.toml', `[dependencies.x] # ${mark}\nversion = "=1.0.0"\n`],
      'at another key of a table': ['Cargo.toml', `[dependencies.x]\nversion = "=1.0.0"\nfeatures = ["a"] # ${mark}\n`],
      'of pyproject.toml': ['pyproject.toml', `[project]\nname = "p"\ndependencies = [\n  "x==1.0", # ${mark}\n]\n`],
    };
    for (const [what, [path, text]] of Object.entries(ignored))
      it(`${mark} ${what} keeps the package quiet`, () => {
        assert.equal(told(path, text), 0);
        assert.ok(told(path, text.replaceAll(mark, 'other')) > 0);
      });
  }

  it('no other word and no other package is meant', () => {
    const heard: readonly (readonly [path: string, text: string])[] = [
      ['go.mod', go(' // indirect exhortignored')],
      ['go.mod', go(' // indirect no-exhortignore')],
      ['go.mod', 'module m\n\n// why we use exhortignore\nrequire a.example/x v1.0.0\n'],
      ['go.mod', 'module m\n\nrequire (\n\ta.example/y v1.0.0 // exhortignore\n\ta.example/x v1.0.0\n)\n'],
      ['Cargo.toml', '[dependencies]\ny = "1" # exhortignore\nx = "=1.0.0"\n'],
      ['pyproject.toml', '[project]\nname = "p"\ndependencies = ["y", # exhortignore\n  "x==1.0"]\n'],
      [
        'pom.xml',
        pom(
          '<dependency><!--exhortignore-->',
          '<groupId>g</groupId>',
          '<artifactId>y</artifactId>',
          '</dependency>',
          '<dependency>',
          '<groupId>g</groupId>',
          '<artifactId>x</artifactId>',
          '<version>1</version>',
        ),
      ],
    ];
    for (const [path, text] of heard) assert.ok(told(path, text) > 0, text);
  });

  it('at a plugin it is about the plugin, at what a plugin depends on about that', () => {
    const text = (plugin: string, inner: string): string =>
      `<project><build><plugins>\n<plugin>${plugin}\n<groupId>g</groupId>\n<artifactId>y</artifactId>\n<version>1</version>\n<dependencies>\n` +
      `<dependency>\n<groupId>g</groupId>${inner}\n<artifactId>x</artifactId>\n<version>1</version>\n</dependency>\n</dependencies>\n</plugin>\n</plugins></build></project>`;
    const spans: string[] = [];
    const each = dependencyRule({ ...vulnerableDependency.meta }, function* ({ model }) {
      for (const { nameSpan, name } of model.dependencies)
        yield { message: 'vulnerable', span: nameSpan, key: name, data: {} } as never;
    });
    for (const [plugin, inner] of [
      ['', ' <!--exhortignore-->'],
      [' <!--exhortignore-->', ''],
    ] as const) {
      const workspace = new Workspace({ today: '2026-11-28', rules: [each], advisories: known });
      workspace.set('pom.xml', text(plugin, inner));
      spans.push(
        workspace
          .report('pom.xml')
          .findings.map(({ span }) => text(plugin, inner).slice(span.start, span.end))
          .join(),
      );
    }
    assert.deepEqual(spans, ['y', '']);
  });
});
