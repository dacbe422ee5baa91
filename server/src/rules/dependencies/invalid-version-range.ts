import { dependencyRule } from '../../engine/rule.ts';
import { schemeOf, type Dependency } from '../../model/dependencies/index.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { isReadable, repaired } from './shared/requirement.ts';

export const invalidVersionRange = dependencyRule(
  {
    id: 'dependencies/invalid-version-range',
    title: 'Version range cannot be read',
    why: 'What a package manager cannot read it refuses, takes as the name of a tag, or leaves out in part, so that another range applies than the one that is written. A range that nothing can satisfy stops every installation.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unreadable: '"{requirement}" is not a version range of {ecosystem}. Write one that it can read.',
      meant: '"{requirement}" is not a version range of {ecosystem}. Perhaps "{meant}" is meant.',
      nothing: 'No version satisfies "{requirement}". Correct its bounds.',
    },
    aliases: [],
    references: ['CWE-1357'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.role !== 'manifest') return;
    for (const dependency of model.dependencies) {
      if (!isChecked(dependency)) continue;
      const { requirement = '', requirementSpan, nameSpan, ecosystem } = dependency;
      const readable = isReadable(dependency, model.format);
      if (readable === undefined) continue;
      const rest = { span: requirementSpan ?? nameSpan, key: keyOf(model, dependency) };
      if (readable) {
        if (schemeOf(ecosystem)?.intervals(requirement)?.length === 0)
          yield { message: 'nothing', data: { requirement }, ...rest };
        continue;
      }
      const meant = repaired(dependency, model.format);
      if (meant === undefined) yield { message: 'unreadable', data: { requirement, ecosystem }, ...rest };
      else
        yield {
          message: 'meant',
          data: { requirement, ecosystem, meant },
          ...rest,
          fixes: requiring(file.text, dependency, meant),
        };
    }
  },
);

const isChecked = ({ source, use }: Dependency): boolean =>
  (source === 'registry' || source === 'alias') && use !== 'exclusion' && use !== 'retraction';
