import { trustPolicyMissing } from '../../../server/src/rules/dependencies/trust-policy-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const MISSING = 'Releases are taken that prove less of their origin than earlier ones. Set `trustPolicy: no-downgrade`.';

testRule(trustPolicyMissing, {
  clean: [
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\ntrustPolicy: no-downgrade\n' },
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\n', files: { '.npmrc': 'trust-policy=no-downgrade\n' } },
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\n', files: { 'package.json': '{"packageManager":"pnpm@9.0.0"}' } },
    { path: '.npmrc', code: 'a=b\n' },
  ],
  caught: [
    { path: 'pnpm-workspace.yaml', code: '# c\n⟦packages⟧:\n  - a\n', says: MISSING },
    {
      path: 'pnpm-workspace.yaml',
      code: '⟦packages⟧: [a]\n',
      files: { 'package.json': '{"packageManager":"pnpm@10.28.0"}' },
      says: MISSING,
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'trustPolicy: ⟦off⟧\n',
      says: 'With `trustPolicy: off` pnpm takes releases that prove less of their origin than earlier ones. Set it to `no-downgrade`.',
    },
  ],
});
