import { dependencyRule } from '../../engine/rule.ts';

/** Attributes that narrow what an entry trusts to less than a group. */
const NARROWS = /(?:^| )(?:name|version|file)(?= |$)/;

export const gradleVerificationBroadTrust = dependencyRule(
  {
    id: 'dependencies/gradle-verification-broad-trust',
    title: 'Gradle trusts a whole group without verifying it',
    why: 'What is listed under trusted-artifacts is not verified at all. An entry that names only a group lets every module and version of it in, also one that is published tomorrow under that name in another repository. Name the module and version, or trust the key that signs them.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      all: 'Nothing is verified, because {pattern} matches every file. Name the modules that cannot be verified.',
      group:
        'Every module and version of {group} is used without being verified. Name the module and version, or trust the key that signs them.',
    },
    aliases: [],
    references: [
      'CWE-494',
      'https://docs.gradle.org/current/userguide/dependency_verification.html#sec:trusting-several-modules',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'verification-metadata.xml') return;
    for (const { section, key, value, valueSpan } of model.settings) {
      if (section !== 'trusted-artifacts') continue;
      if (/^\.[*+]$/.test(value) && /^(?:file|group|name)(?: regex)?$/.test(key)) {
        yield { message: 'all', data: { pattern: value }, span: valueSpan, key: value };
        continue;
      }
      if (!/(?:^| )group(?= |$)/.test(key) || NARROWS.test(key)) continue;
      yield { message: 'group', data: { group: value }, span: valueSpan, key: value };
    }
  },
);
