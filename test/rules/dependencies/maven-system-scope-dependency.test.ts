import { mavenSystemScopeDependency } from '../../../server/src/rules/dependencies/maven-system-scope-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = (name: string, file: string): string =>
  `${name} is taken from the file ${file}, which no repository checks or updates. Deploy it to a repository and remove the system scope.`;
const dependency = (more: string, artifact = 'a'): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version>${more}</dependency>`;
const pom = (content: string): { path: string; code: string } => ({
  path: 'pom.xml',
  code: `<project><dependencies>${content}</dependencies></project>`,
});

testRule(mavenSystemScopeDependency, {
  clean: [
    pom(dependency('')),
    pom(dependency('<scope>provided</scope>')),
    pom(dependency('<scope>test</scope><systemPath></systemPath>')),
    pom(`<!-- ${dependency('<scope>system</scope>')} -->`),
  ],
  caught: [
    {
      ...pom(dependency('<scope>system</scope><systemPath>⟦${project.basedir}/lib/a.jar⟧</systemPath>')),
      says: path('g:a', '${project.basedir}/lib/a.jar'),
    },
    {
      ...pom(dependency('\n<scope> system </scope>\n<systemPath>\n  ⟦/opt/a.jar⟧\n</systemPath>\n')),
      says: path('g:a', '/opt/a.jar'),
    },
    {
      ...pom(dependency('<scope>system</scope>', '⟦a⟧')),
      says: 'g:a has the system scope, which takes it from a file on the machine. Deploy it to a repository and remove the scope.',
    },
    {
      path: 'pom.xml',
      code: `<project><profiles><profile><id>p</id><dependencies>${dependency('<systemPath>⟦lib/a.jar⟧</systemPath><scope>system</scope>')}</dependencies></profile></profiles></project>`,
      says: path('g:a', 'lib/a.jar'),
    },
  ],
});
