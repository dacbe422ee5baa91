import { dependencyRule } from '../../engine/rule.ts';
import { schemeOf, type Dependency } from '../../model/dependencies/index.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { inUse } from './shared/lock-in-use.ts';
import { isDistTag } from './shared/requirement.ts';

export const distTagDependency = dependencyRule(
  {
    id: 'dependencies/dist-tag-dependency',
    title: 'Dependency follows a tag of the registry',
    why: "A tag such as `latest` or `next` is moved by the package's authors, or by whoever took over their account: what is installed tomorrow is not what was tested, and may be a new major version or a pre-release. Ask for a version range and let a tool propose updates.",
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      locked: '{name} follows the tag "{tag}", which its authors can move at any time. Require the locked {version}.',
      unknown: '{name} follows the tag "{tag}", which its authors can move at any time. Require the version that was tested.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies', 'https://docs.npmjs.com/cli/commands/npm-dist-tag'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.role !== 'manifest' || model.ecosystem !== 'npm') return;
    const tagged = model.dependencies.filter(isTagged);
    const scheme = schemeOf(model.ecosystem);
    if (!scheme || tagged.length === 0) return;
    const { versionOf, isLocal } = inUse(file.path, env);
    for (const dependency of tagged) {
      if (isLocal(dependency)) continue;
      const { rawName: name, requirement = '', requirementSpan, nameSpan } = dependency;
      const version = versionOf(dependency);
      const rest = { span: requirementSpan ?? nameSpan, key: keyOf(model, dependency) };
      const tag = requirement.trim();
      if (version === undefined) yield { message: 'unknown', data: { name, tag }, ...rest };
      else
        yield {
          message: 'locked',
          data: { name, tag, version },
          ...rest,
          fixes: requiring(file.text, dependency, scheme.pin(version)),
        };
    }
  },
);

const isTagged = ({ source, requirement, groups, use }: Dependency): boolean =>
  (source === 'registry' || source === 'alias') &&
  requirement !== undefined &&
  !groups.includes('peer') &&
  (use === 'declared' || use === 'override') &&
  isDistTag(requirement);
