import { labelSchema } from '../../../server/src/rules/dockerfile/label-schema.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(labelSchema, {
  clean: [
    'FROM a:1\nLABEL org.opencontainers.image.title="x" maintainer="y"\n',
    'FROM a:1\n',
    {
      code: 'FROM a:1\nARG S\nLABEL maintainer=me@shop.example org.opencontainers.image.source=$S\n',
      labels: { maintainer: 'email', 'org.opencontainers.image.source': 'url' },
    },
    { code: 'FROM a:1 AS b\nLABEL a=1\nFROM b\n', labels: { a: 'text' }, strictLabels: true },
    {
      code: 'FROM a:1\nLABEL v=1.2.3 c=2026-11-27T12:00:00Z h=0123abc l="MIT OR Apache-2.0"\n',
      labels: { v: 'semver', c: 'rfc3339', h: 'hash', l: 'spdx' },
    },
  ],
  caught: [
    {
      code: 'FROM ⟦a:1⟧\nLABEL maintainer=⟦me⟧\n',
      says: [
        'The image has no label "org.opencontainers.image.source", which the configuration asks for.',
        'The label "maintainer" must be an e-mail address.',
      ],
      labels: { maintainer: 'email', 'org.opencontainers.image.source': 'url' },
    },
    {
      code: 'FROM a:1\nLABEL ⟦Bad_Key⟧=1 ⟦com.docker.x⟧=2 ok=3\n',
      says: [
        '"Bad_Key" is no key that a label should have: lower-case letters, digits, dots and hyphens, beginning with a letter.',
        'Labels that begin with com.docker. are reserved for Docker.',
      ],
    },
    {
      code: 'FROM a:1\nLABEL a=⟦""⟧ ⟦b⟧=1\n',
      says: ['The label "a" is empty.', 'The configuration knows no label "b".'],
      labels: { a: 'text' },
      strictLabels: true,
    },
    {
      code: 'FROM a:1\nLABEL v=⟦latest⟧ c=⟦today⟧ h=⟦xyz⟧\n',
      says: [
        'The label "v" must be a version such as 1.2.3.',
        'The label "c" must be a time such as 2026-11-27T12:00:00Z.',
        'The label "h" must be a git hash.',
      ],
      labels: { v: 'semver', c: 'rfc3339', h: 'hash' },
    },
  ],
});
