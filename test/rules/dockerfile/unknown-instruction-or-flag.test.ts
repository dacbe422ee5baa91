import { unknownInstructionOrFlag } from '../../../server/src/rules/dockerfile/unknown-instruction-or-flag.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(unknownInstructionOrFlag, {
  clean: [
    '# syntax=docker/dockerfile:1\n# check=skip=all\nFROM --platform=$BUILDPLATFORM a:1 AS b\nCOPY --from=b --chown=1 --chmod=1 --link --parents --exclude=x a /b\nADD --checksum=x --keep-git-dir --unpack y /z\nRUN --mount=type=cache,target=/x --network=none --security=insecure --device=x y\nHEALTHCHECK --interval=1m30s --timeout=3s --start-period=0s --start-interval=500ms --retries=3 CMD z\n',
    'FROM a:1\nRU',
    'FROM a:1\nRUN',
    'FROM a:1\nENV',
    'FROM a:1\nCMD --x\nENTRYPOINT --y z\n',
    '{{ x }}\nFROM a:1\nFOO\n',
    '# Version = 3\n# name=value\nFROM a:1\n',
    'FROM a:1\n# sytnax=x\n',
    'FROM a:1\nHEALTHCHECK --interval=$I CMD x\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\n⟦RNU⟧ make\nCMD ["a"]\n',
      says: '`RNU` is no Dockerfile instruction. Did you mean RUN?',
      fixed: 'FROM alpine:3.22\nRUN make\nCMD ["a"]\n',
    },
    { code: 'FROM a:1\n⟦FOOBAR⟧ x\n', says: '`FOOBAR` is no Dockerfile instruction.' },
    {
      code: 'FROM a:1\ncopy ⟦--form⟧=b a /a\nCOPY ⟦--zzz⟧ a /a\n',
      says: ['COPY has no flag `--form`. Did you mean `--from`?', 'COPY has no flag `--zzz`.'],
      fixed: 'FROM a:1\ncopy --from=b a /a\nCOPY --zzz a /a\n',
    },
    { code: 'FROM a:1\n⟦WORKDIR⟧\nENV ⟦=b⟧\nRUN x\n', says: ['WORKDIR needs an argument.', 'ENV needs NAME=value.'] },
    { code: 'FROM a:1\nRUN ⟦<<EOF⟧\nx\n', says: 'The here-document has no end: write its word on a line of its own behind it.' },
    {
      code: '⟦# sytnax=docker/dockerfile:1⟧\nFROM a:1\n',
      says: 'This is only a comment. Did you mean the parser directive `syntax`?',
    },
    { code: '# escape=⟦x⟧\nFROM a:1\n', says: 'Docker does not understand this parser directive.' },
    {
      code: 'FROM a:1 ⟦b⟧\nFROM a:1 ⟦AS⟧\n',
      says: ['FROM takes one image, and a name behind AS.', 'FROM takes one image, and a name behind AS.'],
    },
    {
      code: 'FROM a:1\nHEALTHCHECK --interval=⟦30⟧ --retries=⟦x⟧ CMD y\n',
      says: ['"30" is no duration. Write a number with its unit, such as 30s.', '"x" is no number of retries.'],
    },
  ],
});
