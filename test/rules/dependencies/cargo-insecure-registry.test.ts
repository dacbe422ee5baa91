import { cargoInsecureRegistry } from '../../../server/src/rules/dependencies/cargo-insecure-registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (host: string): string =>
  `The registry ${host} is reached over plain HTTP, where anyone on the way can replace crates. Use HTTPS.`;

testRule(cargoInsecureRegistry, {
  clean: [
    { path: '.cargo/config.toml', code: '[registries.corp]\nindex = "sparse+https://crates.corp.example/"\n' },
    {
      path: '.cargo/config.toml',
      code: '[registries.corp]\nindex = "sparse+http://127.0.0.1:8081/"\n[http]\nproxy = "http://proxy.example:3128"\n',
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "x"\nhomepage = "http://h.example"\n[dependencies]\na = { version = "1", registry = "corp" }\n',
    },
  ],
  caught: [
    {
      path: '.cargo/config.toml',
      code: '[registries.corp]\nindex = "sparse+⟦http⟧://crates.corp.example/"\n',
      says: says('crates.corp.example'),
      fixed: '[registries.corp]\nindex = "sparse+https://crates.corp.example/"\n',
    },
    {
      path: '.cargo/config',
      code: '[registries]\ncorp = { index = "⟦http⟧://crates.corp.example/git/index" }\n[source.crates-io]\nreplace-with = "m"\n[source.m]\nregistry = "⟦http⟧://m.example/"\n',
      says: [says('crates.corp.example'), says('m.example')],
      fixed:
        '[registries]\ncorp = { index = "https://crates.corp.example/git/index" }\n[source.crates-io]\nreplace-with = "m"\n[source.m]\nregistry = "https://m.example/"\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { version = "1", registry-index = "⟦http⟧://crates.corp.example/index" }\n',
      says: says('crates.corp.example'),
      fixed: '[dependencies]\na = { version = "1", registry-index = "https://crates.corp.example/index" }\n',
    },
  ],
});
