import { dependencyRule } from '../../engine/rule.ts';
import { plainHttp } from './shared/plain-http.ts';
import { addChecksum, uncheckedDownloads } from './shared/wrapper-checksum.ts';

const URLS = ['distributionUrl', 'wrapperUrl'];

export const mavenWrapperNoChecksum = dependencyRule(
  {
    id: 'dependencies/maven-wrapper-no-checksum',
    title: 'Maven wrapper does not check what it downloads',
    why: 'The wrapper downloads Maven and runs it with the rights of whoever builds. With a checksum it refuses a file that was replaced on the way, in a mirror or in a cache; over plain HTTP anyone on the way can replace it.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      missing: 'The wrapper runs whatever this address sends. Add {checksum} with the checksum of the file.',
      http: 'The wrapper downloads over plain HTTP what it then runs. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-494', 'CWE-319', 'https://maven.apache.org/tools/wrapper/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'maven-wrapper.properties') return;
    for (const { key, value, valueSpan } of model.settings) {
      const found = URLS.includes(key) ? plainHttp(file.text, value, valueSpan) : undefined;
      if (found) yield { message: 'http', key: `${key}/http`, ...found };
    }
    // A wrapper that is only a script has no file of its own to download.
    const isScript = model.settings.some(({ key, value }) => key === 'distributionType' && value === 'only-script');
    for (const download of uncheckedDownloads(model, isScript ? ['distributionUrl'] : URLS)) {
      const { setting, checksum } = download;
      const fixes = addChecksum(file, download);
      yield { message: 'missing', data: { checksum }, span: setting.valueSpan, key: setting.key, fixes };
    }
  },
);
