import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { findingsIn, verdictsIn } from '../../support/told.ts';

const known = advisories(
  { id: 'GHSA-1', name: 'm:a', ecosystem: 'Maven', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-2', name: 'a', ecosystem: 'PyPI', ranges: [['0', '1.2.0']] },
);
const SCRIPT = { 'build.gradle': "plugins { id 'java' }\n" };
const ASKING = { 'build.gradle': "dependencies {\n  implementation 'm:a:1.+'\n}\n" };
const TRANSITIVE = 'vulnerable-transitive-dependency: m:a 1.0.0, which other modules bring in';
const entry = (configurations = ''): string => `m:a:1.0.0${configurations}\n`;
const pipenv = (...categories: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(categories.map((name) => [name, { a: { version: '==1.0.0' } }])));

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, verdicts: readonly string[]])[] = [
  ['gradle.lockfile alone', { 'gradle.lockfile': entry('=a') }, ['gradle.lockfile:1 vulnerable-dependency: m:a 1.0.0']],
  ['gradle.lockfile', { ...SCRIPT, 'gradle.lockfile': entry('=a') }, [`gradle.lockfile:1 ${TRANSITIVE}`]],
  [
    'buildscript-gradle.lockfile',
    { ...SCRIPT, 'buildscript-gradle.lockfile': entry('=classpath') },
    [`buildscript-gradle.lockfile:1 ${TRANSITIVE}`],
  ],
  [
    'settings-gradle.lockfile',
    { 'settings.gradle.kts': '', 'settings-gradle.lockfile': entry('=classpath') },
    [`settings-gradle.lockfile:1 ${TRANSITIVE}`],
  ],
  [
    'a file for each configuration',
    {
      ...SCRIPT,
      'gradle/dependency-locks/annotationProcessor.lockfile': entry(),
      'gradle/dependency-locks/compileClasspath.lockfile': entry(),
      'gradle/dependency-locks/runtimeClasspath.lockfile': entry(),
    },
    [`gradle/dependency-locks/compileClasspath.lockfile:1 ${TRANSITIVE}`],
  ],
  [
    'a file for each configuration, alone',
    {
      'p/gradle/dependency-locks/compileClasspath.lockfile': entry(),
      'p/gradle/dependency-locks/runtimeClasspath.lockfile': entry(),
    },
    ['p/gradle/dependency-locks/compileClasspath.lockfile:1 vulnerable-dependency: m:a 1.0.0'],
  ],
  [
    'what a script asks for in a file for each configuration',
    { ...ASKING, 'gradle/dependency-locks/runtimeClasspath.lockfile': entry() },
    ['build.gradle:2 vulnerable-dependency: m:a 1.0.0 (locked in gradle/dependency-locks/runtimeClasspath.lockfile)'],
  ],
  ['Pipfile.lock alone', { 'Pipfile.lock': pipenv('default') }, ['Pipfile.lock:1 vulnerable-dependency: a 1.0.0']],
  [
    'Pipfile.lock alone, with two categories',
    { 'Pipfile.lock': pipenv('default', 'develop') },
    ['Pipfile.lock:1 vulnerable-dependency: a 1.0.0'],
  ],
  [
    'what a Pipfile asks for',
    { Pipfile: '[packages]\na = "*"\n', 'Pipfile.lock': pipenv('default', 'develop') },
    ['Pipfile:2 vulnerable-dependency: a 1.0.0 (locked in Pipfile.lock)'],
  ],
  [
    'what a Pipfile does not ask for',
    { Pipfile: '[packages]\nb = "*"\n', 'Pipfile.lock': pipenv('default', 'develop') },
    ['Pipfile.lock:1 vulnerable-transitive-dependency: a 1.0.0'],
  ],
  [
    'what only development brings in',
    { Pipfile: '[dev-packages]\nb = "*"\n', 'Pipfile.lock': pipenv('develop') },
    ['Pipfile.lock:1 vulnerable-transitive-dependency: a 1.0.0 (development only)'],
  ],
];

describe('a lockfile that does not say who asks for whom', () => {
  for (const [name, files, verdicts] of CASES)
    it(`tells one thing once: ${name}`, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });

  it('is repaired by a constraint of the script where one reaches it', () => {
    const fixesOf = (file: string): readonly string[] =>
      findingsIn({ ...ASKING, 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n}\n", [file]: entry() }, known)
        .filter(({ rule }) => rule.endsWith('vulnerable-transitive-dependency'))
        .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.equal(fixesOf('gradle/dependency-locks/runtimeClasspath.lockfile').length, 1);
    assert.equal(fixesOf('gradle.lockfile').length, 1);
    assert.deepEqual(fixesOf('buildscript-gradle.lockfile'), []);
  });
});
