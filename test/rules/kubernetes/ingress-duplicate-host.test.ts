import { ingressDuplicateHost } from '../../../server/src/rules/kubernetes/ingress-duplicate-host.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';

const ingress = (name: string, host: string, path = '/', more = ''): string =>
  named(
    'networking.k8s.io/v1',
    'Ingress',
    name,
    `spec:\n${more}  rules:\n  - host: ${host}\n    http:\n      paths:\n      - path: ${path}\n`,
  );

testRule(ingressDuplicateHost, {
  clean: [
    documents(ingress('a', 'a.example.com'), ingress('b', 'b.example.com')),
    documents(ingress('a', 'a.example.com', '/one'), ingress('b', 'a.example.com', '/two')),
    documents(ingress('a', 'a.example.com'), ingress('b', 'a.example.com', '/', '  ingressClassName: internal\n')),
    documents(
      ingress('a', 'a.example.com'),
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: b\n  annotations: { nginx.ingress.kubernetes.io/canary: "true" }\nspec:\n  rules: [{ host: a.example.com }]\n',
    ),
    documents(ingress('a', '"{{ .Values.host }}"'), ingress('b', '"{{ .Values.host }}"')),
    { code: ingress('b', 'a.example.com'), files: { 'dev/a.yaml': ingress('a', 'a.example.com') } },
  ],
  caught: [
    {
      code: documents(ingress('a', 'a.example.com'), ingress('b', '⟦a.example.com⟧')),
      says: 'Ingress `a` also routes `a.example.com/`. Only one of them gets the requests.',
    },
    {
      code: ingress('b', '⟦a.example.com⟧', '/api'),
      path: 'k8s/b.yaml',
      files: { 'k8s/a.yaml': ingress('a', 'a.example.com', '/api') },
      says: 'Ingress `a` also routes `a.example.com/api`. Only one of them gets the requests.',
    },
    {
      code: documents(
        named('route.openshift.io/v1', 'Route', 'a', 'spec:\n  host: a.example.com\n'),
        named('route.openshift.io/v1', 'Route', 'b', 'spec:\n  host: ⟦a.example.com⟧\n'),
      ),
      says: 'Route `a` also routes `a.example.com/`. Only one of them gets the requests.',
    },
  ],
});
