import { dynamicVersion } from '../../../server/src/rules/dependencies/dynamic-version.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';
import { DYNAMIC } from '../../support/xml-declaration-cases.ts';

const says = (name: string, requirement: string): string =>
  `${name} takes the newest version that fits ${requirement}, whatever that is when it is built. Name the version that was tested.`;
const known = (name: string, requirement: string, version: string, path: string): string =>
  `${name} takes the newest version that fits ${requirement}, whatever that is when it is built. Name a version, such as ${version}, which ${path} has.`;
const groovy = (inside: string) => ({ path: 'build.gradle', code: `dependencies {\n${inside}\n}\n` });
const kotlin = (inside: string) => ({ path: 'build.gradle.kts', code: `dependencies {\n${inside}\n}\n` });

const AFFECTED = advisories({ id: 'GHSA-1', ecosystem: 'Maven', name: 'a:b', ranges: [['0', '1.4']] });

testRule(dynamicVersion, {
  clean: [
    ...DYNAMIC.clean,
    groovy("  implementation 'a:b:1.0'"),
    groovy("  implementation 'a:b:1.0+build', 'a:c:1.0-SNAPSHOT'\n  // implementation 'a:b:+'"),
    groovy("  implementation 'a:b:[1,2)'\n  implementation 'a:b'"),
    groovy('  implementation "a:b:$version"\n  implementation "a:b:${v}+"'),
    groovy("  exclude group: 'a', module: '+'\n  println 'a:b:+'"),
    groovy("  implementation files('a-1.+.jar')"),
    groovy("  implementation 'org:latest.release:1'"),
    kotlin('  implementation(libs.latest.release)'),
    { path: 'gradle/libs.versions.toml', code: '[versions]\nunused = "1.+"\n[libraries]\na = "a:b:1"\n' },
    { path: 'gradle.lockfile', code: 'a:b:1.0=compileClasspath\n' },
    { path: 'package.json', code: '{"dependencies":{"a":"*","b":"latest"}}' },
  ],
  caught: [
    ...DYNAMIC.caught,
    { ...groovy("  implementation 'a:b:⟦+⟧'"), says: says('a:b', '+') },
    { ...groovy("  implementation 'a:b:⟦1.2.+⟧@aar', 'c:d:⟦1+⟧'"), says: [says('a:b', '1.2.+'), says('c:d', '1+')] },
    {
      ...groovy("  api group: 'a', name: 'b', version: '⟦latest.release⟧'\n  testApi 'c:d:⟦latest.integration⟧'"),
      says: [says('a:b', 'latest.release'), says('c:d', 'latest.integration')],
    },
    { ...groovy("  classpath 'a:b:⟦RELEASE⟧', 'a:c:⟦LATEST⟧'"), says: [says('a:b', 'RELEASE'), says('a:c', 'LATEST')] },
    { path: 'build.gradle', code: "plugins { id 'x.y' version '⟦1.+⟧' }\n", says: says('x.y', '1.+') },
    {
      path: 'build.gradle',
      code: 'ext.v = \'⟦2.+⟧\'\ndependencies { implementation "a:b:$v" }\n',
      says: says('a:b', '2.+'),
    },
    { ...kotlin('  constraints { implementation("a:b:⟦1.+⟧") }'), says: says('a:b', '1.+') },
    { ...kotlin('  implementation("a:b") { version { require("⟦3.+⟧") } }'), says: says('a:b', '3.+') },
    {
      path: 'gradle/libs.versions.toml',
      code: '[versions]\nv = "⟦1.+⟧"\n[libraries]\na = { module = "a:b", version.ref = "v" }\n',
      says: says('a:b', '1.+'),
    },
    {
      ...groovy("  implementation 'a:b:⟦1.+⟧'"),
      files: { 'gradle.lockfile': 'a:b:1.4.2=compileClasspath,runtimeClasspath\n' },
      says: known('a:b', '1.+', '1.4.2', 'gradle.lockfile'),
      severity: 'info',
      fixed: "dependencies {\n  implementation 'a:b:1.4.2'\n}\n",
    },
    {
      ...kotlin('  implementation("a:b:⟦+⟧")'),
      files: { 'app/build.gradle': "dependencies { implementation 'a:b:1.3' }" },
      says: known('a:b', '+', '1.3', 'app/build.gradle'),
      fixed: 'dependencies {\n  implementation("a:b:1.3")\n}\n',
    },
    {
      ...kotlin('  implementation("a:b:⟦+⟧")'),
      path: 'app/build.gradle.kts',
      files: { 'gradle/libs.versions.toml': '[libraries]\na = "a:b:1.3"\n' },
      says: known('a:b', '+', '1.3', 'gradle/libs.versions.toml'),
      fixed: 'dependencies {\n  implementation("a:b:1.3")\n}\n',
    },
    // Another project's; one declared twice; one that an advisory affects.
    {
      ...groovy("  implementation 'a:b:⟦+⟧'"),
      path: 'one/build.gradle',
      files: { 'two/build.gradle': "dependencies { implementation 'a:b:1.3' }" },
      says: says('a:b', '+'),
    },
    { ...groovy("  implementation 'a:b:⟦+⟧'\n  implementation 'a:b:1.3'"), says: says('a:b', '+') },
    {
      ...groovy("  implementation 'a:b:⟦+⟧'"),
      advisories: AFFECTED,
      files: { 'app/build.gradle': "dependencies { implementation 'a:b:1.3' }" },
      says: says('a:b', '+'),
    },
    {
      ...groovy("  implementation 'a:b:⟦1.+⟧'"),
      advisories: AFFECTED,
      files: { 'gradle.lockfile': 'a:b:1.3=compileClasspath\n' },
      says: says('a:b', '1.+'),
      severity: 'info',
    },
  ],
});
