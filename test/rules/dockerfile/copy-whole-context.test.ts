import { copyWholeContext } from '../../../server/src/rules/dockerfile/copy-whole-context.ts';
import { testRule } from '../../support/rule-tester.ts';

const NONE =
  'The whole build context is copied, and no .dockerignore keeps `.git`, `.env` and the like out. Add one, or copy only what is needed.';
const gap = (entries: string): string => `The whole build context is copied, and .dockerignore does not keep ${entries} out.`;

testRule(copyWholeContext, {
  clean: [
    // The files are not known: an ignore file may be there.
    'FROM a:1\nCOPY . .\n',
    { code: 'FROM a:1\nCOPY src/ /src/\n', beside: ['src/a.c'] },
    { code: 'FROM a:1 AS b\nFROM a:1\nCOPY --from=b . .\n', beside: [] },
    { code: 'FROM a:1\nCOPY . .\n', files: { '.dockerignore': '.git\n**/.env\nnode_modules\n' }, beside: ['.git/', '.env'] },
    { code: 'FROM a:1\nCOPY . .\n', files: { '.dockerignore': '*\n!src\n' }, beside: ['.git/', '.env', 'src/a.c'] },
    // What is not there need not be left out.
    { code: 'FROM a:1\nCOPY . .\n', files: { '.dockerignore': 'dist\n' }, beside: ['src/a.c'] },
    { code: 'FROM a:1\nCOPY $SOURCE .\nADD https://a.example/. /\n', beside: ['src/a.c'] },
    // The context is some folder above, and nothing tells which.
    { code: 'FROM a:1\nCOPY . .\n', path: 'docker/Dockerfile', beside: ['src/a.c'] },
    // The ignore file of the folder that the sources lie in.
    {
      code: 'FROM a:1\nCOPY package.json ./\nCOPY . .\n',
      path: 'build/api/Dockerfile',
      files: { '.dockerignore': '.git\n.env\n' },
      beside: ['.git/', 'package.json'],
    },
  ],
  caught: [
    {
      code: 'FROM node:24-slim\nWORKDIR /app\nCOPY ⟦.⟧ .\n',
      beside: ['package.json', 'src/app.js'],
      says: NONE,
      others: { '.dockerignore': '.git\n**/.env\n**/node_modules\n' },
    },
    {
      code: 'FROM a:1\nADD --chown=1000:1000 ⟦./⟧ /app\n',
      beside: ['requirements.txt'],
      says: NONE,
      others: { '.dockerignore': '.git\n**/.env\n**/__pycache__\n' },
    },
    {
      code: 'FROM a:1\nCOPY ⟦.⟧ /app\n',
      files: { '.dockerignore': 'dist' },
      beside: ['.git/', '.env', 'node_modules/', 'src/a.js'],
      says: gap('`.git`, `.env`, `node_modules`'),
      others: { '.dockerignore': 'dist\n.git\n**/.env\n**/node_modules\n' },
    },
    {
      code: 'FROM a:1\nCOPY [⟦"."⟧, "/app"]\n',
      path: 'api/Dockerfile',
      beside: ['api/main.go', 'README.md'],
      says: NONE,
      others: { 'api/.dockerignore': '.git\n**/.env\n' },
    },
    // In a build stage it is only in the build cache.
    {
      code: 'FROM a:1 AS build\nCOPY ⟦.⟧ .\nFROM a:1\nCOPY --from=build /app /app\n',
      beside: ['Cargo.toml'],
      severity: 'low',
      says: NONE,
      others: { '.dockerignore': '.git\n**/.env\ntarget\n' },
    },
    {
      code: 'FROM a:1\nCOPY ⟦.⟧ .\n',
      path: 'docker/Dockerfile',
      files: { 'docker-compose.yml': 'services:\n  a:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n' },
      beside: ['src/a.c'],
      says: NONE,
      others: { '.dockerignore': '.git\n**/.env\n' },
    },
  ],
});
