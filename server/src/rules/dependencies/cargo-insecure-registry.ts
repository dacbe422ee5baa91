import { dependencyRule } from '../../engine/rule.ts';
import { plainHttpRegistries } from './shared/plain-http-registries.ts';

export const cargoInsecureRegistry = dependencyRule(
  {
    id: 'dependencies/cargo-insecure-registry',
    title: 'Cargo reaches a registry over plain HTTP',
    why: 'The index of a registry says where each crate is downloaded and what its checksum is. Over plain HTTP anyone on the way can change both, and build scripts run what was downloaded. Use HTTPS.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'The registry {host} is reached over plain HTTP, where anyone on the way can replace crates. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://doc.rust-lang.org/cargo/reference/registries.html'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.ecosystem !== 'crates.io' || model.role === 'lockfile') return;
    const named = model.settings
      .filter(({ key }) => key === 'registry-index')
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan }) as const);
    yield* plainHttpRegistries(file, [...model.registries, ...named], 'suggested');
  },
);
