import { kubernetesRule } from '../../engine/rule.ts';
import { repositoryOfText } from '../../model/dockerfile/index.ts';
import { parseImage, type SignaturePolicyFact } from '../../model/kubernetes/index.ts';
import { isReference } from '../support/reference-grammar.ts';
import { imagesOf } from './support/images.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const imageSignature = kubernetesRule(
  {
    id: 'kubernetes/image-signature',
    title: 'Image that no signature policy covers',
    why: 'A signature proves who built an image and that nobody changed it since. Whether an image has one only its registry knows, but policies of Kyverno and sigstore say which must have one. Where the workspace has such policies, an image that none of them covers is started unchecked.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { uncovered: 'No policy of the workspace verifies the signature of `{image}`. Add one that covers it.' },
    aliases: [],
    references: ['Kubescape C-0237', 'CWE-347', 'https://docs.sigstore.dev/policy-controller/overview/'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model, env }) {
    const patterns = env.workspace.all('kubernetes').flatMap(([, { signaturePolicies }]) => signaturePolicies.map(matcher));
    if (patterns.length === 0) return;
    for (const { node, key } of imagesOf(model)) {
      const image = isReference(node.text) ? parseImage(node.text) : undefined;
      if (!image) continue;
      const full = repositoryOfText(image.name);
      const tagged = image.tag === undefined ? full : `${full}:${image.tag}`;
      const names = [node.text, image.name, full, tagged];
      if (patterns.some((matches) => names.some(matches))) continue;
      yield { message: 'uncovered', data: { image: node.text }, span: node.span, key };
    }
  }),
);

const LONGEST_PATTERN = 500;
/** More stars than this are no pattern of a person, and would make matching slow. */
const MOST_STARS = 10;

function matcher({ images, isSegmented }: SignaturePolicyFact): (image: string) => boolean {
  if (images.length > LONGEST_PATTERN || images.split('*').length > MOST_STARS) return () => true;
  const star = isSegmented && images !== '*' ? '[^/]*' : '.*';
  const source = images.replaceAll(/\*\*|[*?]|[.+^${}()|[\]\\]/g, (found) =>
    found === '**' ? '.*' : found === '*' ? star : found === '?' ? '.' : `\\${found}`,
  );
  const pattern = new RegExp(`^${source}$`);
  return (image) => pattern.test(image);
}
