import { gradleVerificationBroadTrust } from '../../../server/src/rules/dependencies/gradle-verification-broad-trust.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (group: string): string =>
  `Every module and version of ${group} is used without being verified. Name the module and version, or trust the key that signs them.`;
const metadata = (inside: string) => ({
  path: 'gradle/verification-metadata.xml',
  code: `<?xml version="1.0"?>\n<verification-metadata>\n  <configuration>\n    <trusted-artifacts>\n      ${inside}\n    </trusted-artifacts>\n  </configuration>\n</verification-metadata>\n`,
});

testRule(gradleVerificationBroadTrust, {
  clean: [
    metadata('<trust group="com.a" name="b" version="1"/>'),
    metadata('<trust group="com.a" name="b"/>'),
    metadata('<trust file=".*-javadoc[.]jar" regex="true"/>'),
    metadata('<trust group="com.a" file=".*-sources[.]jar" regex="true" reason="only sources"/>'),
    metadata('<!-- <trust group="com.a"/> -->'),
    {
      path: 'gradle/verification-metadata.xml',
      code: '<verification-metadata><configuration><trusted-keys><trusted-key id="A" group="com.a"/></trusted-keys></configuration><components><component group="com.a" name="b" version="1"/></components></verification-metadata>',
    },
  ],
  caught: [
    { ...metadata('<trust group="⟦com.a⟧"/>'), says: says('com.a') },
    { ...metadata("<trust reason='ours' regex='true' group='⟦^com[.]a($|([.].*))⟧' />"), says: says('^com[.]a($|([.].*))') },
    {
      ...metadata('<trust file="⟦.*⟧" regex="true"/><trust group="⟦a⟧"></trust>'),
      says: ['Nothing is verified, because .* matches every file. Name the modules that cannot be verified.', says('a')],
    },
  ],
});
