import { advisories } from './advisories.ts';
import type { Caught, Clean } from './rule-tester.ts';

interface Cases {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
}

const everything = {
  advisories: advisories(
    { id: 'GHSA-6', name: 'm:a', ecosystem: 'Maven', ranges: [['0', '1.2.0']] },
    { id: 'GHSA-7', name: 'm:guava', ecosystem: 'Maven', ranges: [['0', '32.0.0-android']] },
    { id: 'GO-1', name: 'example.com/m', ecosystem: 'Go', ranges: [['0', '1.2.0']] },
  ),
};

const tail = (id: string, safe: string): string =>
  ` is affected by ${id}: bad things happen. ${safe} is the smallest safe version (test data, 2026-11-01).`;

/** Versions of Gradle wherever a build says them: in scripts, catalogs, properties and lockfiles. */
export const VULNERABLE: Cases = {
  clean: [
    {
      path: 'build.gradle',
      code: "dependencies { implementation 'm:a:1.2.0', 'm:b'\n  implementation \"m:a:$unknown\" }\n",
      ...everything,
    },
    {
      path: 'build.gradle',
      code: "dependencies { implementation 'm:a:[1.0,2)' ; configurations.all { exclude group: 'm', module: 'a' } }\n",
      ...everything,
    },
    {
      path: 'build.gradle.kts',
      code: 'dependencies { implementation("m:a:1.0.0") }\n',
      files: { 'gradle.lockfile': 'm:a:1.3.0=compileClasspath\n' },
      ...everything,
    },
    {
      path: 'gradle.lockfile',
      code: 'm:a:1.0.0=compileClasspath\n',
      files: { 'build.gradle.kts': 'dependencies { implementation("m:a:1.0.0") }\n' },
      ...everything,
    },
    {
      path: 'gradle.lockfile',
      code: 'm:a:1.0.0=compileClasspath\n',
      files: { 'gradle/libs.versions.toml': '[libraries]\na = "m:a:1.0.0"\n' },
      ...everything,
    },
    {
      path: 'app/build.gradle',
      code: 'dependencies { implementation "m:a:$v" }\n',
      files: { 'build.gradle': "ext.v = x ? '1.0' : '1.1'\n", 'other/gradle.properties': 'v=1.0\n' },
      ...everything,
    },
    {
      path: 'nested/app/build.gradle',
      code: 'dependencies { implementation "m:a:$v" }\n',
      files: { 'gradle.properties': 'v=1.0\n', 'nested/settings.gradle': '' },
      ...everything,
    },
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'm:a:1.0'\n  constraints { implementation 'm:a:1.2.0' }\n}\n",
      ...everything,
    },
    {
      path: 'build.gradle',
      code: "configurations.all { resolutionStrategy.force 'm:a:1.3' }\ndependencies { implementation 'm:a:1.0' }\n",
      ...everything,
    },
    { path: 'go.sum', code: 'example.com/m v1.0.0 h1:A=\nexample.com/m v1.0.0/go.mod h1:A=\n', ...everything },
  ],
  caught: [
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'm:a:⟦1.0.0⟧'\n  implementation group: 'm', name: 'a', version: '⟦1.1⟧', classifier: 'tests'\n}\n",
      ...everything,
      says: [`m:a 1.0.0${tail('GHSA-6', '1.2.0')}`, `m:a 1.1${tail('GHSA-6', '1.2.0')}`],
      fixed:
        "dependencies {\n  implementation 'm:a:1.2.0'\n  implementation group: 'm', name: 'a', version: '1.2.0', classifier: 'tests'\n}\n",
    },
    {
      path: 'gradle/dependencies.gradle',
      code: "ext.libs = [a: 'm:a:⟦1.0.0⟧', b: 'm:b:1']\n",
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      fixed: "ext.libs = [a: 'm:a:1.2.0', b: 'm:b:1']\n",
    },
    {
      path: 'build.gradle',
      code: 'ext.aVersion = \'⟦1.0.0⟧\'\ndependencies { implementation "m:a:${aVersion}" }\n',
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      fixed: 'ext.aVersion = \'1.2.0\'\ndependencies { implementation "m:a:${aVersion}" }\n',
    },
    {
      path: 'app/build.gradle',
      code: 'dependencies { implementation "m:a:⟦$aVersion⟧" }\n',
      files: { 'gradle.properties': 'org.gradle.jvmargs=-Xmx1g\naVersion = 1.0.0\n' },
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      others: { 'gradle.properties': 'org.gradle.jvmargs=-Xmx1g\naVersion = 1.2.0\n' },
    },
    {
      path: 'app/build.gradle',
      code: "dependencies { implementation group: 'm', name: 'a', version: ⟦rootProject.ext.vs.a⟧ }\n",
      files: { 'build.gradle': "ext {\n  vs = [a: '1.0.0']\n}\n", 'settings.gradle': "include 'app'\n" },
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      others: { 'build.gradle': "ext {\n  vs = [a: '1.2.0']\n}\n" },
    },
    {
      path: 'build.gradle',
      code: 'apply from: \'gradle/versions.gradle\'\ndependencies { implementation "m:a:⟦${versions.a}⟧" }\n',
      files: { 'gradle/versions.gradle': "ext.versions = [:]\next.versions.a = '1.0.0'\n" },
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      others: { 'gradle/versions.gradle': "ext.versions = [:]\next.versions.a = '1.2.0'\n" },
    },
    {
      path: 'build.gradle.kts',
      code: 'dependencies { implementation("m:a:⟦${libs.versions.a.core.get()}⟧") }\n',
      files: { 'gradle/libs.versions.toml': '[versions]\na-core = "1.0.0"\n' },
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      others: { 'gradle/libs.versions.toml': '[versions]\na-core = "1.2.0"\n' },
    },
    {
      path: 'build.gradle.kts',
      code: 'dependencies {\n    testImplementation("m:a:⟦1.0.0⟧")\n}\n',
      ...everything,
      says: `m:a 1.0.0 (development only)${tail('GHSA-6', '1.2.0')}`,
      severity: 'medium',
      fixed: 'dependencies {\n    testImplementation("m:a:1.2.0")\n}\n',
    },
    {
      path: 'gradle/libs.versions.toml',
      code: '[versions]\nx = "⟦1.0.0⟧"\n[libraries]\na = { module = "m:a", version.ref = "x" }\n',
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
      fixed: '[versions]\nx = "1.2.0"\n[libraries]\na = { module = "m:a", version.ref = "x" }\n',
    },
    {
      path: 'build.gradle',
      code: "dependencies { implementation 'm:a:⟦1.+⟧' }\n",
      files: { 'gradle.lockfile': '# generated\nm:a:1.0.0=compileClasspath,runtimeClasspath\nempty=\n' },
      ...everything,
      says: `m:a 1.0.0 (locked in gradle.lockfile)${tail('GHSA-6', '1.2.0')}`,
      fixed: "dependencies { implementation 'm:a:[1.2.0,2)' }\n",
    },
    {
      path: 'gradle.lockfile',
      code: 'm:a:⟦1.0.0⟧=compileClasspath\n',
      ...everything,
      says: `m:a 1.0.0${tail('GHSA-6', '1.2.0')}`,
    },
    {
      path: 'build.gradle',
      code: "dependencies {\n  api 'm:guava:⟦31.0.1-jre⟧'\n  api 'm:guava:⟦31.0-android⟧:sources'\n}\n",
      ...everything,
      says: [`m:guava 31.0.1-jre${tail('GHSA-7', '32.0.0-jre')}`, `m:guava 31.0-android${tail('GHSA-7', '32.0.0-android')}`],
      fixed: "dependencies {\n  api 'm:guava:32.0.0-jre'\n  api 'm:guava:32.0.0-android:sources'\n}\n",
    },
    // Before there were flavours, there was one for Java's own runtime.
    {
      path: 'build.gradle',
      code: "dependencies { api 'm:guava:⟦10.0.1⟧' }\n",
      ...everything,
      says: `m:guava 10.0.1${tail('GHSA-7', '32.0.0-jre')}`,
      fixed: "dependencies { api 'm:guava:32.0.0-jre' }\n",
    },
  ],
};
