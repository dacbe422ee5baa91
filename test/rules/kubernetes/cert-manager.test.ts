import { certManager } from '../../../server/src/rules/kubernetes/cert-manager.ts';
import { testRule } from '../../support/rule-tester.ts';

const duration = (days: number) =>
  `Certificate \`web\` is valid for ${days} days. Let cert-manager renew it after 90 (\`2160h\`).`;
const wildcard = (domain: string) =>
  `Certificate \`web\` is valid for every name of \`${domain}\`. Name the hosts that it is for.`;
const certificate = (spec: string) =>
  `apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata:\n  name: web\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;

testRule(certManager, {
  clean: [
    certificate('dnsNames: [ web.example.com ]'),
    certificate('duration: 2160h'),
    certificate('duration: 2400h0m0s'),
    certificate('duration: 8760h\nisCA: true'),
    certificate('duration: 8760h\nisCA: {{ .ca }}'),
    certificate('duration: {{ .duration }}'),
    certificate('duration: a year'),
    certificate('dnsNames: [ "{{ .host }}", "*" ]'),
    certificate('duration: 8760h').replace('cert-manager.io', 'example.com'),
  ],
  caught: [
    { code: certificate('duration: ⟦8760h⟧ # why'), says: duration(365), fixed: certificate('duration: 2160h # why') },
    {
      code: certificate('duration: ⟦"2400h0m1s"⟧\nisCA: false'),
      says: duration(100),
      fixed: certificate('duration: "2160h"\nisCA: false'),
    },
    { code: certificate('dnsNames:\n  - example.com\n  - ⟦"*.example.com"⟧'), says: wildcard('example.com') },
    {
      path: 'c.json',
      code: '{"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "metadata": {"name": "web"}, "spec": {"dnsNames": [⟦"*.a.example"⟧]}}',
      says: wildcard('a.example'),
    },
  ],
});
