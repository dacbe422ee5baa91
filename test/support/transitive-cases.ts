import { advisories } from './advisories.ts';
import type { Caught, Clean } from './rule-tester.ts';

interface Cases {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
}

const everything = {
  advisories: advisories(
    { id: 'GHSA-1', ecosystem: 'Maven', name: 'm:a', ranges: [['0', '1.2.0']] },
    { id: 'GHSA-2', ecosystem: 'Maven', name: 'm:worse', ranges: [['0']] },
    { id: 'GHSA-3', ecosystem: 'Maven', name: 'm:guava', ranges: [['0', '32.0.0-android']] },
  ),
};
const lock = (line: string): { path: string; code: string } => ({
  path: 'gradle.lockfile',
  code: `# generated\n${line}\nm:b:1.0=runtimeClasspath\nempty=\n`,
});
const says = (what = 'm:a 1.0.0', id = 'GHSA-1', safe = '1.2.0 is the smallest safe version'): string =>
  `${what}, which other modules bring in, is affected by ${id}, high: bad things happen. ${safe} (test data, 2026-11-01).`;
const main = lock('m:a:⟦1.0.0⟧=compileClasspath,runtimeClasspath');
const plain = lock('m:a:1.0.0=compileClasspath,runtimeClasspath');

/** What Gradle locks beyond what scripts ask for: raised by a constraint of the script beside. */
export const TRANSITIVE_IN_GRADLE: Cases = {
  clean: [
    // Alone, it is another rule's matter; so is what a script asks for.
    { ...plain, ...everything },
    { ...plain, files: { 'build.gradle': "dependencies { implementation 'm:a:1.0.0' }\n" }, ...everything },
    // The constraint is there, the lockfile is older.
    {
      ...plain,
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n  constraints { implementation 'm:a:1.2.0' }\n}\n" },
      ...everything,
    },
    {
      ...plain,
      files: { 'build.gradle': "configurations.all { resolutionStrategy { force 'm:a:1.2.0' } }\n" },
      ...everything,
    },
  ],
  caught: [
    {
      ...main,
      files: { 'build.gradle': "plugins { id 'java' }\n\ndependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says(),
      others: {
        'build.gradle':
          "plugins { id 'java' }\n\ndependencies {\n  implementation 'm:b:1.0'\n  constraints {\n    implementation 'm:a:1.2.0'\n  }\n}\n",
      },
      ...everything,
    },
    {
      ...main,
      files: { 'build.gradle.kts': 'dependencies {\n\tapi(libs.b)\n\tconstraints {\n\t\tapi("m:c:1")\n\t}\n}\n' },
      says: says(),
      others: {
        'build.gradle.kts':
          'dependencies {\n\tapi(libs.b)\n\tconstraints {\n\t\timplementation("m:a:1.2.0")\n\t\tapi("m:c:1")\n\t}\n}\n',
      },
      ...everything,
    },
    {
      ...main,
      files: { 'build.gradle.kts': 'dependencies { implementation("m:b:1.0") }\n' },
      says: says(),
      others: { 'build.gradle.kts': 'dependencies { implementation("m:b:1.0"); constraints { implementation("m:a:1.2.0") } }\n' },
      ...everything,
    },
    {
      ...lock('m:a:⟦1.0.0⟧=testCompileClasspath,testRuntimeClasspath'),
      files: { 'build.gradle': "dependencies {\n    testImplementation 'm:b:1.0'\n}\n" },
      says: says(),
      severity: 'medium',
      others: {
        'build.gradle':
          "dependencies {\n    testImplementation 'm:b:1.0'\n    constraints {\n        testImplementation 'm:a:1.2.0'\n    }\n}\n",
      },
      ...everything,
    },
    {
      ...lock('m:guava:⟦31.1-jre⟧=runtimeClasspath'),
      files: {
        'app/build.gradle': '',
        'build.gradle': "dependencies {\n  implementation('m:b:1.0') {\n    transitive = true\n  }\n}\n",
      },
      says: says('m:guava 31.1-jre', 'GHSA-3', '32.0.0-jre is the smallest safe version'),
      others: {
        'build.gradle':
          "dependencies {\n  implementation('m:b:1.0') {\n    transitive = true\n  }\n  constraints {\n    implementation 'm:guava:32.0.0-jre'\n  }\n}\n",
      },
      ...everything,
    },
    // Nothing to be offered: processors have configurations of their own, a script without dependencies says nothing of its own.
    {
      ...lock('m:a:⟦1.0.0⟧=annotationProcessor'),
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says(),
      severity: 'medium',
      ...everything,
    },
    { ...main, files: { 'build.gradle.kts': 'plugins { id("convention") }\n' }, says: says(), ...everything },
    {
      ...lock('m:worse:⟦1.0.0⟧=runtimeClasspath'),
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says('m:worse 1.0.0', 'GHSA-2', 'No safe version is known'),
      ...everything,
    },
  ],
};
