import { dependencyRule } from '../../engine/rule.ts';
import { addChecksum, uncheckedDownloads } from './shared/wrapper-checksum.ts';

export const gradleWrapperNoChecksum = dependencyRule(
  {
    id: 'dependencies/gradle-wrapper-no-checksum',
    title: 'Gradle wrapper does not check what it downloads',
    why: 'The wrapper downloads Gradle and runs it with the rights of whoever builds. With the checksum of the distribution it refuses one that was replaced on the way, in a mirror or in a cache. Gradle publishes the checksum of each release.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing:
        'The wrapper runs whatever this address sends. Add {checksum} with the checksum that Gradle publishes for the release.',
    },
    aliases: [],
    references: [
      'CWE-494',
      'https://docs.gradle.org/current/userguide/gradle_wrapper.html#sec:verification',
      'https://gradle.org/release-checksums/',
    ],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'gradle-wrapper.properties') return;
    for (const download of uncheckedDownloads(model, ['distributionUrl'])) {
      const { setting, checksum } = download;
      const fixes = addChecksum(file, download);
      yield { message: 'missing', data: { checksum }, span: setting.valueSpan, key: setting.key, fixes };
    }
  },
);
