import { cargoAltRegistryUnpinned } from '../../../server/src/rules/dependencies/cargo-alt-registry-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, registry: string): string =>
  `${name} is taken from the registry ${registry} in its newest version. Commit Cargo.lock or require one version.`;

testRule(cargoAltRegistryUnpinned, {
  clean: [
    { path: 'Cargo.toml', code: '[dependencies]\na = { version = "=1.2.3", registry = "corp" }\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = "1"\nb = { version = "1", registry = "crates-io" }\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = { path = "../a", version = "1", registry = "corp" }\n' },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "x"\n[dependencies]\na = { version = "1", registry = "corp" }\n',
      files: {
        'Cargo.lock':
          'version = 4\n\n[[package]]\nname = "a"\nversion = "1.2.0"\nsource = "sparse+https://crates.corp.example/"\n\n[[package]]\nname = "x"\nversion = "0.1.0"\ndependencies = [\n "a",\n]\n',
      },
    },
  ],
  caught: [
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { version = "⟦1.2.3⟧", registry = "corp" }\n',
      says: says('a', 'corp'),
      fixed: '[dependencies]\na = { version = "=1.2.3", registry = "corp" }\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dev-dependencies.a]\nversion = "⟦^1⟧"\nregistry-index = "https://crates.corp.example/"\n',
      says: says('a', 'https://crates.corp.example/'),
    },
    {
      path: 'Cargo.toml',
      code: '[target.\'cfg(unix)\'.dependencies]\na = { version = "⟦*⟧", registry = "corp" }\n',
      says: says('a', 'corp'),
    },
  ],
});
