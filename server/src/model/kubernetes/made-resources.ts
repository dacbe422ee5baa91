import { at, itemsOf, stringOf, type YamlNode } from '../yaml/index.ts';
import type { Resource } from './resource.ts';

/** An object that a controller makes from another one. */
export interface MadeResource {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
}

type Names = (node: YamlNode, name: string | undefined) => readonly (string | undefined)[];

const own: Names = (_, name) => [name];
const below =
  (...path: readonly string[]): Names =>
  (node, name) => [stringOf(at(node, ...path)) ?? name];

/** Kinds whose controllers make Secrets and ConfigMaps, by the documentation of each project: group → kind → names of what it makes. */
const MAKERS: Readonly<Record<string, Readonly<Record<string, { readonly kind: MadeResource['kind']; readonly names: Names }>>>> =
  {
    'bitnami.com': { SealedSecret: { kind: 'Secret', names: below('spec', 'template', 'metadata', 'name') } },
    'external-secrets.io': { ExternalSecret: { kind: 'Secret', names: below('spec', 'target', 'name') } },
    'cert-manager.io': { Certificate: { kind: 'Secret', names: (node) => [stringOf(at(node, 'spec', 'secretName'))] } },
    'secrets.hashicorp.com': {
      VaultStaticSecret: { kind: 'Secret', names: below('spec', 'destination', 'name') },
      VaultDynamicSecret: { kind: 'Secret', names: below('spec', 'destination', 'name') },
      VaultPKISecret: { kind: 'Secret', names: below('spec', 'destination', 'name') },
    },
    'onepassword.com': { OnePasswordItem: { kind: 'Secret', names: own } },
    'secrets.infisical.com': {
      InfisicalSecret: { kind: 'Secret', names: below('spec', 'managedSecretReference', 'secretName') },
    },
    'isindir.github.com': { SopsSecret: { kind: 'Secret', names: (node) => templateNames(at(node, 'spec', 'secretTemplates')) } },
    'trust.cert-manager.io': { Bundle: { kind: 'ConfigMap', names: own } },
    'secrets-store.csi.x-k8s.io': {
      SecretProviderClass: {
        kind: 'Secret',
        names: (node) => itemsOf(at(node, 'spec', 'secretObjects')).map((each) => stringOf(at(each, 'secretName'))),
      },
    },
  };

const templateNames = (list: YamlNode | undefined): readonly (string | undefined)[] =>
  itemsOf(list).map((each) => stringOf(at(each, 'name')));

export function madeBy({ group, kind, node, name }: Resource): readonly MadeResource[] {
  const kinds = Object.hasOwn(MAKERS, group) ? MAKERS[group] : undefined;
  const maker = kinds && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return maker?.names(node, name).flatMap((each) => (each === undefined ? [] : { kind: maker.kind, name: each })) ?? [];
}
