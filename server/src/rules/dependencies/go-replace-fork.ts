import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';

export const goReplaceFork = dependencyRule(
  {
    id: 'dependencies/go-replace-fork',
    title: 'Go module is replaced by another module',
    why: 'A replacement lets the code of another module run under the name that everybody reviews: advisories and updates of the original no longer apply, and nobody sees the swap in an import. Replacements also count only in the main module, so whoever imports this one gets the original. Go back to the original once the change is in it, or import the fork under its own name.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      swapped:
        '{name} is replaced by {other}, so other code runs under its name and its advisories and updates are missed. Return to the original, or import the fork under its own name.',
    },
    aliases: [],
    references: ['CWE-829', 'https://go.dev/ref/mod#go-mod-file-replace'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'go.mod' && model.format !== 'go.work') return;
    for (const dependency of model.dependencies) {
      const { use, source, rawName: name, name: other, nameSpan: span } = dependency;
      if (use !== 'replacement' || source === 'path' || canonical(name) === canonical(other)) continue;
      yield { message: 'swapped', data: { name, other }, span, key: keyOf(model, dependency) };
    }
  },
);

/** Import paths that stand for a repository elsewhere, so that both are the same code. */
const VANITY: readonly (readonly [RegExp, string])[] = [
  [/^golang\.org\/x\/([^/]+)/, 'github.com/golang/$1'],
  [/^go\.googlesource\.com\/([^/]+)/, 'github.com/golang/$1'],
  [/^google\.golang\.org\/grpc(?=\/|$)/, 'github.com/grpc/grpc-go'],
  [/^google\.golang\.org\/protobuf(?=\/|$)/, 'github.com/protocolbuffers/protobuf-go'],
  [/^google\.golang\.org\/genproto(?=\/|$)/, 'github.com/googleapis/go-genproto'],
  [/^cloud\.google\.com\/go(?=\/|$)/, 'github.com/googleapis/google-cloud-go'],
  [/^k8s\.io\/([^/]+)/, 'github.com/kubernetes/$1'],
  [/^sigs\.k8s\.io\/([^/]+)/, 'github.com/kubernetes-sigs/$1'],
  [/^go\.uber\.org\/([^/]+)/, 'github.com/uber-go/$1'],
  [/^go\.etcd\.io\/([^/]+)/, 'github.com/etcd-io/$1'],
  [/^gopkg\.in\/([^/.]+)\.v\d+/, 'github.com/go-$1/$1'],
  [/^gopkg\.in\/([^/]+)\/([^/.]+)\.v\d+/, 'github.com/$1/$2'],
];

/** A module without its major version and in one spelling: another version of it is no other module. */
function canonical(path: string): string {
  const found = VANITY.find(([pattern]) => pattern.test(path));
  const known = found ? path.replace(found[0], found[1]) : path;
  return known
    .replace(/\/v\d+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
