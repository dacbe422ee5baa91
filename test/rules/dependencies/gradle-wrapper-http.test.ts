import { gradleWrapperHttp } from '../../../server/src/rules/dependencies/gradle-wrapper-http.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'The wrapper downloads Gradle over plain HTTP and runs it, so anyone on the way can replace it. Use HTTPS.';
const wrapper = (code: string) => ({ path: 'gradle/wrapper/gradle-wrapper.properties', code });

testRule(gradleWrapperHttp, {
  clean: [
    wrapper('distributionUrl=https\\://services.gradle.example/distributions/gradle-8.5-bin.zip\n'),
    wrapper('distributionUrl=https://services.gradle.example/distributions/gradle-8.5-bin.zip\n'),
    wrapper('# distributionUrl=http\\://old.example/gradle-2.0-bin.zip\ndistributionUrl=../gradle-8.5-bin.zip\n'),
    wrapper('distributionUrl=http\\://localhost\\:8080/gradle-8.5-bin.zip\n'),
    wrapper('distributionUrl=file\\:///opt/gradle-8.5-bin.zip\nnote=http\\://x.example\n'),
    { path: 'gradle.properties', code: 'distributionUrl=http\\://x.example\n' },
  ],
  caught: [
    {
      ...wrapper('distributionUrl=⟦http⟧\\://services.gradle.example/distributions/gradle-2.2-bin.zip\n'),
      says,
      fixed: 'distributionUrl=https\\://services.gradle.example/distributions/gradle-2.2-bin.zip\n',
    },
    {
      ...wrapper('distributionBase=X\ndistributionUrl = ⟦http⟧://services.gradle.example/gradle-8.5-all.zip\n'),
      says,
      fixed: 'distributionBase=X\ndistributionUrl = https://services.gradle.example/gradle-8.5-all.zip\n',
    },
    {
      ...wrapper('distributionUrl: ⟦http⟧\\://mirror.example\\:8080/gradle-8.5-bin.zip'),
      says,
      fixed: 'distributionUrl: https\\://mirror.example\\:8080/gradle-8.5-bin.zip',
    },
  ],
});
