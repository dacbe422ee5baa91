import { tlsVerifyDisabledEnv } from '../../../server/src/rules/dockerfile/tls-verify-disabled-env.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(tlsVerifyDisabledEnv, {
  clean: [
    'FROM a:1\nENV GOFLAGS="-mod=mod -trimpath"\n',
    'FROM a:1\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 PYTHONHTTPSVERIFY=1\n',
    'FROM a:1\nENV PYTHONHTTPSVERIFY=$V\n',
    'FROM a:1\nENV PIP_TRUSTED_HOST=localhost\n',
    'FROM a:1\nARG NPM_CONFIG_STRICT_SSL\n',
    'FROM a:1\nRUN NODE_TLS_REJECT_UNAUTHORIZED=0 node x\n',
    'FROM a:1\nLABEL NODE_TLS_REJECT_UNAUTHORIZED=0\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nENV ⟦GOFLAGS=-insecure⟧\n',
      says: 'GOFLAGS=-insecure makes go accept any certificate. Delete it.',
      fixed: 'FROM a:1\n',
    },
    {
      code: 'FROM a:1\nENV ⟦GOFLAGS="-trimpath -insecure"⟧\n',
      says: 'GOFLAGS=-trimpath -insecure makes go accept any certificate. Delete it.',
    },
    // Git asks whether it is set, not to what.
    {
      code: 'FROM a:1\nENV A=1 ⟦GIT_SSL_NO_VERIFY=false⟧\n',
      says: 'GIT_SSL_NO_VERIFY=false makes git accept any certificate. Delete it.',
      fixed: 'FROM a:1\nENV A=1\n',
    },
    {
      code: 'FROM a:1\nENV A=1 \\\n    # off\n    ⟦NODE_TLS_REJECT_UNAUTHORIZED=0⟧ \\\n    B=2\n',
      says: 'NODE_TLS_REJECT_UNAUTHORIZED=0 makes Node.js accept any certificate. Delete it.',
      fixed: 'FROM a:1\nENV A=1 \\\n    # off\n    B=2\n',
    },
    {
      code: 'FROM node:24\nENV ⟦NODE_TLS_REJECT_UNAUTHORIZED=0⟧\nRUN npm ci\n',
      says: 'NODE_TLS_REJECT_UNAUTHORIZED=0 makes Node.js accept any certificate. Delete it.',
      fixed: 'FROM node:24\nRUN npm ci\n',
    },
    {
      code: 'FROM a:1\nENV A=1 \\\n    ⟦PYTHONHTTPSVERIFY="0"⟧ \\\n    B=2\n',
      says: 'PYTHONHTTPSVERIFY=0 makes Python accept any certificate. Delete it.',
      fixed: 'FROM a:1\nENV A=1 \\\n    B=2\n',
    },
    {
      code: 'FROM a:1\nENV ⟦GIT_SSL_NO_VERIFY true⟧\nARG ⟦PIP_TRUSTED_HOST=pypi.corp.example⟧\n',
      says: [
        'GIT_SSL_NO_VERIFY=true makes git accept any certificate. Delete it.',
        'PIP_TRUSTED_HOST=pypi.corp.example makes pip accept any certificate. Delete it.',
      ],
      fixed: 'FROM a:1\n',
    },
    {
      code: 'FROM a:1\nENV ⟦npm_config_strict_ssl=false⟧ X=1\n',
      says: 'npm_config_strict_ssl=false makes npm accept any certificate. Delete it.',
      fixed: 'FROM a:1\nENV X=1\n',
    },
  ],
});
