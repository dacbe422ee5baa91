import assert from 'node:assert/strict';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { lockOf, rootsOf, shown, without } from '../support/dependencies.ts';

/** Text in a `dependencies` block → what is read, without the block. */
const GROOVY: readonly (readonly [string, ...string[]])[] = [
  [`implementation 'a:b:1.0'`, 'implementation a:b "1.0" =1.0'],
  [`implementation "a:b:1.0", 'c:d:2.0'`, 'implementation a:b "1.0" =1.0', 'implementation c:d "2.0" =2.0'],
  [`implementation('a:b:1',\n  'c:d:2'\n)`, 'implementation a:b "1" =1', 'implementation c:d "2" =2'],
  [`implementation group: 'a', name: 'b', version: '1'`, `implementation a:b 'b' "1" =1`],
  [`compile(group: "a", name: "b", version: "1", ext: 'jar')`, `compile a:b 'b' "1" =1`],
  [`api([group: 'a', name: 'b', version: '1'], [group: 'c', name: 'd'])`, `api a:b 'b' "1" =1`, `api c:d 'd'`],
  [`runtimeOnly 'a:b:1:linux-x86_64@zip'`, 'runtimeOnly a:b "1" =1 (linux-x86_64@zip)'],
  [`implementation 'a:b'`, 'implementation a:b'],
  [`implementation "a:b:$unknown"`, 'implementation a:b "${unknown}" from ${unknown} in no one place'],
  [`implementation "a:b:\${versions.x ?: '1'}"`, 'implementation a:b'],
  [`def v = '1.2'\nimplementation "a:b:$v", "c:d:\${v}"`, 'implementation a:b "1.2" =1.2', 'implementation c:d "1.2" =1.2'],
  [`ext.v = '1'\nimplementation "a:b:$rootProject.ext.v"`, 'implementation a:b "1" =1'],
  [`ext { v = '1' }\nimplementation "a:b:\${property('v')}"`, 'implementation a:b "1" =1'],
  [`ext.vs = [x: '1', y: '2']\nimplementation "a:b:$vs.y"`, 'implementation a:b "2" =2'],
  [`def v = '1'\nv = '2'\nimplementation "a:b:$v"`, 'implementation a:b'],
  [`def v = env ?: '2'\nimplementation "a:b:$v"`, 'implementation a:b'],
  [`def v = '1'\nimplementation 'a:b:' + v`, 'implementation a:b "1" =1'],
  [`ext.libs = [x: 'a:b:1']\nimplementation libs.x`, 'implementation a:b "1" =1'],
  [`implementation libs.a.b, libs.c`, `implementation catalog libs.a.b→ 'libs.a.b'`, `implementation catalog libs.c→ 'libs.c'`],
  [`implementation platform('a:bom:1')`, 'implementation a:bom "1" =1 (platform)'],
  [`implementation(enforcedPlatform(libs.bom))`, `implementation catalog libs.bom→ 'libs.bom'`],
  [`implementation('a:b') { version { strictly '[1, 2['; prefer '1.5' } }`, 'implementation a:b "[1, 2["'],
  [`implementation 'a:b:1.+', 'a:c:latest.release'`, 'implementation a:b "1.+"', 'implementation a:c "latest.release"'],
  [
    `implementation('a:b:1') {\n  exclude group: 'x', module: 'y'\n  exclude module: 'z'\n}`,
    'implementation a:b "1" =1',
    `implementation.exclude exclusion x:y 'y'`,
  ],
  [`constraints { implementation('a:b:1') { because 'x:y:z' } }`, 'implementation constraint a:b "1" =1'],
  [`testImplementation 'a:b:1'`, 'testImplementation test a:b "1" =1'],
  [`androidTestImplementation 'a:b:1'`, 'androidTestImplementation test a:b "1" =1'],
  [`annotationProcessor 'a:b:1'`, 'annotationProcessor dev a:b "1" =1'],
  [`kapt 'a:b:1'\nkspTest 'c:d:1'`, 'kapt dev a:b "1" =1', 'kspTest test c:d "1" =1'],
  [`myConfiguration 'a:b:1'`, 'myConfiguration a:b "1" =1'],
  [
    `if (x) { implementation 'a:b:1' } else { implementation 'a:b:2' }`,
    'implementation a:b "1" =1 if x',
    'implementation a:b "2" =2 if else',
  ],
  [`implementation project(':core'), files('a.jar'), fileTree(dir: 'libs')`],
  [`// implementation 'a:b:1'\n/* implementation 'a:b:2' */`],
  [`println 'a:b:1'\nimplementation 'https://a.example/b:c'\nimplementation 'some words: here: now'`],
  [`implementation ':local-jar:1'`],
];

const KOTLIN: readonly (readonly [string, ...string[]])[] = [
  [`implementation("a:b:1")`, 'implementation a:b "1" =1'],
  [`"custom"("a:b:1")`, 'custom a:b "1" =1'],
  [`add("implementation", "a:b:1")`, 'implementation a:b "1" =1'],
  [`implementation("a", "b", "1")`, `implementation a:b 'b' "1" =1`],
  [`implementation(group = "a", name = "b", version = "1")`, `implementation a:b 'b' "1" =1`],
  [`implementation(kotlin("stdlib", "1.9.0"))`, `implementation org.jetbrains.kotlin:kotlin-stdlib 'stdlib' "1.9.0" =1.9.0`],
  [`val v = "1"\nimplementation("a:b:$v-jre")`, 'implementation a:b "1-jre" =1-jre'],
  [`val v by extra("1")\nimplementation("a:b:$v")`, 'implementation a:b "1" =1'],
  [`val v: String by project\nimplementation("a:b:$v")`, 'implementation a:b "${v}" from ${v} in no one place'],
  [`extra["v"] = "1"\nimplementation("a:b:\${property("v")}")`, 'implementation a:b "1" =1'],
  [`val vs = mapOf("x" to "1")\nimplementation("a:b:\${vs["x"]}")`, 'implementation a:b "1" =1'],
  [
    `implementation(libs.x) { exclude(group = "a", module = "b") }`,
    `implementation catalog libs.x→ 'libs.x'`,
    `implementation.exclude exclusion a:b 'b'`,
  ],
  [`implementation("a:b") { version { require("1") } }`, 'implementation a:b "1" =1'],
  [`implementation(projects.core)\nimplementation(project(":x"))`],
];

describe('build.gradle', () => {
  for (const [language, path, table] of [
    ['Groovy', 'build.gradle', GROOVY],
    ['Kotlin', 'build.gradle.kts', KOTLIN],
  ] as const)
    for (const [inside, ...lines] of table)
      it(`reads ${language}: ${inside.replaceAll('\n', '⏎')}`, () => {
        const read = shown(path, `dependencies {\n${inside}\n}\n`);
        assert.deepEqual(
          read.map((line) => line.trim().replaceAll(/ +/g, ' ')),
          lines.map((line) => line.trim()),
        );
      });

  it('knows what else a script has', () => {
    const text = `#!/usr/bin/env gradle
buildscript {
  repositories { jcenter() }
  dependencies { classpath 'p:q:1' }
}
plugins {
  id 'x.y' version '1.0' apply false // why
  id 'java'
}
subprojects { dependencies { api 'a:b:1' } }
project(':c') { dependencies { api 'a:b:2' } }
configurations.all {
  resolutionStrategy { force 'f:g:1' }
  exclude group: 'e', module: 'f'
}
dependencyManagement {
  imports { mavenBom 'sp:bom:1' }
  dependencies {
    dependency 'm:n:1'
    dependencySet(group: 'ds', version: '2') { entry 'x' }
  }
}
repositories {
  mavenLocal()
  maven { url = uri('https://m.example'); content { includeGroup 'a' } }
  if (x) { maven { url 'http://n.example'; allowInsecureProtocol = true } }
}
publishing { repositories { maven { url "https://o.example" } } }
`;
    assert.deepEqual(shown('build.gradle', text), [
      'buildscript.classpath dev p:q "1" =1',
      `plugins dev x.y→x.y:x.y.gradle.plugin 'x.y' "1.0" =1.0`,
      'subprojects.api a:b "1" =1',
      'project(:c).api a:b "2" =2',
      'force override f:g "1" =1',
      `exclude exclusion e:f 'f'`,
      'mavenBom constraint sp:bom "1" =1',
      'dependency constraint m:n "1" =1',
      `dependencySet constraint ds:x 'x' "2" =2`,
    ]);
    const file = parseDependencies('build.gradle', text);
    assert.deepEqual(
      file.repositories?.map(({ section, type, url, isFiltered, isConditional, insecure }) => [
        section,
        type,
        url,
        isFiltered,
        isConditional,
        insecure && text.slice(insecure.start, insecure.end),
      ]),
      [
        ['buildscript.repositories', 'jcenter', undefined, false, false, undefined],
        ['repositories', 'mavenLocal', undefined, false, false, undefined],
        ['repositories', 'maven', 'https://m.example', true, false, undefined],
        ['repositories', 'maven', 'http://n.example', false, true, 'allowInsecureProtocol = true'],
        ['publishing.repositories', 'maven', 'https://o.example', false, false, undefined],
      ],
    );
    assert.deepEqual(
      file.comments.map((one) => [one.text, text.slice(one.covers.start, one.covers.end)]),
      [
        ['/usr/bin/env gradle', 'buildscript {'],
        ['why', "  id 'x.y' version '1.0' apply false // why"],
      ],
    );
  });

  it('deletes an entry with its lines', () => {
    const text = "dependencies {\n  api 'a:b:1' // why\n  api('c:d:1') {\n    transitive = false\n  }\n}\n";
    assert.equal(without('build.gradle', text, 'a:b'), text.replace("  api 'a:b:1' // why\n", ''));
    assert.equal(without('build.gradle', text, 'c:d'), "dependencies {\n  api 'a:b:1' // why\n}\n");
    const [first] = parseDependencies('build.gradle', "dependencies { api 'a:b:1', 'c:d:1' }").dependencies;
    assert.equal(first?.deletion, undefined);
  });

  it('names the variable that another file has to define', () => {
    const requirementOf = (path: string, inside: string) => {
      const text = `dependencies {\n${inside}\n}\n`;
      const [dependency] = parseDependencies(path, text).dependencies;
      return [dependency?.template, text.slice(dependency?.requirementSpan?.start, dependency?.requirementSpan?.end)];
    };
    assert.deepEqual(requirementOf('build.gradle', 'api "a:b:${rootProject.ext.v}"'), ['${v}', '${rootProject.ext.v}']);
    assert.deepEqual(requirementOf('build.gradle', "api group: 'a', name: 'b', version: vs.b"), ['${vs.b}', 'vs.b']);
    assert.deepEqual(requirementOf('build.gradle', "api 'a:b:' + project.v"), ['${v}', 'project.v']);
    assert.deepEqual(requirementOf('build.gradle.kts', 'api("a:b:${libs.versions.x.y.get()}")'), [
      '${libs.versions.x.y}',
      '${libs.versions.x.y.get()}',
    ]);
    assert.deepEqual(requirementOf('build.gradle', "api 'a:b:' + v + '-x'"), [
      undefined,
      "dependencies {\napi 'a:b:' + v + '-x'\n}\n",
    ]);
    const text = "buildscript { ext.a = '1' }\next { b = '2'; c = a ? '1' : '2' }\ndef d = '3'\napply from: 'x.gradle'\n";
    const { variables, inherits } = parseDependencies('build.gradle', text);
    assert.deepEqual(
      variables?.map(({ name, value, isUncertain }) => [name, value, isUncertain]),
      [
        ['a', '1', undefined],
        ['b', '2', undefined],
        ['c', '', true],
      ],
    );
    assert.deepEqual(inherits, [{ path: 'x.gradle' }]);
  });

  it('keeps the place of a version in a variable', () => {
    const text = 'ext.v = \'1.0\'\ndependencies { api "a:b:$v" }\n';
    const [dependency] = parseDependencies('build.gradle', text).dependencies;
    assert.deepEqual(dependency?.requirementSpan, { start: 9, end: 12 });
  });
});

describe('settings.gradle', () => {
  it('reads plugins, catalogs and projects', () => {
    const text = `pluginManagement {
    plugins { id("a.b") version "1" }
    repositories { gradlePluginPortal() }
}
dependencyResolutionManagement {
    versionCatalogs {
        create("libs") {
            version("v", "2")
            library("x", "a:b:1")
            library("y", "c", "d").versionRef("v")
        }
    }
}
include("app", ":lib:core")
`;
    assert.deepEqual(shown('settings.gradle.kts', text), [
      `pluginManagement.plugins dev a.b→a.b:a.b.gradle.plugin 'a.b' "1" =1`,
      'libraries a:b "1" =1',
      `libraries c:d 'd' "2" =2`,
    ]);
    assert.deepEqual(parseDependencies('settings.gradle.kts', text).workspaces, ['app', 'lib/core']);
  });
});

describe('version catalogs', () => {
  it('reads every notation', () => {
    const text = `[versions]
a = "1.0"
rich = { strictly = "[1,2[", prefer = "1.5" }
[libraries]
b = "g:b:1"
c = { module = "g:c", version.ref = "a" }
d = { group = "g", name = "d", version = { ref = "rich" } }
e = { module = "g:e", version = { require = "3" } }
f.module = "g:f"
f.version.ref = "a"
h = { module = "g:h" }
i = { module = "g:i", version.ref = "nowhere" }
[plugins]
p = "x.y:1"
q = { id = "x.z", version.ref = "a" }
`;
    assert.deepEqual(shown('gradle/tools.versions.toml', text), [
      'libraries g:b "1" =1',
      'libraries g:c "1.0" =1.0',
      `libraries g:d 'd' "[1,2["`,
      'libraries g:e "3" =3',
      'libraries g:f "1.0" =1.0',
      'libraries g:h',
      'libraries g:i',
      `plugins dev x.y:x.y.gradle.plugin 'x.y' "1" =1`,
      `plugins dev x.z→x.z:x.z.gradle.plugin 'x.z' "1.0" =1.0`,
    ]);
  });
});

describe('gradle.lockfile', () => {
  const text = '# generated\na:b:1.0=compileClasspath,runtimeClasspath\nc:d:2=testCompileClasspath\ne:f:1=x\ne:f:2=y\nempty=z\n';

  it('reads versions and whom they are for', () => {
    assert.deepEqual(shown('gradle.lockfile', text), [
      'compileClasspath,runtimeClasspath a:b =1.0',
      'testCompileClasspath test c:d =2',
      'x e:f =1',
      'y e:f =2',
    ]);
    assert.deepEqual(shown('gradle/dependency-locks/testCompileClasspath.lockfile', 'a:b:1\n'), [
      'testCompileClasspath test a:b =1',
    ]);
    assert.deepEqual(shown('buildscript-gradle.lockfile', 'a:b:1=classpath\r\n'), ['classpath dev a:b =1']);
    assert.deepEqual(rootsOf('gradle.lockfile', text), [['', 'no manifest known', 'a:b 1.0, c:d 2', 'e:f']]);
  });

  it('is for the script of its folder', () => {
    assert.equal(lockOf({ 'gradle.lockfile': text }, 'build.gradle')?.locked.get('a:b')?.version, '1.0');
    assert.equal(lockOf({ 'gradle.lockfile': text }, 'build.gradle.kts')?.path, 'gradle.lockfile');
    assert.equal(lockOf({ 'gradle.lockfile': text }, 'app/build.gradle'), undefined);
  });
});

describe('properties', () => {
  it('reads keys, values and the version of the tool', () => {
    const text =
      '# c\ndistributionUrl=https\\://g.example/distributions/gradle-8.10.2-bin.zip\n key with = x\nlong : a\\\n   b\n! d\nflag\n';
    const file = parseDependencies('gradle/wrapper/gradle-wrapper.properties', text);
    assert.deepEqual(
      file.settings.map(({ key, value }) => [key, value]),
      [
        ['distributionUrl', 'https://g.example/distributions/gradle-8.10.2-bin.zip'],
        ['key', 'with = x'],
        ['long', 'ab'],
        ['flag', ''],
      ],
    );
    const tool = (path: string, url: string): string[] =>
      parseDependencies(path, `distributionUrl=${url}\n`).runtimes.map(({ name, requirement }) => `${name} ${requirement}`);
    assert.deepEqual(
      file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ['gradle 8.10.2'],
    );
    assert.deepEqual(tool('gradle-wrapper.properties', 'https://g.example/gradle-9.0-rc-1-all.zip'), ['gradle 9.0-rc-1']);
    assert.deepEqual(tool('maven-wrapper.properties', 'https://m.example/apache-maven-3.9.6-bin.zip'), ['maven 3.9.6']);
    assert.deepEqual(tool('maven-wrapper.properties', 'https://m.example/other.zip'), []);
  });
});

describe('verification-metadata.xml', () => {
  it('reads switches and what is trusted', () => {
    const text =
      '<verification-metadata><configuration><verify-metadata>true</verify-metadata><trusted-artifacts><trust group="a" name="b" version="1" reason="c"/><trust file=".*-sources.jar" regex="true"/></trusted-artifacts></configuration></verification-metadata>';
    assert.deepEqual(
      parseDependencies('gradle/verification-metadata.xml', text).settings.map(({ section, key, value }) => [
        section,
        key,
        value,
      ]),
      [
        ['configuration', 'verify-metadata', 'true'],
        ['trusted-artifacts', 'group name version', 'a'],
        ['trusted-artifacts', 'file regex', '.*-sources.jar'],
      ],
    );
  });
});
