import { packageNotFound } from '../../../server/src/rules/dependencies/package-not-found.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({ there: { versions: { '1.0.0': {} } }, ghost: 'missing', '@s/ghost': 'missing' });
const says = (name: string): string =>
  `The registry has no package ${name} (npm.example). Correct the name, or remove it before somebody else publishes it.`;

testRule(packageNotFound, {
  clean: [
    { code: manifest('"ghost": "1.0.0"') },
    { code: manifest('"there": "1.0.0"'), registry: known },
    { code: manifest('"unasked": "1.0.0"'), registry: known },
    { code: manifest('"ghost": "workspace:*"'), registry: known },
    { code: manifest('"ghost": "github:o/ghost"'), registry: known },
    { code: manifest('"ghost": "*"'), files: { 'packages/ghost/package.json': '{"name":"ghost"}' }, registry: known },
  ],
  caught: [
    {
      code: manifest('"there": "1",\n    "⟦ghost⟧": "^1.0.0"'),
      registry: known,
      says: says('ghost'),
      fixed: manifest('"there": "1"'),
    },
    { code: manifest('"⟦@s/ghost⟧": "^1.0.0"'), registry: known, says: says('@s/ghost'), fixed: '{\n  "dependencies": {}\n}\n' },
    {
      path: 'requirements.txt',
      code: 'a==1\n⟦ghost⟧==1.0\n',
      registry: registry({ 'PyPI ghost': 'missing' }),
      says: says('ghost'),
      fixed: 'a==1\n',
    },
  ],
});
