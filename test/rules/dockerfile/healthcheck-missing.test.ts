import { healthcheckMissing } from '../../../server/src/rules/dockerfile/healthcheck-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(healthcheckMissing, {
  clean: [
    'FROM a:1\nHEALTHCHECK CMD a\n',
    'FROM a:1\nHEALTHCHECK NONE\n',
    'FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM b\nCMD ["b"]\n',
    'FROM scratch\nCOPY a /\n',
    { code: 'FROM a:1\nCMD ["a"]\n', files: { 'k8s.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n' } },
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
  ],
  caught: [
    {
      code: 'FROM ⟦node:24-slim⟧\nCMD ["node", "app.js"]\n',
      says: 'The image has no HEALTHCHECK, so Docker cannot tell whether the program still answers.',
      fixed: 'FROM node:24-slim\nHEALTHCHECK NONE\nCMD ["node", "app.js"]\n',
    },
    {
      code: 'FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM ⟦c:1⟧\nRUN x\n',
      says: 'The image has no HEALTHCHECK, so Docker cannot tell whether the program still answers.',
      fixed: 'FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM c:1\nRUN x\nHEALTHCHECK NONE\n',
    },
    {
      code: 'FROM ⟦nginx:1.30-alpine⟧\nEXPOSE 8080\n',
      says: 'The image has no HEALTHCHECK, so Docker cannot tell whether the program still answers.',
      fixed: 'FROM nginx:1.30-alpine\nEXPOSE 8080\nHEALTHCHECK NONE\n',
      alternatives: {
        'Add a check (change its address)':
          'FROM nginx:1.30-alpine\nEXPOSE 8080\nHEALTHCHECK --interval=30s --timeout=3s CMD wget -q --spider http://localhost:8080/ || exit 1\n',
      },
    },
    {
      code: 'FROM ⟦alpine:3.22⟧\nEXPOSE 53/udp\nENTRYPOINT ["dns"]\n# The port.\nCMD ["53"]\n',
      says: 'The image has no HEALTHCHECK, so Docker cannot tell whether the program still answers.',
      fixed: 'FROM alpine:3.22\nEXPOSE 53/udp\nHEALTHCHECK NONE\nENTRYPOINT ["dns"]\n# The port.\nCMD ["53"]\n',
    },
  ],
});
