import { gradleVerificationMissing } from '../../../server/src/rules/dependencies/gradle-verification-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const missing = (path: string): string =>
  `Gradle takes this without checking what it gets, because ${path} is missing. Write it with gradle --write-verification-metadata.`;
const off = 'Gradle does not check the checksums of what it gets, because verify-metadata is off. Set it to true.';
const PLUGINS = 'pluginManagement { repositories { gradlePluginPortal() } }\n';
const metadata = (inside: string) => ({
  path: 'gradle/verification-metadata.xml',
  code: `<verification-metadata><configuration>${inside}</configuration></verification-metadata>\n`,
});

const VERIFIED =
  '<verification-metadata>\n  <components>\n    <component group="a" name="b" version="1">\n      <artifact name="b-1.jar">\n        <sha256 value="…"/>\n      </artifact>\n    </component>\n  </components>\n</verification-metadata>\n';

testRule(gradleVerificationMissing, {
  clean: [
    {
      path: 'build.gradle',
      code: "dependencies { api 'a:b:1' }\n",
      files: { 'gradle/verification-metadata.xml': VERIFIED },
      beside: ['settings.gradle', 'gradle/verification-metadata.xml'],
      shown: true,
    },
    { path: 'settings.gradle', code: PLUGINS, beside: ['gradle/verification-metadata.xml'] },
    { path: 'settings.gradle', code: PLUGINS },
    { path: 'settings.gradle', code: "include 'a'\n", beside: [] },
    {
      path: 'settings.gradle',
      code: PLUGINS,
      files: { 'build.gradle': "dependencies { api 'a:b:1' }\n" },
      beside: ['build.gradle'],
    },
    { path: 'build.gradle', code: 'repositories { mavenCentral() }\n', beside: ['settings.gradle'] },
    { path: 'app/build.gradle', code: "dependencies { api 'a:b:1' }\n", beside: ['settings.gradle.kts'] },
    { path: 'app/build.gradle', code: "dependencies { api 'a:b:1' }\n", beside: ['build.gradle'] },
    { path: 'buildSrc/build.gradle', code: "dependencies { api 'a:b:1' }\n", beside: [] },
    metadata('<verify-metadata>true</verify-metadata>'),
    metadata('<!-- <verify-metadata>false</verify-metadata> --><verify-signatures>false</verify-signatures>'),
  ],
  caught: [
    {
      path: 'build.gradle',
      code: "dependencies { api '⟦a:b⟧:1' }\n",
      beside: ['settings.gradle'],
      says: missing('gradle/verification-metadata.xml'),
    },
    {
      path: 'settings.gradle',
      code: 'pluginManagement { repositories { ⟦gradlePluginPortal⟧() } }\n',
      beside: ['build.gradle'],
      says: missing('gradle/verification-metadata.xml'),
    },
    {
      path: 'sub/build.gradle.kts',
      code: 'repositories { mavenCentral() }\ndependencies { implementation("⟦a:b⟧:1") }\n',
      beside: [],
      says: missing('sub/gradle/verification-metadata.xml'),
    },
    { ...metadata('<verify-metadata>⟦false⟧</verify-metadata>'), says: off },
  ],
});
