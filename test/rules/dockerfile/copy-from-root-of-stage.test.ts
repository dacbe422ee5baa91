import { copyFromRootOfStage } from '../../../server/src/rules/dockerfile/copy-from-root-of-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyFromRootOfStage, {
  clean: [
    'FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.6.1 AS xx\nFROM a:1\nCOPY --from=xx / /\n',
    'FROM a:1\nCOPY --from=tonistiigi/xx:1.6.1 / /\n',
    'FROM scratch AS rootfs\nCOPY root/ /\nADD more.tar /\nFROM a:1\nCOPY --from=rootfs / /\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /app /\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b / /rootfs/\n',
    'FROM a:1\nCOPY / /\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b $DIR /\n',
  ],
  caught: [
    {
      code: 'FROM golang:1.25 AS build\nFROM alpine:3.22\nCOPY --from=build ⟦/⟧ /\n',
      says: 'This copies everything that is in "build". Copy only what the image runs.',
    },
    {
      code: 'FROM a:1\nCOPY --from=b/c:1 --chown=1 [⟦"/"⟧, "/"]\n',
      says: 'This copies everything that is in "b/c:1". Copy only what the image runs.',
    },
    {
      code: 'FROM a:1 AS b\nFROM scratch\nCOPY --from=b ⟦/.⟧ /\n',
      says: 'This copies everything that is in "b". Copy only what the image runs.',
      severity: 'low',
    },
  ],
});
