import { dependencyRule } from '../../engine/rule.ts';
import { plainHttp } from './shared/plain-http.ts';

export const gradleWrapperHttp = dependencyRule(
  {
    id: 'dependencies/gradle-wrapper-http',
    title: 'Gradle wrapper downloads over plain HTTP',
    why: 'The wrapper downloads Gradle and runs it. Whoever sits between the machine and the server can replace what comes over plain HTTP, and so runs code on every machine that builds. Use HTTPS.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'The wrapper downloads Gradle over plain HTTP and runs it, so anyone on the way can replace it. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://docs.gradle.org/current/userguide/gradle_wrapper.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'gradle-wrapper.properties') return;
    for (const { key, value, valueSpan } of model.settings) {
      const found = key === 'distributionUrl' ? plainHttp(file.text, value, valueSpan) : undefined;
      if (found) yield { message: 'http', key, ...found };
    }
  },
);
