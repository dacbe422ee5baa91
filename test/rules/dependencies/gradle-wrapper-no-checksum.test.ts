import { gradleWrapperNoChecksum } from '../../../server/src/rules/dependencies/gradle-wrapper-no-checksum.ts';
import { testRule } from '../../support/rule-tester.ts';

const says =
  'The wrapper runs whatever this address sends. Add distributionSha256Sum with the checksum that Gradle publishes for the release.';
const wrapper = (code: string) => ({ path: 'gradle/wrapper/gradle-wrapper.properties', code });
const URL = 'https\\://services.gradle.example/distributions/gradle-8.5-bin.zip';

testRule(gradleWrapperNoChecksum, {
  clean: [
    wrapper(`distributionUrl=${URL}\ndistributionSha256Sum=9d926787066a081739e8200858338b4a69e837c3a821a33aca9db09dd4a41026\n`),
    wrapper(`distributionSha256Sum : abc\ndistributionUrl : ${URL}\n`),
    wrapper('distributionBase=GRADLE_USER_HOME\n'),
    { path: '.mvn/wrapper/maven-wrapper.properties', code: `distributionUrl=${URL}\n` },
  ],
  caught: [
    {
      ...wrapper(`distributionBase=GRADLE_USER_HOME\ndistributionUrl=⟦${URL}⟧\nzipStorePath=wrapper/dists\n`),
      says,
      fixed: `distributionBase=GRADLE_USER_HOME\ndistributionUrl=${URL}\ndistributionSha256Sum=<SHA-256 of the file>\nzipStorePath=wrapper/dists\n`,
    },
    {
      ...wrapper(`distributionUrl=⟦${URL}⟧\n#distributionSha256Sum=abc\n`),
      says,
      fixed: `distributionUrl=${URL}\ndistributionSha256Sum=<SHA-256 of the file>\n#distributionSha256Sum=abc\n`,
    },
    {
      ...wrapper(`distributionSha256Sum=\ndistributionUrl=⟦${URL}⟧`),
      says,
      fixed: `distributionSha256Sum=\ndistributionUrl=${URL}\ndistributionSha256Sum=<SHA-256 of the file>`,
    },
  ],
});
