import { gradleDeadRepository } from '../../../server/src/rules/dependencies/gradle-dead-repository.ts';
import { testRule } from '../../support/rule-tester.ts';

const jcenter = 'JCenter was shut down on 2024-08-15. Use mavenCentral() instead.';
const bintray = 'Bintray was shut down on 2021-05-01. Use mavenCentral() instead.';
const groovy = (code: string) => ({ path: 'build.gradle', code });

testRule(gradleDeadRepository, {
  clean: [
    groovy('repositories { mavenCentral(); google() }\n'),
    groovy("// jcenter()\nrepositories { maven { url 'https://m.example/jcenter' } }\n"),
    groovy("dependencies { implementation 'com.jcenter:jcenter:1' }\n"),
    groovy("repositories { maven { url 'https://bintray.com.example/x' } }\n"),
    groovy("repositories { maven { url 'https://notbintray.com' } }\n"),
    { path: 'build.gradle.kts', code: 'repositories { maven("https://central.sonatype.com/repository/maven-snapshots/") }\n' },
    groovy("println 'jcenter()'\n"),
    groovy("repositories { jcenter { url 'https://mirror.example/jcenter' } }\n"),
  ],
  caught: [
    {
      ...groovy('repositories {\n  google()\n  ⟦jcenter⟧()\n}\n'),
      says: jcenter,
      fixed: 'repositories {\n  google()\n  mavenCentral()\n}\n',
    },
    {
      ...groovy('repositories {\n  mavenCentral()\n  ⟦jcenter⟧()\n}\n'),
      says: jcenter,
      fixed: 'repositories {\n  mavenCentral()\n}\n',
    },
    {
      ...groovy('buildscript {\n  repositories {\n    ⟦jcenter⟧()\n  }\n}\nrepositories {\n  ⟦jcenter⟧ { }\n}\n'),
      says: [jcenter, jcenter],
      fixed: 'buildscript {\n  repositories {\n    mavenCentral()\n  }\n}\nrepositories {\n  mavenCentral()\n}\n',
    },
    {
      ...groovy(
        "repositories {\n  maven { url '⟦https://jcenter.bintray.com⟧' }\n  maven { url '⟦https://dl.bintray.com/kotlin/eap⟧' }\n}\n",
      ),
      says: [jcenter, bintray],
      fixed: 'repositories {\n  mavenCentral()\n}\n',
    },
    {
      path: 'build.gradle.kts',
      code: 'repositories {\n    maven("⟦https://jcenter.bintray.com/⟧") { content { includeGroup("a") } }\n}\n',
      says: jcenter,
      fixed: 'repositories {\n    mavenCentral()\n}\n',
    },
    {
      path: 'settings.gradle',
      code: 'pluginManagement { repositories { ⟦jcenter⟧() } }\n',
      says: jcenter,
      fixed: 'pluginManagement { repositories { mavenCentral() } }\n',
    },
    {
      ...groovy("repositories { maven { url '⟦https://s01.oss.sonatype.org/content/repositories/snapshots/⟧' } }\n"),
      says: 'OSSRH was shut down on 2025-06-30. Remove it, or name the repository that has its packages now.',
    },
    {
      ...groovy("publishing { repositories { maven { url = '⟦https://api.bintray.com/maven/x⟧' } } }\n"),
      says: 'Bintray was shut down on 2021-05-01. Remove it, or name the repository that has its packages now.',
    },
  ],
});
