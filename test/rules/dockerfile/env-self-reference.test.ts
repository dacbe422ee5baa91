import { envSelfReference } from '../../../server/src/rules/dockerfile/env-self-reference.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(envSelfReference, {
  clean: [
    'FROM a:1\nENV A=1\nENV B=$A\n',
    'FROM a:1\nENV PATH=/x:$PATH HOME=/root\n',
    'FROM a:1\nENV A=1\nENV A=2 B=$A\n',
    'FROM a:1\nARG A\nENV A=2 B=$A\n',
    "FROM a:1\nENV A=2 B='$A' C=\\$A\n",
    'FROM a:1\nENV A=$A:x B=1\n',
    'FROM a:1\nENV A=1 B=${A:-x}\n',
    'FROM a:1 AS b\nENV A=1\nFROM b\nENV A=2 B=$A\n',
    'FROM a:1\nENV PATH=/y B=$PATH\n',
    'FROM a:1\nENV A 1 B=$A\n',
    'FROM a:1\nLABEL A=1 B=$A\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nENV HOME_DIR=/app BIN_DIR=⟦$HOME_DIR⟧/bin\n',
      says: 'HOME_DIR is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
      fixed: 'FROM alpine:3.22\nENV HOME_DIR=/app\nENV BIN_DIR=$HOME_DIR/bin\n',
    },
    {
      code: 'FROM a:1\nenv A=1 \\\n    B="x ⟦${A}⟧" \\\n    C=3\n',
      says: 'A is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
      fixed: 'FROM a:1\nenv A=1\nenv B="x ${A}" \\\n    C=3\n',
    },
    {
      code: 'FROM a:1\nENV B=⟦$A⟧ A=1\n',
      says: 'A is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
    },
    {
      code: 'FROM a:1\nENV A=1 \\\n  # why\n  B=⟦$A⟧\n',
      says: 'A is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
    },
    {
      code: 'FROM a:1\nENV A=1 B=⟦$A⟧ C=⟦$B⟧\n',
      says: [
        'A is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
        'B is set by this very ENV, so it is still empty here. Set it in an ENV of its own, before this one.',
      ],
      fixed: 'FROM a:1\nENV A=1\nENV B=$A\nENV C=$B\n',
    },
  ],
});
