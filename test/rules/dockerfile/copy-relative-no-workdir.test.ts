import { copyRelativeNoWorkdir } from '../../../server/src/rules/dockerfile/copy-relative-no-workdir.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyRelativeNoWorkdir, {
  clean: [
    'FROM a:1 AS b\nFROM scratch\nCOPY --from=b /out .\nCOPY --from=b /x ./\n',
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
      says: 'Nothing sets a WORKDIR before, so "bin/" is taken from wherever the base image happens to be. Set WORKDIR, or write the whole path.',
      fixed: 'FROM debian:13\nCOPY app /bin/\n',
    },
    {
      code: 'FROM scratch\nADD a ⟦.⟧\nCOPY ["b", ⟦"./c"⟧]\n',
      says: [
        'Nothing sets a WORKDIR before, so "." is taken from wherever the base image happens to be. Set WORKDIR, or write the whole path.',
        'Nothing sets a WORKDIR before, so "./c" is taken from wherever the base image happens to be. Set WORKDIR, or write the whole path.',
      ],
      fixed: 'FROM scratch\nADD a /\nCOPY ["b", "/c"]\n',
    },
    {
      code: 'FROM python:3.13 AS x\nCOPY --from=y/z a ⟦requirements.txt⟧\n',
      says: 'Nothing sets a WORKDIR before, so "requirements.txt" is taken from wherever the base image happens to be. Set WORKDIR, or write the whole path.',
      fixed: 'FROM python:3.13 AS x\nCOPY --from=y/z a /requirements.txt\n',
    },
  ],
});
