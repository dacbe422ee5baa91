import { chartDependencyVersion } from '../../../server/src/rules/kubernetes/chart-dependency-version.ts';
import { testRule } from '../../support/rule-tester.ts';

const chart = (dependencies: string): string => `apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n${dependencies}`;
const path = 'chart/Chart.yaml';

testRule(chartDependencyVersion, {
  clean: [
    { path, code: chart('- name: redis\n  version: ~17.1.0\n  repository: https://charts.example.com\n') },
    { path, code: chart('- name: redis\n  version: 17.x.x\n  repository: "@example"\n') },
    { path, code: chart('- name: common\n  repository: file://../common\n') },
    { path, code: chart('- name: common\n') },
    { path, code: 'apiVersion: v2\nname: web\nversion: 1.0.0\n' },
    { path: 'requirements.yaml', code: 'dependencies:\n- name: a\n  version: 1.0.0\n  repository: oci://charts.example.com/x\n' },
  ],
  caught: [
    {
      path,
      code: chart('- name: ⟦redis⟧\n  repository: https://charts.example.com\n'),
      says: 'The dependency `redis` has no version. Give one, such as `~1.2.3`.',
    },
    {
      path,
      code: chart('- name: redis\n  version: ⟦"*"⟧\n  repository: oci://charts.example.com/redis\n'),
      says: 'The dependency `redis` accepts any version. Give a version or a narrow range, such as `~1.2.3`.',
    },
    {
      path,
      code: chart('- name: redis\n  version: ⟦">= 17.0.0"⟧\n  repository: https://charts.example.com\n'),
      says: 'The dependency `redis` accepts any version. Give a version or a narrow range, such as `~1.2.3`.',
    },
    {
      path: 'requirements.yaml',
      code: 'dependencies:\n- name: redis\n  version: 1.0.0\n  repository: ⟦http://charts.example.com⟧\n',
      says: 'The dependency `redis` comes over plain HTTP. Use `https` or `oci`.',
    },
  ],
});
