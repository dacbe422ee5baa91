import { imageReferenceInvalid } from '../../../server/src/rules/dockerfile/image-reference-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(imageReferenceInvalid, {
  clean: [
    'FROM node:24\nFROM ghcr.io/org/app_x__y-z.w:1.2-rc_3\nFROM localhost:5000/a\nFROM [::1]:5000/a/b:c\n',
    'FROM a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nFROM a:1@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n',
    'FROM $A:$B\n',
    'FROM a:1 AS Build\nFROM Build\n',
    'FROM Registry.corp.example/a:1\n',
    'FROM scratch\n',
    'FROM a:1\nCOPY --from=builder /a /a\n',
    'FROM {{ x }}/Y\n',
  ],
  caught: [
    { code: 'FROM ⟦Alpine⟧:3.22\n', says: 'The name of an image is in lower case: "alpine".' },
    { code: 'FROM ghcr.io/org/app:⟦1.0+build⟧\n', says: '"1.0+build" is no tag that an image can have.' },
    {
      code: 'FROM ⟦a:⟧\nFROM ⟦a@⟧\n',
      says: ['Behind the ":" in "a:" something is missing.', 'Behind the "@" in "a@" something is missing.'],
    },
    {
      code: 'FROM a@⟦sha256:abc⟧\nFROM a@⟦deadbeef⟧\n',
      says: [
        '"sha256:abc" is no digest: it is an algorithm, a colon and the hexadecimal digits, 64 of them for sha256.',
        '"deadbeef" is no digest: it is an algorithm, a colon and the hexadecimal digits, 64 of them for sha256.',
      ],
    },
    {
      code: 'ARG I=a//b\nFROM ⟦$I:1⟧\nFROM ⟦-a⟧\nFROM ⟦a_⟧:1\n',
      says: [
        '"a//b" is no name that an image can have.',
        '"-a" is no name that an image can have.',
        '"a_" is no name that an image can have.',
      ],
    },
    { code: 'FROM a:1\nCOPY --from=⟦Org/App:1⟧ /a /a\n', says: 'The name of an image is in lower case: "org/app".' },
  ],
});
