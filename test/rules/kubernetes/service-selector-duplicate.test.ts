import { serviceSelectorDuplicate } from '../../../server/src/rules/kubernetes/service-selector-duplicate.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, service } from './cross-file.ts';

const of = (name: string, selector: string, more = '', port = 80): string =>
  service(name, `${more}  selector: ${selector}\n  ports:\n  - port: ${port}\n`);

testRule(serviceSelectorDuplicate, {
  clean: [
    documents(of('web', '{ app: web }'), of('api', '{ app: api }')),
    documents(of('web', '{ app: web }'), of('web-headless', '{ app: web }', '  clusterIP: None\n')),
    documents(of('web', '{ app: web }'), of('web-admin', '{ app: web }', '', 9000)),
    documents(of('web', '{ app: web }'), of('web', '{ app: web }')),
    documents(service('a', '  ports: [{ port: 80 }]\n'), service('b', '  ports: [{ port: 80 }]\n')),
    { code: of('web', '{ app: web }'), files: { 'other/api.yaml': of('api', '{ app: web }') } },
  ],
  caught: [
    {
      code: documents(of('web', '⟦{ app: web }⟧'), of('api', '⟦{ app: web }⟧')),
      says: [
        'Service `web` selects the same pods as Service `api`, on the same ports. Correct the selector of one, or delete it.',
        'Service `api` selects the same pods as Service `web`, on the same ports. Correct the selector of one, or delete it.',
      ],
    },
    {
      code: of('web', '⟦{ app: web, tier: front }⟧'),
      files: { 'api.yaml': of('api', '{ tier: front, app: web }') },
      says: 'Service `web` selects the same pods as Service `api`, on the same ports. Correct the selector of one, or delete it.',
    },
    {
      code: of('web', '⟦{ "app": "web" }⟧'),
      files: { 'api.yml': of('copy', '{ app: web }') },
      says: 'Service `web` selects the same pods as Service `copy`, on the same ports. Correct the selector of one, or delete it.',
    },
  ],
});
