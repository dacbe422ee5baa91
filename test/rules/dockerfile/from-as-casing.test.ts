import { fromAsCasing } from '../../../server/src/rules/dockerfile/from-as-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(fromAsCasing, {
  clean: ['FROM a:1 AS b\nfrom a:1 as c\n', 'FROM a:1\n', 'From a:1 as b\n'],
  caught: [
    { code: 'FROM alpine:3.22 ⟦as⟧ base\n', says: 'Write `AS`, like its `FROM`.', fixed: 'FROM alpine:3.22 AS base\n' },
    { code: 'from a:1 ⟦AS⟧ b\n', says: 'Write `as`, like its `from`.', fixed: 'from a:1 as b\n' },
    { code: 'FROM a:1 \\\n  ⟦As⟧ b\n', says: 'Write `AS`, like its `FROM`.', fixed: 'FROM a:1 \\\n  AS b\n' },
  ],
});
