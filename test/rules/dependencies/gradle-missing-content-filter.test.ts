import { gradleMissingContentFilter } from '../../../server/src/rules/dependencies/gradle-missing-content-filter.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (url: string): string =>
  `${url} may answer for every module, also for those of the other repositories. Say with content which groups it is for.`;
const groovy = (code: string) => ({ path: 'build.gradle', code });

testRule(gradleMissingContentFilter, {
  clean: [
    groovy('repositories { mavenCentral(); google(); gradlePluginPortal() }\n'),
    groovy("repositories { maven { url 'https://m.example' } }\n"),
    groovy("repositories { mavenCentral(); maven { url 'https://m.example'; content { includeGroup 'a' } } }\n"),
    groovy("repositories { mavenCentral(); exclusiveContent { forRepository { maven { url 'https://m.example' } } } }\n"),
    groovy("repositories { mavenLocal(); maven { url 'https://m.example' } }\n"),
    groovy("repositories { mavenCentral(); maven { url 'file:///m2' } }\n"),
    groovy("repositories { mavenCentral() }\npublishing { repositories { maven { url 'https://m.example' } } }\n"),
  ],
  caught: [
    {
      ...groovy("repositories {\n  mavenCentral()\n  maven { url '⟦https://m.example⟧' }\n}\n"),
      says: says('https://m.example'),
      fixed:
        'repositories {\n  mavenCentral()\n  maven { url \'https://m.example\'; content { includeGroup("com.example") } }\n}\n',
    },
    {
      ...groovy("repositories {\n  mavenCentral()\n  maven {\n    url '⟦https://m.example⟧'\n  }\n}\n"),
      says: says('https://m.example'),
      fixed:
        'repositories {\n  mavenCentral()\n  maven {\n    url \'https://m.example\'\n    content { includeGroup("com.example") }\n  }\n}\n',
    },
    {
      path: 'build.gradle.kts',
      code: 'repositories {\n    google()\n    maven("⟦https://m.example⟧")\n}\n',
      says: says('https://m.example'),
      fixed: 'repositories {\n    google()\n    maven("https://m.example") { content { includeGroup("com.example") } }\n}\n',
    },
    {
      ...groovy('repositories {\n  google()\n  ⟦maven⟧ { url repo }\n}\n'),
      says: says('This repository'),
      fixed: 'repositories {\n  google()\n  maven { url repo; content { includeGroup("com.example") } }\n}\n',
    },
  ],
});
