import { danglingServicemonitor } from '../../../server/src/rules/kubernetes/dangling-servicemonitor.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, workload } from './cross-file.ts';

const monitor = (selector: string, kind = 'ServiceMonitor'): string =>
  named('monitoring.coreos.com/v1', kind, 'web', `spec:\n  selector: ${selector}\n`);
const web = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  labels: { app: web }\nspec: {}\n';

testRule(danglingServicemonitor, {
  clean: [
    documents(monitor('{ matchLabels: { app: web } }'), web),
    documents(monitor('{}'), web),
    monitor('{ matchLabels: { app: web } }'),
    documents(monitor('{ matchLabels: { app: api } }\n  namespaceSelector: { any: true }'), web),
    documents(monitor('{ matchLabels: { app: web } }', 'PodMonitor'), workload('web', '{ app: web }')),
    // Only Services count for it, and there is none.
    documents(monitor('{ matchLabels: { app: api } }'), workload('web', '{ app: web }')),
    documents(named('example.com/v1', 'ServiceMonitor', 'x', 'spec: { selector: { matchLabels: { app: api } } }\n'), web),
  ],
  caught: [
    {
      code: documents(monitor('⟦{ matchLabels: { app: api } }⟧'), web),
      says: 'The selector of ServiceMonitor `web` matches nothing that is deployed with it. Did you mean Service `web`?',
      fixed: documents(monitor('{ matchLabels: { app: web } }'), web),
    },
    {
      code: documents(monitor('⟦{ matchLabels: { name: web } }⟧'), web),
      says: 'The selector of ServiceMonitor `web` matches nothing that is deployed with it. Correct its labels.',
    },
    {
      code: documents(monitor('⟦{ matchLabels: { app: api } }⟧', 'PodMonitor'), workload('web', '{ app: web }')),
      says: 'The selector of PodMonitor `web` matches nothing that is deployed with it. Did you mean Deployment `web`?',
      fixed: documents(monitor('{ matchLabels: { app: web } }', 'PodMonitor'), workload('web', '{ app: web }')),
    },
  ],
});
