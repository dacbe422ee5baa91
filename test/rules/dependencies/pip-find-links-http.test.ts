import { pipFindLinksHttp } from '../../../server/src/rules/dependencies/pip-find-links-http.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (host: string): string =>
  `Links to packages come from ${host} over plain HTTP, where anyone on the way can replace them. Use HTTPS.`;

testRule(pipFindLinksHttp, {
  clean: [
    { path: 'requirements.txt', code: '--find-links https://h.example/links\n-f ./wheels\na==1\n' },
    { path: 'requirements.txt', code: '-f http://localhost/links\n--index-url http://h.example\n' },
    { path: 'pip.conf', code: '[install]\nfind-links = /wheels\n' },
  ],
  caught: [
    {
      path: 'requirements.txt',
      code: '--find-links ⟦http⟧://h.example/links\n',
      says: says('h.example'),
      fixed: '--find-links https://h.example/links\n',
    },
    {
      path: 'requirements.txt',
      code: 'a==1\n-f⟦http⟧://h.example:81/links\n',
      says: says('h.example:81'),
      fixed: 'a==1\n-fhttps://h.example:81/links\n',
    },
    {
      path: 'pip.conf',
      code: '[global]\nfind-links =\n    ⟦http⟧://h.example/links\n',
      says: says('h.example'),
      fixed: '[global]\nfind-links =\n    https://h.example/links\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.uv]\nfind-links = ["⟦http⟧://h.example/links", "https://i.example"]\n',
      says: says('h.example'),
      fixed: '[tool.uv]\nfind-links = ["https://h.example/links", "https://i.example"]\n',
    },
  ],
});
