import { dependencyRule } from '../../engine/rule.ts';
import { lockedFor, lockfileFor } from '../../model/dependencies/index.ts';
import { keyOf, requiring } from './shared/fixes.ts';

export const cargoAltRegistryUnpinned = dependencyRule(
  {
    id: 'dependencies/cargo-alt-registry-unpinned',
    title: 'Crate of another registry has no fixed version',
    why: 'A registry of one’s own rarely has the safeguards of crates.io, such as versions that can never be replaced. Without a lockfile and with an open requirement the newest release is built, whoever published it. Commit Cargo.lock, or ask for one version.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      open: '{name} is taken from the registry {registry} in its newest version. Commit Cargo.lock or require one version.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://doc.rust-lang.org/cargo/reference/registries.html'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'Cargo.toml') return;
    const named = new Map(
      model.settings.filter(({ value }) => value !== 'crates-io').map((setting) => [setting.section, setting] as const),
    );
    if (named.size === 0) return;
    const lock = lockfileFor(file.path, env.workspace);
    for (const dependency of model.dependencies) {
      const { rawName, section, version, source, requirement, requirementSpan, nameSpan } = dependency;
      const registry = named.get(`${section}.${rawName}`);
      const isRegistry = source === 'registry' || source === 'alias';
      if (!registry || !isRegistry || version !== undefined || lockedFor(lock, dependency)) continue;
      const whole = /^\s*\^?\s*(\d+\.\d+\.\d+(?:-[\w.-]+)?)\s*$/.exec(requirement ?? '')?.[1];
      yield {
        message: 'open',
        data: { name: rawName, registry: registry.value },
        span: requirementSpan ?? nameSpan,
        key: keyOf(model, dependency),
        fixes: whole === undefined ? [] : requiring(file.text, dependency, `=${whole}`),
      };
    }
  },
);
