import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { hasPolicy, licensed, licensedByRegistry, licenseJudge } from './shared/license-policy.ts';
import { licenseSpan } from './shared/license-span.ts';

export const deniedLicense = dependencyRule(
  {
    id: 'dependencies/denied-license',
    title: 'Package has a licence that the policy denies',
    why: 'A licence binds whoever ships the package, and your team decided which ones it can keep to: `dependencies.allowedLicenses` and `dependencies.deniedLicenses` of the configuration. Of several licences to choose from one that is allowed is enough. Replace the package, or have the exception decided and written down.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      registry:
        '{name} {version} is under {license} ({source}), which the policy of this workspace does not allow. Replace the package.',
      denied: '{name} {version} is under {license}, which the policy of this workspace does not allow. Replace the package.',
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
      const { license, rawName: name, version = '' } = dependency;
      if (license === undefined || judge(license) !== 'denied') continue;
      yield {
        message: 'denied',
        data: { name, version, license },
        span: licenseSpan(file.text, dependency),
        key: `${keyOf(model, dependency)}/${version}`,
        ...ofDevelopment(dependency),
      };
    }
    for (const { dependency, span, version, license } of licensedByRegistry(context)) {
      if (license === undefined || judge(license) !== 'denied') continue;
      const data = { name: dependency.rawName, version, license, source: env.registry.source };
      yield { message: 'registry', data, span, key: keyOf(model, dependency), ...ofDevelopment(dependency) };
    }
  },
);

/** What is only developed with is not shipped. */
const ofDevelopment = ({ groups }: Dependency): { readonly severity?: 'low' } =>
  groups.includes('dev') ? { severity: 'low' } : {};
