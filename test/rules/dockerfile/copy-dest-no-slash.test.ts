import { copyDestNoSlash } from '../../../server/src/rules/dockerfile/copy-dest-no-slash.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyDestNoSlash, {
  clean: [
    'FROM a:1\nCOPY a b /app/\n',
    'FROM a:1\nCOPY a b .\nCOPY a b ./\nCOPY a b ..\n',
    'FROM a:1\nCOPY a /app\n',
    'FROM a:1\nCOPY a b $DIR\n',
    'FROM a:1\nCOPY *.js /app\n',
    '# escape=`\nFROM a:1\nCOPY a b c:\\app\\\n',
    'FROM a:1\nCOPY ["a", "b", "/app/"]\n',
    'FROM a:1\nRUN cp a b /app\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nCOPY package.json package-lock.json ⟦/app⟧\n',
      says: 'COPY has 2 sources, so the destination must be a folder. Write `/app/`.',
      fixed: 'FROM alpine:3.22\nCOPY package.json package-lock.json /app/\n',
    },
    {
      code: 'FROM a:1\nADD --chown=1000 a b \\\n  # c\n  c ⟦app⟧\n',
      says: 'ADD has 3 sources, so the destination must be a folder. Write `app/`.',
      fixed: 'FROM a:1\nADD --chown=1000 a b \\\n  # c\n  c app/\n',
    },
    {
      code: 'FROM a:1\nCOPY ["a", "b c", ⟦"/app"⟧]\n',
      says: 'COPY has 2 sources, so the destination must be a folder. Write `/app/`.',
      fixed: 'FROM a:1\nCOPY ["a", "b c", "/app/"]\n',
    },
    {
      code: 'FROM a:1\nARG DIR=/app\nCOPY a b ⟦$DIR⟧\n',
      says: 'COPY has 2 sources, so the destination must be a folder. Write `/app/`.',
      fixed: 'FROM a:1\nARG DIR=/app\nCOPY a b $DIR/\n',
    },
    {
      code: 'FROM a:1\nCOPY <<A <<B ⟦/app⟧\n1\nA\n2\nB\n',
      says: 'COPY has 2 sources, so the destination must be a folder. Write `/app/`.',
      fixed: 'FROM a:1\nCOPY <<A <<B /app/\n1\nA\n2\nB\n',
    },
    {
      code: 'FROM a:1\nARG DIR=app\nONBUILD COPY a b ⟦/$DIR/x⟧\n',
      says: 'COPY has 2 sources, so the destination must be a folder. Write `/app/x/`.',
      fixed: 'FROM a:1\nARG DIR=app\nONBUILD COPY a b /$DIR/x/\n',
    },
  ],
});
