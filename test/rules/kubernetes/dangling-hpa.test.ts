import { danglingHpa } from '../../../server/src/rules/kubernetes/dangling-hpa.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, workload } from './cross-file.ts';

const scaler = (target: string): string =>
  named('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', `spec:\n  scaleTargetRef: ${target}\n`);
const web = workload('web', '{ app: web }');

testRule(danglingHpa, {
  clean: [
    documents(scaler('{ apiVersion: apps/v1, kind: Deployment, name: web }'), web),
    scaler('{ apiVersion: apps/v1, kind: Deployment, name: web }'),
    documents(scaler('{ apiVersion: example.com/v1, kind: Farm, name: cows }'), web),
    {
      code: scaler('{ apiVersion: apps/v1, kind: Deployment, name: api }'),
      files: { 'web.yaml': web, 'api/api.yaml': workload('api', '{ app: api }') },
    },
    {
      code: scaler('{ apiVersion: apps/v1, kind: Deployment, name: api }'),
      files: { 'web.yaml': workload('{{ .Release.Name }}', '{ app: web }') },
    },
  ],
  caught: [
    {
      code: documents(scaler('{ apiVersion: apps/v1, kind: Deployment, name: ⟦webb⟧ }'), web),
      says: 'HorizontalPodAutoscaler `web` scales the Deployment `webb`, which no file here defines. Did you mean `web`?',
      fixed: documents(scaler('{ apiVersion: apps/v1, kind: Deployment, name: web }'), web),
    },
    {
      // The kind is wrong: a name cannot mend it.
      code: documents(scaler('{ apiVersion: apps/v1, kind: StatefulSet, name: ⟦web⟧ }'), web),
      says: 'HorizontalPodAutoscaler `web` scales the StatefulSet `web`, which no file here defines. Create it or correct the name.',
    },
    {
      code: documents(named('keda.sh/v1alpha1', 'ScaledObject', 'web', 'spec:\n  scaleTargetRef:\n    name: ⟦wbe⟧\n'), web),
      says: 'ScaledObject `web` scales the Deployment `wbe`, which no file here defines. Did you mean `web`?',
      fixed: documents(named('keda.sh/v1alpha1', 'ScaledObject', 'web', 'spec:\n  scaleTargetRef:\n    name: web\n'), web),
    },
  ],
});
