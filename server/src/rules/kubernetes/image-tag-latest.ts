import { type Edit, insertion } from '../../base/edit.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type ImageReference, parseImage } from '../../model/kubernetes/index.ts';
import type { YamlScalar } from '../../model/yaml/index.ts';
import { isLiteralImage } from './support/images.ts';
import { coveredByIngressNginx } from './support/ingress-nginx.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { perFiles } from './support/per-files.ts';
import { pieceOf, verbatimStart } from './support/scalar-text.ts';
import { targetsOf } from './support/targets.ts';

/** More offers would not help to choose. */
const MOST_OFFERS = 3;

export const imageTagLatest = kubernetesRule(
  {
    id: 'kubernetes/image-tag-latest',
    title: 'Image without a fixed tag',
    why: 'Without a tag an image means `latest`, and what that is changes whenever somebody pushes: two pods of one Deployment may run different programs, a rollback brings nothing back, and nobody can say which version was scanned. Name the version, or better the digest.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      untagged: 'Image `{image}` has no tag, which means `latest`. Name the version.',
      latest: 'Image `{image}` has the tag `latest`, which changes with every push. Name the version.',
    },
    aliases: [
      'checkov:CKV_K8S_14',
      'gatekeeper:general/disallowedtags',
      'kics:invalid_image',
      'kube-linter:latest-tag',
      'kube-score:Container Image Tag',
      'kyverno:disallow-latest-tag',
      'polaris:tagNotSpecified',
      'trivy:KSV-0013',
    ],
    references: ['CWE-1357', 'https://kubernetes.io/docs/concepts/containers/images/#image-names'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    const tagsOf = tagsElsewhere(context);
    for (const { container } of targetsOf(context.model)) {
      const { image, key } = container;
      const reference = image && isLiteralImage(image.text) ? parseImage(image.text) : undefined;
      if (!image || !reference || !isFloating(reference)) continue;
      const place = placeIn(context.file.text, image, reference);
      const fixes = place ? tagsOf(reference.name).map((tag) => useTag(tag, place.edit)) : [];
      const message = reference.tag === undefined ? 'untagged' : 'latest';
      const cause = coveredByIngressNginx(reference.name, context.env.today);
      yield { message, data: { image: reference.name }, span: place?.span ?? image.span, fixes, key, ...cause };
    }
  }),
);

const isFloating = ({ tag, digest }: ImageReference): boolean => digest === undefined && (tag === undefined || tag === 'latest');

interface Place {
  /** The tag, or the whole reference when it has none. */
  readonly span: Span;
  /** The edit that writes a tag. */
  readonly edit: (tag: string) => Edit;
}

/** Where the tag stands or would stand; undefined when the source spells the reference differently (escapes, several lines). */
function placeIn(text: string, image: YamlScalar, { tag }: ImageReference): Place | undefined {
  if (verbatimStart(text, image) === undefined) return undefined;
  const { length } = image.text;
  const whole = pieceOf(text, image, 0, length);
  if (tag === undefined) return { span: whole, edit: (newTag) => insertion(whole.end, `:${newTag}`) };
  const tagSpan = pieceOf(text, image, length - tag.length, length);
  return { span: tagSpan, edit: (newTag) => ({ span: tagSpan, newText: newTag }) };
}

const useTag = (tag: string, edit: Place['edit']): Fix => ({
  title: `Use the tag \`${tag}\``,
  applicability: 'suggested',
  edits: [edit(tag)],
});

/** The tags that the same image has elsewhere in the workspace, most frequent first. */
const tagsElsewhere =
  ({ env }: Context<'kubernetes'>) =>
  (name: string): readonly string[] =>
    tagsIn(env.workspace.all('kubernetes')).get(name) ?? [];

const tagsIn = perFiles((files): ReadonlyMap<string, readonly string[]> => {
  const uses = new Map<string, Map<string, number>>();
  for (const reference of files
    .flatMap(([, { workloads }]) => workloads.flatMap((each) => each.containers))
    .map(({ image }) => image?.value)) {
    const image = reference === undefined ? undefined : parseImage(reference);
    if (image?.tag === undefined || image.tag === 'latest') continue;
    const tags = uses.get(image.name) ?? new Map<string, number>();
    uses.set(image.name, tags.set(image.tag, (tags.get(image.tag) ?? 0) + 1));
  }
  return new Map([...uses].map(([name, tags]) => [name, mostFrequent(tags)]));
});

const mostFrequent = (uses: ReadonlyMap<string, number>): readonly string[] =>
  [...uses]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST_OFFERS)
    .map(([tag]) => tag);
