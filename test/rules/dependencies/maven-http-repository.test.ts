import { mavenHttpRepository } from '../../../server/src/rules/dependencies/maven-http-repository.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (url: string): string =>
  `The repository ${url} serves artifacts over plain HTTP, where anyone on the way can replace them. Use HTTPS.`;
const repository = (url: string, kind = 'repository'): string =>
  `<project>\n  <repositories>\n    <${kind}>\n      <id>r</id>\n      <url>${url}</url>\n    </${kind}>\n  </repositories>\n</project>\n`;
const pom = (code: string): { path: string; code: string } => ({ path: 'pom.xml', code });

testRule(mavenHttpRepository, {
  clean: [
    pom(repository('https://r.example/m2')),
    pom(repository('http://localhost:8081/m2')),
    pom(repository('${repo.url}')),
    pom(
      repository('${repo.url}').replace('<project>', '<project><properties><repo.url>https://r.example</repo.url></properties>'),
    ),
    pom(repository('http://${host}').replace('<project>', '<project><properties><host>localhost</host></properties>')),
    // It may be this machine.
    pom(repository('http://${host}/m2')),
    pom(repository('file:///srv/m2')),
    pom(
      '<project xmlns="http://maven.apache.org/POM/4.0.0"><url>http://home.example</url><scm><url>http://scm.example</url></scm></project>',
    ),
    pom('<project><!-- <repositories><repository><url>http://r.example</url></repository></repositories> --></project>'),
    pom(
      '<project><pluginRepositories><pluginRepository><url>http://r.example</url></pluginRepository></pluginRepositories></project>',
    ),
    {
      path: '.m2/settings.xml',
      code: '<settings><mirrors><mirror><id>b</id><url>http://0.0.0.0/</url><blocked>true</blocked></mirror></mirrors></settings>',
    },
    { path: 'settings.xml', code: '<other><mirrors><mirror><url>http://r.example</url></mirror></mirrors></other>' },
    {
      path: 'nuget.config',
      code: '<configuration><packageSources><add key="a" value="http://r.example" /></packageSources></configuration>',
    },
  ],
  caught: [
    // A property of its own, or of the parent.
    {
      ...pom(
        repository('⟦${repo.url}⟧').replace(
          '<project>',
          '<project><properties><repo.url>http://r.example</repo.url></properties>',
        ),
      ),
      says: says('http://r.example'),
      fixed: repository('${repo.url}').replace(
        '<project>',
        '<project><properties><repo.url>https://r.example</repo.url></properties>',
      ),
    },
    {
      ...pom(repository('⟦http⟧://${host}/m2').replace('<project>', '<project><properties><host>r.example</host></properties>')),
      says: says('http://r.example/m2'),
      fixed: repository('https://${host}/m2').replace('<project>', '<project><properties><host>r.example</host></properties>'),
    },
    {
      path: 'a/pom.xml',
      code: repository('⟦${repo.url}⟧').replace(
        '<project>',
        '<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>',
      ),
      files: {
        'pom.xml':
          '<project><groupId>g</groupId><artifactId>p</artifactId><version>1</version><properties><repo.url>http://r.example:81/</repo.url></properties></project>',
      },
      says: says('http://r.example:81/'),
      others: {
        'pom.xml':
          '<project><groupId>g</groupId><artifactId>p</artifactId><version>1</version><properties><repo.url>https://r.example:81/</repo.url></properties></project>',
      },
    },
    { ...pom(repository('⟦http⟧://r.example/m2')), says: says('http://r.example/m2'), fixed: repository('https://r.example/m2') },
    {
      ...pom(repository('⟦HTTP⟧://r.example:8081/m2')),
      says: says('HTTP://r.example:8081/m2'),
      fixed: repository('https://r.example:8081/m2'),
    },
    {
      ...pom(repository(' <!-- old --> ⟦http⟧://r.example/m2 ')),
      says: says('http://r.example/m2'),
      fixed: repository(' <!-- old --> https://r.example/m2 '),
    },
    {
      ...pom(repository('⟦http⟧://u:p@r.example/m2')),
      says: says('http://r.example/m2'),
      fixed: repository('https://u:p@r.example/m2'),
    },
    {
      ...pom(
        '<project><profiles><profile><repositories><repository><url>⟦http⟧://a.example</url></repository></repositories></profile></profiles><distributionManagement><repository><url>⟦http⟧://b.example</url></repository><snapshotRepository><url>⟦http⟧://c.example</url></snapshotRepository></distributionManagement></project>',
      ),
      says: [says('http://a.example'), says('http://b.example'), says('http://c.example')],
      fixed:
        '<project><profiles><profile><repositories><repository><url>https://a.example</url></repository></repositories></profile></profiles><distributionManagement><repository><url>https://b.example</url></repository><snapshotRepository><url>https://c.example</url></snapshotRepository></distributionManagement></project>',
    },
    {
      path: 'ci/settings.xml',
      code: '<settings><mirrors><mirror><url>⟦http⟧://m.example</url></mirror></mirrors></settings>',
      says: says('http://m.example'),
      fixed: '<settings><mirrors><mirror><url>https://m.example</url></mirror></mirrors></settings>',
    },
    // Half-typed.
    {
      ...pom('<project>\n  <repositories>\n    <repository>\n      <url>⟦http⟧://r.example</url>\n'),
      says: says('http://r.example'),
      fixed: '<project>\n  <repositories>\n    <repository>\n      <url>https://r.example</url>\n',
    },
  ],
});
