import { copyIgnoredFile } from '../../../server/src/rules/dockerfile/copy-ignored-file.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (path: string, pattern: string, ignore = '.dockerignore'): string =>
  `"${path}" is not in the build context, because ${ignore} leaves it out with "${pattern}". Add an exception there, or do not copy it.`;
const ignoring = (text: string) => ({
  files: { '.dockerignore': text },
  beside: ['README.md', 'dist/app.js', 'src/app.ts', 'src/test/a.ts'],
});

testRule(copyIgnoredFile, {
  clean: [
    { code: 'FROM a:1\nCOPY README.md .\n', ...ignoring('# README.md\n\n') },
    { code: 'FROM a:1\nCOPY README.md .\n', ...ignoring('*.md\n!README.md\n') },
    { code: 'FROM a:1\nCOPY src /src\n', ...ignoring('src/test\n') },
    { code: 'FROM a:1\nCOPY src /src\n', ...ignoring('src\n!src/app.ts\n') },
    { code: 'FROM a:1\nCOPY src /src\n', ...ignoring('**\n!**/*.ts\n') },
    { code: 'FROM a:1\nCOPY . .\n', ...ignoring('*\n') },
    { code: 'FROM a:1\nCOPY *.md /docs/\n', ...ignoring('*.md\n') },
    { code: 'FROM a:1\nCOPY $FILE /docs/\n', ...ignoring('*\n') },
    { code: 'FROM a:1 AS b\nFROM a:1\nCOPY --from=b README.md .\n', ...ignoring('*.md\n') },
    { code: 'FROM a:1\nADD https://a.example/README.md /\nCOPY <<EOF /README.md\nx\nEOF\n', ...ignoring('*.md\nhttps*\n') },
    // Nobody listed the files, so another ignore file may hold.
    { code: 'FROM a:1\nCOPY README.md .\n', files: { '.dockerignore': '*.md\n' } },
    { code: 'FROM a:1\nCOPY README.md .\n', ...ignoring('docs/*.md\nREADME.md.bak\n') },
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nCOPY ⟦README.md⟧ /docs/\n',
      ...ignoring('*.md\n'),
      says: says('README.md', '*.md'),
      others: { '.dockerignore': '*.md\n!README.md\n' },
    },
    {
      code: 'FROM a:1\nARG DIR=dist\nADD --chown=1000 src ⟦./$DIR/⟧ /app/\n',
      ...ignoring('**/dist\r\n*.log'),
      says: says('dist', '**/dist'),
      others: { '.dockerignore': '**/dist\r\n*.log\r\n!dist\r\n' },
    },
    {
      code: 'FROM a:1\nONBUILD COPY ["⟦dist/app.js⟧", "/app/"]\n'.replace('"⟦dist/app.js⟧"', '⟦"dist/app.js"⟧'),
      ...ignoring('/dist/**\n'),
      says: says('dist/app.js', 'dist/**'),
      others: { '.dockerignore': '/dist/**\n!dist/app.js\n' },
    },
    {
      code: 'FROM a:1\nCOPY ⟦src/app.ts⟧ /app/\n',
      path: 'docker/api.Dockerfile',
      files: { '.dockerignore': 'node_modules\n', 'docker/api.Dockerfile.dockerignore': 's?c/[a-b]pp.*\n' },
      beside: ['src/app.ts'],
      says: says('src/app.ts', 's?c/[a-b]pp.*', 'docker/api.Dockerfile.dockerignore'),
      others: { 'docker/api.Dockerfile.dockerignore': 's?c/[a-b]pp.*\n!src/app.ts\n' },
    },
    {
      code: 'FROM a:1\nCOPY ⟦app.conf⟧ /etc/\n',
      path: 'deploy/Dockerfile',
      files: {
        '.dockerignore': 'nothing\n',
        'services/api/.dockerignore': '*.conf\n',
        'compose.yaml': 'services:\n  api:\n    build: { context: services/api, dockerfile: ../../deploy/Dockerfile }\n',
      },
      beside: ['services/api/app.conf'],
      says: says('app.conf', '*.conf', 'services/api/.dockerignore'),
      others: { 'services/api/.dockerignore': '*.conf\n!app.conf\n' },
    },
  ],
});
