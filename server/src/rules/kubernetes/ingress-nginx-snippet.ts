import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, deletePath, itemsOf, replaceScalar } from '../../model/yaml/index.ts';
import { type AnnotationEntry, annotationsOf } from './support/annotations.ts';
import { editSource, fixOf } from './support/edits.ts';
import { ingressesOf, ingressRulesOf } from './support/ingress.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

/** Annotations that are copied into the configuration of nginx, of the community's controller (both prefixes) and of F5's. */
const SNIPPET = /^(?:(?:nginx\.)?ingress\.kubernetes\.io\/[\w-]+-snippet|nginx\.org\/(?:server|location)-snippets)$/;
const OF_NGINX = /^(?:(?:nginx\.)?ingress\.kubernetes\.io|nginx\.org)\//;
/** Directives that read files or run programs, and the files that attacks are after, in a value that should hold neither. */
const INJECTED =
  /(?:^|[\s;{}])(?:alias|root|lua|proxy_pass|location(?=\s+[/~=^@]))(?:\s|$)|_by_lua|lua_|load_module|serviceaccount|\/etc\/(?:passwd|shadow)|var\/run\/secrets/;
/** CVE-2021-25745: a path is written into the configuration as well. */
const BAD_PATH = /^\/(?:etc|root|proc)(?:\/|$)|\/etc\/|var\/run\/(?:secrets|kubernetes)|[;\r\n]|_by_lua|\balias\s/;
/** No person writes more into one Ingress. */
const MOST = 50;
const SETTING = 'allow-snippet-annotations';

export const ingressNginxSnippet = kubernetesRule(
  {
    id: 'kubernetes/ingress-nginx-snippet',
    title: 'Raw nginx configuration in an Ingress',
    why: 'The controller copies snippets into its own configuration, and that can read every Secret that the controller may read, which is usually all of the cluster: whoever may write an Ingress owns it (CVE-2021-25742). Use the annotation that exists for the purpose, and keep `allow-snippet-annotations` false.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      snippet:
        'Annotation `{name}` of {resource} is copied into the configuration of nginx. Delete it and use a specific annotation.',
      injected: 'Annotation `{name}` of {resource} brings directives into the configuration of nginx. Delete it.',
      path: 'The path `{path}` of {resource} reaches into the files of the controller (CVE-2021-25745). Use another path.',
      allowed: '{resource} lets everyone who may write an Ingress configure nginx. Set `allow-snippet-annotations: "false"`.',
    },
    aliases: [
      'checkov:CKV_K8S_152',
      'checkov:CKV_K8S_153',
      'checkov:CKV_K8S_154',
      'kubescape:CVE-2021-25742',
      'kyverno:disallow-ingress-nginx-custom-snippets',
      'kyverno:restrict-annotations',
      'kyverno:restrict-ingress-paths',
    ],
    references: ['CVE-2021-25742', 'CVE-2021-25745', 'CWE-94', 'https://github.com/kubernetes/kubernetes/issues/126811'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const resource of ingressesOf(context.model)) {
      const bad = annotationsOf(resource.node).filter(({ name, value }) => SNIPPET.test(name) || isInjected(name, value));
      for (const annotation of bad.slice(0, MOST)) yield ofAnnotation(context, resource, annotation);
      for (const rule of ingressRulesOf(resource)) {
        for (const item of itemsOf(at(rule, 'http', 'paths'))) {
          const path = asScalar(at(item, 'path'));
          if (!path || !BAD_PATH.test(path.text)) continue;
          const data = { path: path.text.replaceAll(/\s+/g, ' '), resource: titleOf(resource) };
          yield { message: 'path', data, span: path.span, key: `${keyOfResource(resource)}/${path.text}` };
        }
      }
    }
    for (const resource of resourcesOfKind(context.model, 'ConfigMap', [''])) {
      const setting = asScalar(at(resource.node, 'data', SETTING));
      if (setting?.text !== 'true') continue;
      const edits = replaceScalar(editSource(context.file, resource), setting, 'false');
      const fixes = fixOf('Set "false"', 'suggested', edits);
      yield {
        message: 'allowed',
        data: { resource: titleOf(resource) },
        span: setting.span,
        fixes,
        key: keyOfResource(resource),
      };
    }
  },
);

const isInjected = (name: string, value: string | undefined): boolean =>
  OF_NGINX.test(name) && value !== undefined && INJECTED.test(value);

function ofAnnotation({ file }: Context<'kubernetes'>, resource: Resource, { name, entry }: AnnotationEntry) {
  const edits = deletePath(editSource(file, resource), resource.node, ['metadata', 'annotations', name]);
  return {
    message: SNIPPET.test(name) ? 'snippet' : 'injected',
    data: { name, resource: titleOf(resource) },
    span: entry.key.span,
    fixes: fixOf('Delete the annotation', 'suggested', edits),
    key: `${keyOfResource(resource)}/${name}`,
  } as const;
}
