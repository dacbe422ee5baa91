import { dependencyRule } from '../../engine/rule.ts';
import { plainHttpRegistries } from './shared/plain-http-registries.ts';

/** Where npm, pnpm, Yarn 1 and Bun are told of registries. */
const FORMATS = new Set(['.npmrc', '.yarnrc', 'bunfig.toml', 'package.json', 'pnpm-workspace.yaml']);

export const npmrcInsecureRegistry = dependencyRule(
  {
    id: 'dependencies/npmrc-insecure-registry',
    title: 'Registry is reached over plain HTTP',
    why: 'Whoever sits between the machine and the registry can replace packages on the way, and read the token that is sent with each request. Use HTTPS.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'The registry {host} is reached over plain HTTP, where anyone on the way can replace packages and read tokens. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://docs.npmjs.com/cli/using-npm/config#registry'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (!FORMATS.has(model.format)) return;
    const named = model.settings
      .filter(({ section, key }) =>
        model.format === 'pnpm-workspace.yaml'
          ? key === 'registry' || section === 'registries'
          : section === 'publishConfig' && /^@.+:registry$/.test(key),
      )
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan }) as const);
    yield* plainHttpRegistries(file, [...model.registries, ...named], 'safe');
  },
);
