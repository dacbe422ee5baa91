import { asScalar, at, itemsOf } from '../yaml/index.ts';
import type { Resource } from './resource.ts';

/** The images whose signatures an admission policy demands. */
export interface SignaturePolicyFact {
  /** A pattern with `*` and `?`. */
  readonly images: string;
  /** A single star stays inside one part of the path (sigstore); otherwise it goes over slashes (Kyverno). */
  readonly isSegmented: boolean;
}

/** What Kyverno (https://kyverno.io/docs/policy-types/) and sigstore's policy controller (https://docs.sigstore.dev/policy-controller/) verify. */
export function signaturePoliciesOf({ group, kind, node }: Resource): readonly SignaturePolicyFact[] {
  if (group === 'kyverno.io' && (kind === 'ClusterPolicy' || kind === 'Policy')) {
    return itemsOf(at(node, 'spec', 'rules')).flatMap((rule) =>
      itemsOf(at(rule, 'verifyImages')).flatMap((verified) =>
        itemsOf(at(verified, 'imageReferences')).flatMap((item) => patternIn(item, false)),
      ),
    );
  }
  if (group === 'policies.kyverno.io' && kind === 'ImageValidatingPolicy')
    return itemsOf(at(node, 'spec', 'matchImageReferences')).flatMap((item) => patternIn(at(item, 'glob'), false));
  if (group === 'policy.sigstore.dev' && kind === 'ClusterImagePolicy')
    return itemsOf(at(node, 'spec', 'images')).flatMap((item) => patternIn(at(item, 'glob'), true));
  return [];
}

const patternIn = (node: Parameters<typeof asScalar>[0], isSegmented: boolean): readonly SignaturePolicyFact[] => {
  const pattern = asScalar(node)?.text;
  return pattern === undefined || pattern === '' ? [] : [{ images: pattern, isSegmented }];
};
