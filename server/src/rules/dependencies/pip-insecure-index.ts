import { dependencyRule } from '../../engine/rule.ts';
import { isPython, plainHttpRegistries } from './shared/plain-http-registries.ts';

export const pipInsecureIndex = dependencyRule(
  {
    id: 'dependencies/pip-insecure-index',
    title: 'Package index is reached over plain HTTP',
    why: 'Whoever sits between the machine and the index can replace any package on the way, and installing a package runs its code. A password that the index asks for can be read, too. Use HTTPS.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'The package index {host} is reached over plain HTTP, where anyone on the way can replace packages. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-index-url'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (!isPython(model) || model.role === 'lockfile') return;
    const indexes = model.registries.filter(({ kind }) => kind === 'index' || kind === 'extra-index');
    yield* plainHttpRegistries(file, indexes, 'safe');
  },
);
