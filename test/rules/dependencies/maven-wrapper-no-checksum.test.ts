import { mavenWrapperNoChecksum } from '../../../server/src/rules/dependencies/maven-wrapper-no-checksum.ts';
import { testRule } from '../../support/rule-tester.ts';

const missing = (key: string): string =>
  `The wrapper runs whatever this address sends. Add ${key} with the checksum of the file.`;
const http = 'The wrapper downloads over plain HTTP what it then runs. Use HTTPS.';
const wrapper = (code: string) => ({ path: '.mvn/wrapper/maven-wrapper.properties', code });
const MAVEN = 'https://repo.example/apache-maven-3.9.6-bin.zip';
const JAR = 'https://repo.example/maven-wrapper-3.2.0.jar';

testRule(mavenWrapperNoChecksum, {
  clean: [
    wrapper(`distributionUrl=${MAVEN}\ndistributionSha256Sum=abc\n`),
    wrapper(`distributionUrl=${MAVEN}\ndistributionSha256Sum=abc\nwrapperUrl=${JAR}\nwrapperSha256Sum=def\n`),
    wrapper(`distributionType=only-script\ndistributionUrl=${MAVEN}\ndistributionSha256Sum=abc\nwrapperUrl=${JAR}\n`),
    { path: 'gradle/wrapper/gradle-wrapper.properties', code: `distributionUrl=${MAVEN}\n` },
  ],
  caught: [
    {
      ...wrapper(`distributionUrl=⟦${MAVEN}⟧\n`),
      says: missing('distributionSha256Sum'),
      fixed: `distributionUrl=${MAVEN}\ndistributionSha256Sum=<SHA-256 of the file>\n`,
    },
    {
      ...wrapper(`distributionUrl=${MAVEN}\ndistributionSha256Sum=abc\nwrapperUrl=⟦${JAR}⟧\n`),
      says: missing('wrapperSha256Sum'),
      fixed: `distributionUrl=${MAVEN}\ndistributionSha256Sum=abc\nwrapperUrl=${JAR}\nwrapperSha256Sum=<SHA-256 of the file>\n`,
    },
    {
      ...wrapper('distributionSha256Sum=abc\ndistributionUrl=⟦http⟧://repo.example/apache-maven-3.9.6-bin.zip\n'),
      says: http,
      fixed: 'distributionSha256Sum=abc\ndistributionUrl=https://repo.example/apache-maven-3.9.6-bin.zip\n',
    },
  ],
});
