import { descriptionComment } from '../../../server/src/rules/dockerfile/description-comment.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(descriptionComment, {
  clean: [
    '# base is the base.\nFROM a:1 AS base\n# VERSION of it.\nARG VERSION=1\n',
    '# syntax=docker/dockerfile:1\nFROM a:1 AS b\n',
    '# A file.\n\nFROM a:1 AS b\n',
    '# c\nFROM a:1\n',
    '# hadolint ignore=DL3006\nFROM a AS b\n',
  ],
  caught: [
    {
      code: '⟦# the build stage⟧\nFROM a:1 AS build\n',
      says: 'To be the description of build, the comment has to begin with "build".',
    },
    {
      code: 'FROM a:1\n⟦# which version⟧\nARG VERSION\n',
      says: 'To be the description of VERSION, the comment has to begin with "VERSION".',
    },
    { code: 'FROM a:1\n# one\n⟦# two⟧\nARG A=1\n', says: 'To be the description of A, the comment has to begin with "A".' },
  ],
});
