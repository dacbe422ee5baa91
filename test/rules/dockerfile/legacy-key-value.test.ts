import { legacyKeyValue } from '../../../server/src/rules/dockerfile/legacy-key-value.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(legacyKeyValue, {
  clean: [
    'FROM a:1\nLABEL "a b"="c" d=e\n',
    'FROM a:1\nENV A=b C="d e"\nLABEL a=b\nARG A\nARG B=1\n',
    'FROM a:1\nENV A="x y"\n',
    'FROM a:1\nENV\nLABEL\n',
    'FROM a:1\nRUN ENV A b\n',
    'FROM a:1\nENV A\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nENV ⟦LANG⟧ C.UTF-8\n',
      says: 'Write `LANG=…` with an equals sign; ENV without one is an old form.',
      fixed: 'FROM alpine:3.22\nENV LANG=C.UTF-8\n',
    },
    {
      code: 'FROM a:1\nenv ⟦A⟧   b c $D\n',
      says: 'Write `A=…` with an equals sign; ENV without one is an old form.',
      fixed: 'FROM a:1\nenv A="b c $D"\n',
    },
    {
      code: 'FROM a:1\nLABEL ⟦a.b⟧ "c d"\n',
      says: 'Write `a.b=…` with an equals sign; LABEL without one is an old form.',
      fixed: 'FROM a:1\nLABEL a.b="c d"\n',
    },
    { code: 'FROM a:1\nENV ⟦A⟧ say "b c" d\n', says: 'Write `A=…` with an equals sign; ENV without one is an old form.' },
    {
      code: 'FROM a:1\nENV ⟦OPTS⟧ -a \\\n    -b\n',
      says: 'Write `OPTS=…` with an equals sign; ENV without one is an old form.',
      fixed: 'FROM a:1\nENV OPTS="-a \\\n    -b"\n',
    },
    {
      code: 'FROM a:1\nONBUILD ENV ⟦A⟧ b\n',
      says: 'Write `A=…` with an equals sign; ENV without one is an old form.',
      fixed: 'FROM a:1\nONBUILD ENV A=b\n',
    },
    { code: 'FROM a:1\nENV ⟦A⟧ \\\n  # why\n  b\n', says: 'Write `A=…` with an equals sign; ENV without one is an old form.' },
  ],
});
