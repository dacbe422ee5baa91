import { mavenPluginHttpRepository } from '../../../server/src/rules/dependencies/maven-plugin-http-repository.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (url: string): string =>
  `The repository ${url} serves plugins over plain HTTP, where anyone on the way can replace them. Use HTTPS.`;
const list = (url: string): string =>
  `<pluginRepositories><pluginRepository><id>r</id><url>${url}</url></pluginRepository></pluginRepositories>`;
const pom = (code: string): { path: string; code: string } => ({ path: 'pom.xml', code });

testRule(mavenPluginHttpRepository, {
  clean: [
    pom(`<project>${list('https://r.example')}</project>`),
    pom(`<project>${list('http://127.0.0.1:8081/')}</project>`),
    pom('<project><repositories><repository><url>http://r.example</url></repository></repositories></project>'),
    { path: 'settings.xml', code: '<settings><mirrors><mirror><url>http://r.example</url></mirror></mirrors></settings>' },
  ],
  caught: [
    {
      ...pom(`<project>${list('⟦http⟧://r.example')}</project>`),
      says: says('http://r.example'),
      fixed: `<project>${list('https://r.example')}</project>`,
    },
    {
      ...pom(`<project><profiles><profile>${list('⟦http⟧://r.example:80/')}</profile></profiles></project>`),
      says: says('http://r.example:80/'),
      fixed: `<project><profiles><profile>${list('https://r.example:80/')}</profile></profiles></project>`,
    },
    {
      path: '.mvn/settings.xml',
      code: `<settings><profiles><profile>${list('⟦http⟧://r.example')}</profile></profiles></settings>`,
      says: says('http://r.example'),
      fixed: `<settings><profiles><profile>${list('https://r.example')}</profile></profiles></settings>`,
    },
  ],
});
