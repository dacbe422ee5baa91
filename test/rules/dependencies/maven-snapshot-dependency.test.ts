import { mavenSnapshotDependency } from '../../../server/src/rules/dependencies/maven-snapshot-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, version: string): string =>
  `${name} ${version} is a snapshot, which changes without its version changing. Depend on a release.`;
const dependency = (version: string, group = 'g', artifact = 'a'): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
const project = (
  content: string,
  head = '<groupId>own</groupId><artifactId>app</artifactId><version>1-SNAPSHOT</version>',
): string => `<project>${head}${content}</project>`;
const asked = (...all: readonly string[]): string => `<dependencies>${all.join('')}</dependencies>`;
const pom = (code: string): { path: string; code: string } => ({ path: 'pom.xml', code });

testRule(mavenSnapshotDependency, {
  clean: [
    pom(project(asked(dependency('1.0')))),
    pom(project(asked(dependency('[1.0,2.0-SNAPSHOT)')))),
    pom(project(asked(dependency('${unknown}'), dependency('1-SNAPSHOT-beta')))),
    // Modules of the same project.
    pom(project(`<properties><core>\${project.version}</core></properties>${asked(dependency('${core}'))}`)),
    pom(
      project(
        asked(dependency('${project.version}'), dependency('${revision}'), dependency('1-SNAPSHOT', 'own', 'core')),
        undefined,
      ),
    ),
    pom(project(`<properties><revision>2-SNAPSHOT</revision></properties>${asked(dependency('${revision}'))}`)),
    {
      ...pom(project(asked(dependency('9-SNAPSHOT')))),
      files: { 'a/pom.xml': project('', '<groupId>g</groupId><artifactId>a</artifactId>') },
    },
    pom(
      project(
        '',
        '<parent><groupId>own</groupId><artifactId>parent</artifactId><version>1-SNAPSHOT</version></parent><artifactId>app</artifactId>',
      ),
    ),
    {
      path: 'app/pom.xml',
      code: project(
        '',
        '<parent><groupId>p</groupId><artifactId>parent</artifactId><version>1-SNAPSHOT</version></parent><groupId>own</groupId><artifactId>app</artifactId>',
      ),
      files: { 'pom.xml': project('', '<groupId>p</groupId><artifactId>parent</artifactId><version>1-SNAPSHOT</version>') },
    },
    pom('<project><version>1-SNAPSHOT</version></project>'),
    { path: 'package.json', code: '{"dependencies":{"a":"1.0.0-SNAPSHOT"}}' },
  ],
  caught: [
    { ...pom(project(asked(dependency('⟦1.0-SNAPSHOT⟧')))), says: says('g:a', '1.0-SNAPSHOT') },
    { ...pom(project(asked(dependency('⟦[1.0-SNAPSHOT,2)⟧')))), says: says('g:a', '1.0-SNAPSHOT') },
    {
      ...pom(project(`<properties><v>2.0-SNAPSHOT</v></properties>${asked(dependency('⟦${v}⟧'))}`)),
      says: says('g:a', '2.0-SNAPSHOT'),
    },
    {
      ...pom(project(`<dependencyManagement>${asked(dependency('⟦3-SNAPSHOT⟧'))}</dependencyManagement>`)),
      says: says('g:a', '3-SNAPSHOT'),
    },
    {
      ...pom(
        project(
          '<build><plugins><plugin><artifactId>x-plugin</artifactId><version>⟦1-SNAPSHOT⟧</version></plugin></plugins></build>',
        ),
      ),
      says: says('org.apache.maven.plugins:x-plugin', '1-SNAPSHOT'),
    },
    {
      ...pom(
        project(
          '',
          '<parent><groupId>p</groupId><artifactId>q</artifactId><version>⟦1-SNAPSHOT⟧</version><relativePath/></parent><artifactId>app</artifactId>',
        ),
      ),
      says: says('p:q', '1-SNAPSHOT'),
    },
    {
      path: 'app/pom.xml',
      code: project(
        asked(dependency('⟦${v}⟧')),
        '<parent><groupId>p</groupId><artifactId>parent</artifactId><version>1</version></parent><artifactId>app</artifactId>',
      ),
      files: {
        'pom.xml': project(
          '<properties><v>5-SNAPSHOT</v></properties>',
          '<groupId>p</groupId><artifactId>parent</artifactId><version>1</version>',
        ),
      },
      says: says('g:a', '5-SNAPSHOT'),
    },
  ],
});
