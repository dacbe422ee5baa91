import { informationalRule } from './shared/informational.ts';

export const unsoundDependency = informationalRule(
  {
    id: 'dependencies/unsound-dependency',
    title: 'Dependency can break memory safety',
    why: 'Safe code that uses the package can cause undefined behaviour: the package promises memory safety that it does not keep. Whether that can be exploited depends on what the program does with it. Raise the requirement to a version that fixes it, or look for an alternative.',
    references: ['CWE-119', 'CWE-758'],
    fix: 'suggested',
  },
  'unsound',
  { verdict: 'can break memory safety', advice: 'No version that fixes it is known. Look for an alternative' },
);
