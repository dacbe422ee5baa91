import { copyRelativeNoWorkdir } from '../../../server/src/rules/dockerfile/copy-relative-no-workdir.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyRelativeNoWorkdir, {
  clean: [
    'FROM scratch\nCOPY a /a\n',
    'FROM scratch\nWORKDIR /\nCOPY a b\n',
    'FROM debian:13 AS b\nWORKDIR /app\nFROM b\nCOPY a .\n',
    'FROM golang:1.26\nCOPY a .\n',
    'FROM corp/app:1\nCOPY a .\n',
    'FROM debian:13\nCOPY a $DIR\n',
    'FROM php:8.4-fpm\nCOPY a .\n',
    'FROM debian:13\nCOPY a C:/x\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nCOPY app ⟦bin/⟧\n',
      says: 'Where "bin/" lies depends on the base image. Set WORKDIR before, or write the whole path.',
      fixed: 'FROM debian:13\nCOPY app /bin/\n',
    },
    {
      code: 'FROM scratch\nADD a ⟦.⟧\nCOPY ["b", ⟦"./c"⟧]\n',
      says: [
        'Where "." lies depends on the base image. Set WORKDIR before, or write the whole path.',
        'Where "./c" lies depends on the base image. Set WORKDIR before, or write the whole path.',
      ],
      fixed: 'FROM scratch\nADD a /\nCOPY ["b", "/c"]\n',
    },
    {
      code: 'FROM python:3.13 AS x\nCOPY --from=y/z a ⟦requirements.txt⟧\n',
      says: 'Where "requirements.txt" lies depends on the base image. Set WORKDIR before, or write the whole path.',
      fixed: 'FROM python:3.13 AS x\nCOPY --from=y/z a /requirements.txt\n',
    },
  ],
});
