import { missingKindOrVersion } from '../../../server/src/rules/kubernetes/missing-kind-or-version.ts';
import { testRule } from '../../support/rule-tester.ts';

const kind = 'The object has no `kind`. Say what it is.';
const version = 'The object has no `apiVersion`. Add the version of the API that its kind belongs to.';
const both = 'The object has neither `apiVersion` nor `kind`. Add both.';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: {}\n';
const rest = 'metadata:\n  name: a\nspec:\n  selector: {}\n  replicas: 1\n  strategy: {}\n  template: {}\n';

testRule(missingKindOrVersion, {
  clean: [
    pod,
    // Documents of other tools that look alike, beside an object.
    `${pod}---\napiVersion: v2\nname: chart\nversion: 1.0.0\ntype: application\n`,
    `${pod}---\nkind: pipeline\nmetadata: { name: a }\nsteps: []\n`,
    `${pod}---\nkind: role\nversion: v5\nmetadata: { name: a }\nspec: {}\n`,
    `${pod}---\nname: metadata and kind\nmetadata: { name: a }\n`,
    `${pod}---\nmetadata: { labels: { a: b } }\nkind: Thing\n`,
    `${pod}---\nresources: [ a.yaml ]\nmetadata: { name: a }\n`,
    // Templates write what is missing.
    `{{- include "header" . }}\nmetadata: { name: a }\nspec: {}\n---\n${pod}`,
    'apiVersion: {{ .version }}\nkind: Deployment\nmetadata: { name: a }\n',
    `${pod}---\napiVersion: v1\nmetadata: { name: a }\n{{ .kind }}\n`,
  ],
  caught: [
    {
      code: `⟦apiVersion⟧: apps/v1 # why\n${rest}`,
      says: kind,
      fixed: `apiVersion: apps/v1 # why\nkind: Deployment\n${rest}`,
    },
    { code: `⟦kind⟧: Deployment\n${rest}`, says: version, fixed: `apiVersion: apps/v1\nkind: Deployment\n${rest}` },
    { code: `apiVersion: apps/v1\n⟦kind⟧:\n${rest}`, says: kind, fixed: `apiVersion: apps/v1\nkind: Deployment\n${rest}` },
    {
      code: `⟦apiVersion⟧: ''\nkind: Deployment\n${rest}`,
      says: version,
      fixed: `apiVersion: apps/v1\nkind: Deployment\n${rest}`,
    },
    { code: `${pod}---\n⟦metadata⟧: { name: b }\nspec: {}\n`, says: both },
    {
      code: '{"⟦kind⟧":"CronJob","metadata":{"name":"a"},"spec":{}}'.replace('"⟦kind⟧"', '⟦"kind"⟧'),
      says: version,
      fixed: '{"kind":"CronJob","metadata":{"name":"a"},"spec":{}, "apiVersion": "batch/v1"}',
    },
    { code: '⟦kind⟧: Widget\nmetadata: { name: a }\nspec: {}\n', says: version },
  ],
});
