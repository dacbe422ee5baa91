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
    // A first part with capital letters is a registry.
    'FROM MyRegistry.example:5000/a/b:1\nFROM LOCAL:5000/a\n',
    'FROM "node:24"\n',
    'FROM a:1 AS Build\nCOPY --from=BUILD /a /a\nCOPY --from=Builder /a /a\nCOPY --from=0 /a /a\n',
    'ARG REGISTRY\nFROM ${REGISTRY}/Team\nFROM $X:@\nFROM a:$X@$Y\n',
    'FROM a:_x\nFROM a:1-\nFROM a__b/c---d\n',
    `FROM a@sha512:${'a'.repeat(128)}\n`,
    `FROM a:${'x'.repeat(128)}\n`,
    // An argument that is empty by default is another rule's.
    'ARG TAG=\nFROM a:$TAG\nFROM a:${TAG}\n',
    'ARG TAG\nFROM a:${TAG:-1}\nFROM a:$TAG\n',
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
        '"sha256:abc" is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.',
        '"deadbeef" is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.',
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
    {
      code: 'FROM ⟦https://⟧registry.example/a:1\n',
      says: 'The name of an image begins with a registry or a path, not with "https://".',
    },
    {
      code: 'FROM a:⟦:1⟧\nFROM a:⟦1:2⟧\nFROM a:⟦-1⟧\nFROM ghcr.io/a/b:⟦.x⟧ AS c\n',
      says: [':1', '1:2', '-1', '.x'].map((tag) => `"${tag}" is no tag that an image can have.`),
    },
    { code: `FROM a:⟦${'x'.repeat(129)}⟧\n`, says: `"${'x'.repeat(129)}" is no tag that an image can have.` },
    {
      code: `FROM a@⟦sha256:${'A'.repeat(64)}⟧\nFROM a@⟦md5:${'a'.repeat(32)}⟧\nFROM a:1@⟦sha256:${'a'.repeat(63)}⟧\n`,
      says: [`sha256:${'A'.repeat(64)}`, `md5:${'a'.repeat(32)}`, `sha256:${'a'.repeat(63)}`].map(
        (digest) => `"${digest}" is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.`,
      ),
    },
    {
      code: 'FROM ⟦/a⟧\nFROM ⟦a/⟧\nFROM ⟦a..b⟧:1\nFROM ⟦ghcr.io//a⟧\nFROM ⟦:1⟧\n',
      says: ['/a', 'a/', 'a..b', 'ghcr.io//a', ''].map((name) => `"${name}" is no name that an image can have.`),
    },
    { code: `FROM ⟦${'a'.repeat(64)}⟧\n`, says: `"${'a'.repeat(64)}" is no name that an image can have.` },
    // The name is wrong whatever the tag is.
    { code: 'ARG TAG\nFROM ⟦MyApp⟧:${TAG}\n', says: 'The name of an image is in lower case: "myapp".' },
    { code: 'FROM ⟦ghcr.io/Org/app⟧:1\n', says: 'The name of an image is in lower case: "ghcr.io/org/app".' },
    {
      code: 'FROM a:1\nRUN --mount=type=bind,from=⟦a/b:⟧,target=/x true\n',
      says: 'Behind the ":" in "a/b:" something is missing.',
    },
    { code: 'FROM a:1\nCOPY --from=⟦Org/App:1⟧ /a /a\n', says: 'The name of an image is in lower case: "org/app".' },
  ],
});
