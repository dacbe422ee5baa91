import { gradleMavenlocalFirst } from '../../../server/src/rules/dependencies/gradle-mavenlocal-first.ts';
import { testRule } from '../../support/rule-tester.ts';

const says =
  'Gradle asks the local Maven repository before the others, so the build takes whatever an earlier build left there. Ask it last, or say which modules it is for.';
const groovy = (code: string) => ({ path: 'build.gradle', code });

testRule(gradleMavenlocalFirst, {
  clean: [
    groovy('repositories {\n  mavenCentral()\n  mavenLocal()\n}\n'),
    groovy('repositories {\n  mavenLocal()\n}\n'),
    groovy("repositories {\n  mavenLocal { content { includeGroup 'a' } }\n  mavenCentral()\n}\n"),
    groovy(
      "repositories {\n  exclusiveContent { forRepository { mavenLocal() }\n filter { includeGroup 'a' } }\n  mavenCentral()\n}\n",
    ),
    groovy("repositories {\n  if (project.hasProperty('local')) {\n    mavenLocal()\n  }\n  mavenCentral()\n}\n"),
    groovy("repositories {\n  mavenLocal()\n  flatDir { dirs 'libs' }\n  maven { url 'file:///m2' }\n}\n"),
    groovy('publishing { repositories { mavenLocal(); maven { url = "https://m.example" } } }\n'),
    groovy('repositories { mavenLocal() }\nbuildscript { repositories { mavenCentral() } }\n'),
    groovy('// mavenLocal()\nrepositories { mavenCentral() }\n'),
  ],
  caught: [
    {
      ...groovy('repositories {\n  ⟦mavenLocal⟧()\n  mavenCentral()\n}\n'),
      says,
      fixed: 'repositories {\n  mavenCentral()\n  mavenLocal()\n}\n',
    },
    {
      ...groovy(
        "repositories {\n  google()\n  ⟦mavenLocal⟧() // mine\n  mavenCentral()\n  maven {\n    url 'https://m.example'\n  }\n}\n",
      ),
      says,
      fixed:
        "repositories {\n  google()\n  mavenCentral()\n  maven {\n    url 'https://m.example'\n  }\n  mavenLocal() // mine\n}\n",
    },
    { ...groovy('repositories { ⟦mavenLocal⟧(); mavenCentral() }\n'), says },
    {
      path: 'settings.gradle.kts',
      code: 'dependencyResolutionManagement {\n    repositories {\n        ⟦mavenLocal⟧()\n        maven("https://m.example")\n    }\n}\n',
      says,
      fixed:
        'dependencyResolutionManagement {\n    repositories {\n        maven("https://m.example")\n        mavenLocal()\n    }\n}\n',
    },
    {
      ...groovy(
        'allprojects {\n  repositories {\n    ⟦mavenLocal⟧()\n    google()\n  }\n}\nrepositories { mavenCentral(); mavenLocal() }\n',
      ),
      says,
      fixed:
        'allprojects {\n  repositories {\n    google()\n    mavenLocal()\n  }\n}\nrepositories { mavenCentral(); mavenLocal() }\n',
    },
  ],
});
