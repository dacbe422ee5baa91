import { informationalRule } from './shared/informational.ts';

export const unmaintainedDependency = informationalRule(
  {
    id: 'dependencies/unmaintained-dependency',
    title: 'Dependency is no longer maintained',
    why: 'The authors have given the package up, or do not answer. Nothing is wrong with it yet, but nobody will fix what is found in it. Move to a maintained alternative; the advisory often names one.',
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'none',
  },
  'unmaintained',
  { verdict: 'is no longer maintained', advice: 'Move to a maintained alternative' },
);
