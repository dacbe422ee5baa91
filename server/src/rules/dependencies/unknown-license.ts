import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { hasPolicy, licensed, licensedByRegistry, licenseJudge } from './shared/license-policy.ts';
import { licenseSpan } from './shared/license-span.ts';

export const unknownLicense = dependencyRule(
  {
    id: 'dependencies/unknown-license',
    title: 'Package has no known licence',
    why: 'Without a licence nobody but its authors may use a package, and a text that is no SPDX expression cannot be held against the policy of this workspace. Read what the package itself says, and write the decision down as an accepted finding, or replace the package. Only workspaces with a policy (`dependencies.allowedLicenses`, `dependencies.deniedLicenses`) are told.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{name} {version} names no licence, so the policy cannot be checked. Find out under which terms it may be used.',
      unknown:
        '{name} {version} names the licence "{license}", which is not an SPDX expression, so the policy cannot be checked. Find out what it is.',
      notInRegistry:
        '{name} {version} names no licence ({source}), so the policy cannot be checked. Find out under which terms it may be used.',
      oddInRegistry:
        '{name} {version} names the licence "{license}" ({source}), which is not an SPDX expression, so the policy cannot be checked. Find out what it is.',
    },
    aliases: [],
    references: ['https://spdx.org/licenses/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (!hasPolicy(env.dependencies)) return;
    const judge = licenseJudge(env.dependencies);
    for (const dependency of licensed(model)) {
      const { license, rawName: name, version = '', source } = dependency;
      const key = `${keyOf(model, dependency)}/${version}`;
      if (license === undefined || license.trim() === '') {
        if (source !== 'path') yield { message: 'missing', data: { name, version }, span: dependency.nameSpan, key };
      } else if (judge(license) === 'unknown')
        yield { message: 'unknown', data: { name, version, license }, span: licenseSpan(file.text, dependency), key };
    }
    const { source } = env.registry;
    for (const { dependency, span, version, license } of licensedByRegistry(context)) {
      const rest = { span, key: keyOf(model, dependency) };
      const data = { name: dependency.rawName, version, source };
      if (license === undefined) yield { message: 'notInRegistry', data, ...rest };
      else if (judge(license) === 'unknown') yield { message: 'oddInRegistry', data: { ...data, license }, ...rest };
    }
  },
);
