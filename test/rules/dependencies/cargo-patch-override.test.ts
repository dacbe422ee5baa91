import { cargoPatchOverride } from '../../../server/src/rules/dependencies/cargo-patch-override.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `${name} is replaced for everything that is built here, so fixes of the published crate do not arrive. Remove the entry as soon as a release has the change.`;

testRule(cargoPatchOverride, {
  clean: [
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "https://h.example/a" }\n' },
    { path: 'Cargo.toml', code: '# [patch.crates-io]\n# a = { path = "../a" }\n[dependencies]\na = "1"\n' },
    {
      path: 'Cargo.toml',
      code: '[patch.crates-io]\na = { path = "crates/a" }\n',
      files: { 'crates/a/Cargo.toml': '[package]\nname = "a"\n' },
    },
    { path: 'go.mod', code: 'module m\nreplace a.b/c => a.b/d v1.0.0\n' },
  ],
  caught: [
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = "1"\n\n[patch.crates-io]\n⟦a⟧ = { git = "https://h.example/a" }\n⟦b⟧ = { path = "../b" }\n',
      says: [says('a'), says('b')],
      fixed: '[dependencies]\na = "1"\n\n[patch.crates-io]\n',
    },
    {
      path: 'Cargo.toml',
      code: '[patch."https://h.example/r"]\n⟦a⟧ = { path = "vendor/a" }\n',
      says: says('a'),
      fixed: '[patch."https://h.example/r"]\n',
    },
    {
      path: 'Cargo.toml',
      code: '[replace]\n"⟦a⟧:1.0.0" = { git = "https://h.example/a" }\n',
      says: says('a'),
      fixed: '[replace]\n',
    },
  ],
});
