import { mavenPluginUnpinned } from '../../../server/src/rules/dependencies/maven-plugin-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `The plugin ${name} has no version, so Maven chooses one. Give it a version, here or in pluginManagement.`;
const plugin = (artifact: string, version?: string, group?: string): string =>
  `<plugin>${group === undefined ? '' : `<groupId>${group}</groupId>`}<artifactId>${artifact}</artifactId>${version === undefined ? '' : `<version>${version}</version>`}</plugin>`;
const plugins = (...all: readonly string[]): string => `<plugins>${all.join('')}</plugins>`;
const build = (...all: readonly string[]): string => `<build>${plugins(...all)}</build>`;
const managed = (...all: readonly string[]): string => `<build><pluginManagement>${plugins(...all)}</pluginManagement></build>`;
const project = (content: string, artifact = 'app'): string =>
  `<project><groupId>own</groupId><artifactId>${artifact}</artifactId><version>1</version>${content}</project>`;
const child = (content: string, path = ''): string =>
  `<project><parent><groupId>own</groupId><artifactId>parent</artifactId><version>1</version>${path}</parent><artifactId>app</artifactId>${content}</project>`;
const pom = (code: string): { path: string; code: string } => ({ path: 'pom.xml', code });

testRule(mavenPluginUnpinned, {
  clean: [
    { ...pom(project(build(plugin('maven-jar-plugin', '3.4.2')))), shown: true },
    pom(project(build(plugin('maven-jar-plugin', '3.0.0'), plugin('x', '${v}', 'g')))),
    pom(project(`${managed(plugin('maven-jar-plugin', '3.0.0'))}${build(plugin('maven-jar-plugin'))}`)),
    // Only configured, not used.
    pom(project(managed(plugin('maven-jar-plugin')))),
    // The group of Maven's own plugins may be written out.
    pom(project(`${managed(plugin('maven-jar-plugin', '1', 'org.apache.maven.plugins'))}${build(plugin('maven-jar-plugin'))}`)),
    // The parent is not here, or comes from a repository.
    pom(child(build(plugin('x')))),
    pom(child(build(plugin('x')), '<relativePath/>')),
    { path: 'app/pom.xml', code: child(build(plugin('x'))), files: { 'pom.xml': project('', 'somebody-else') } },
    { path: 'app/pom.xml', code: child(build(plugin('x'))), files: { 'pom.xml': project(managed(plugin('x', '1')), 'parent') } },
    { path: 'app/pom.xml', code: child(build(plugin('x'))), files: { 'pom.xml': project(build(plugin('x', '1')), 'parent') } },
    {
      path: 'app/pom.xml',
      code: child(build(plugin('x')), '<relativePath>../parent</relativePath>'),
      files: { 'parent/pom.xml': child('', '').replace('>app<', '>parent<').replace('>parent<', '>top<') },
    },
    {
      path: 'app/pom.xml',
      code: `<project><parent/><artifactId>app</artifactId>${build(plugin('x'))}</project>`,
      files: { 'pom.xml': project(managed(plugin('x', '1')), 'parent') },
    },
    {
      path: 'a/b/pom.xml',
      code: child(build(plugin('x'))),
      files: {
        'a/pom.xml': `<project><parent><groupId>own</groupId><artifactId>top</artifactId><version>1</version></parent><artifactId>parent</artifactId></project>`,
        'pom.xml': project(managed(plugin('x', '1')), 'top'),
      },
    },
    pom(
      project(
        '<build><plugins><plugin><artifactId>y</artifactId><version>1</version><configuration><plugins><plugin><artifactId>z</artifactId></plugin></plugins></configuration></plugin></plugins></build>',
      ),
    ),
  ],
  caught: [
    { ...pom(project(build(plugin('⟦maven-jar-plugin⟧')))), says: says('maven-jar-plugin') },
    { ...pom(project(build(plugin('⟦x⟧', undefined, 'g'), plugin('y', '1', 'g')))), says: says('g:x') },
    { ...pom(project(build(plugin('⟦x⟧', '', 'g')))), says: says('g:x') },
    {
      ...pom(project(`<reporting>${plugins(plugin('⟦maven-javadoc-plugin⟧'))}</reporting>`)),
      says: says('maven-javadoc-plugin'),
    },
    {
      ...pom(project(`<profiles><profile><id>p</id>${build(plugin('⟦maven-gpg-plugin⟧'))}</profile></profiles>`)),
      says: says('maven-gpg-plugin'),
    },
    { ...pom(project(`${managed(plugin('other', '1'))}${build(plugin('⟦x⟧'))}`)), says: says('x') },
    {
      path: 'app/pom.xml',
      code: child(build(plugin('⟦x⟧'), plugin('y'))),
      files: { 'pom.xml': project(managed(plugin('y', '1'), plugin('x')), 'parent') },
      says: says('x'),
    },
    {
      path: 'app/pom.xml',
      code: child(build(plugin('⟦x⟧')), '<relativePath>../parent/pom.xml</relativePath>'),
      files: { 'parent/pom.xml': project('', 'parent') },
      says: says('x'),
    },
  ],
});
