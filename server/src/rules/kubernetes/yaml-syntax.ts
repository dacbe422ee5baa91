import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { YAML_PROBLEMS, type YamlProblem } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';
import { spacesForTabs } from './support/tabs.ts';

export const yamlSyntax = kubernetesRule(
  {
    id: 'kubernetes/yaml-syntax',
    title: 'Invalid YAML',
    why: 'Nothing can be applied from a document that is not valid YAML, and tools that ignore the mistake read something else than was meant. Templates (`{{ … }}`) are not judged.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { invalid: 'This is not valid YAML: {problem}.' },
    aliases: ['kubeconform:schema'],
    references: ['https://yaml.org/spec/1.2.2/'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    if (context.model.isTemplate) return;
    for (const document of context.model.yaml.documents) {
      let tabs: readonly Fix[] | undefined;
      for (const problem of document.problems) {
        // All tabs of a document go together, because it only parses when none is left.
        if (problem.code === 'tab-indentation')
          tabs ??= fixOf('Indent with spaces', 'safe', spacesForTabs(context.file.text, document));
        const fixes = problem.code === 'tab-indentation' ? tabs : fixesFor(context, problem);
        yield {
          message: 'invalid',
          data: { problem: described(problem) },
          span: problem.span,
          fixes: fixes ?? [],
        };
      }
    }
  },
);

function described({ code }: YamlProblem): string {
  const text = YAML_PROBLEMS[code];
  return text.slice(0, 1).toLowerCase() + text.slice(1, -1);
}

function fixesFor({ file }: Context<'kubernetes'>, { code, span }: YamlProblem): readonly Fix[] {
  const source = file.text.slice(span.start, span.end);
  if (code === 'missing-colon') return fixOf('Add the colon', 'suggested', [insertion(span.end, ':')]);
  if (code === 'missing-space') {
    const glue = source.startsWith('-') ? 0 : source.indexOf(':');
    return glue < 0 ? [] : fixOf('Add the space', 'suggested', [insertion(span.start + glue + 1, ' ')]);
  }
  if (code === 'missing-quote' && /^["']/.test(source))
    return fixOf('Close the quote', 'suggested', [insertion(span.end, source.slice(0, 1))]);
  return [];
}
