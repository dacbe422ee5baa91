import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { repositoryOfText } from '../../model/dockerfile/index.ts';
import { parseImage, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, stringOf, type YamlNode, type YamlScalar } from '../../model/yaml/index.ts';
import { isLiteralImage } from './support/images.ts';
import { verbatimStart } from './support/scalar-text.ts';

export const tektonPinnedBundle = kubernetesRule(
  {
    id: 'kubernetes/tekton-pinned-bundle',
    title: 'Tekton bundle without a digest',
    why: 'A bundle holds the steps that a run executes, with the ServiceAccount of that run. Whoever may move its tag decides what the next run does. Name the bundle by its digest.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { tag: 'The bundle `{bundle}` may hold other steps tomorrow. Add its digest.' },
    aliases: ['kyverno:require-tekton-bundle', 'kyverno:require-tekton-namespace-pipelinerun'],
    references: ['CWE-829', 'https://tekton.dev/docs/pipelines/bundle-resolver/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of model.resources) {
      if (resource.group !== 'tekton.dev') continue;
      for (const node of bundlesOf(resource)) {
        const reference = isLiteralImage(node.text) ? parseImage(node.text) : undefined;
        if (!reference || reference.digest !== undefined) continue;
        const start = verbatimStart(file.text, node);
        const fixes = start === undefined || reference.tag === undefined ? [] : [pin(node.text, reference.name, start)];
        yield {
          message: 'tag',
          data: { bundle: node.text },
          span: node.span,
          fixes,
          key: `${resource.kind}/${resource.name ?? ''}/${node.text}`,
        };
      }
    }
  },
);

function pin(bundle: string, name: string, start: number): Fix {
  const repository = repositoryOfText(name);
  return {
    title: `Pin ${bundle} by its digest (asks ${repository.split('/', 1)[0] ?? ''})`,
    applicability: 'suggested',
    edits: [],
    deferred: { kind: 'image-digest', image: repository + bundle.slice(name.length), at: start + bundle.length },
  };
}

/** The bundles that runs and pipelines refer to: in the field of `v1beta1`, and as the parameter of the resolver. */
function* bundlesOf({ kind, node }: Resource): Generator<YamlScalar> {
  const spec = at(node, 'spec');
  const tasks = (holder: YamlNode | undefined) =>
    ['tasks', 'finally'].flatMap((list) => itemsOf(at(holder, list)).map((task) => at(task, 'taskRef')));
  const references =
    kind === 'TaskRun'
      ? [at(spec, 'taskRef')]
      : kind === 'PipelineRun'
        ? [at(spec, 'pipelineRef'), ...tasks(at(spec, 'pipelineSpec'))]
        : kind === 'Pipeline'
          ? tasks(spec)
          : [];
  for (const reference of references) {
    const isResolved = stringOf(at(reference, 'resolver')) === 'bundles';
    const parameter = isResolved
      ? itemsOf(at(reference, 'params')).find((param) => stringOf(at(param, 'name')) === 'bundle')
      : undefined;
    const bundle = asScalar(at(reference, 'bundle') ?? at(parameter, 'value'));
    if (typeof bundle?.value === 'string' && bundle.value !== '') yield bundle;
  }
}
