import { mavenSnapshotRepository } from '../../../server/src/rules/dependencies/maven-snapshot-repository.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (url = 'https://r.example'): string =>
  `Snapshots are taken from ${url}, so unreleased artifacts get into the build. Take releases only.`;
const repository = (more: string, name = 'repository', url = 'https://r.example'): string =>
  `<${name}><id>r</id><url>${url}</url>${more}</${name}>`;
const pom = (content: string): { path: string; code: string } => ({ path: 'pom.xml', code: `<project>${content}</project>` });

testRule(mavenSnapshotRepository, {
  clean: [
    pom(`<repositories>${repository('')}</repositories>`),
    pom(`<repositories>${repository('<snapshots><enabled>false</enabled></snapshots>')}</repositories>`),
    pom(`<repositories>${repository('<snapshots><enabled>${snapshots}</enabled></snapshots>')}</repositories>`),
    pom(`<repositories>${repository('<releases><enabled>true</enabled></releases>')}</repositories>`),
    pom(
      `<distributionManagement>${repository('<snapshots><enabled>true</enabled></snapshots>', 'snapshotRepository')}</distributionManagement>`,
    ),
    pom(
      `<repositories>${repository('<snapshots><enabled>false</enabled></snapshots>', 'repository', 'https://r.example/snapshots')}</repositories>`,
    ),
    pom('<repositories><repository><id>no-snapshots</id><url>https://r.example/libs</url></repository></repositories>'),
    pom('<repositories><repository><id>releases</id><url>https://snapshots.example/libs</url></repository></repositories>'),
    pom(
      '<distributionManagement><snapshotRepository><id>snapshots</id><url>https://r.example/snapshots</url></snapshotRepository></distributionManagement>',
    ),
    pom(
      '<profiles><profile><id>s</id><repositories><repository><id>snapshots</id><url>https://r.example</url></repository></repositories></profile></profiles>',
    ),
    // Only who asks for the profile has it.
    pom(
      `<profiles><profile><id>s</id><repositories>${repository('<snapshots><enabled>true</enabled></snapshots>')}</repositories></profile></profiles>`,
    ),
    pom(
      `<profiles><profile><activation><activeByDefault>false</activeByDefault></activation><repositories>${repository('<snapshots/>')}</repositories></profile></profiles>`,
    ),
  ],
  caught: [
    // Maven takes snapshots where nobody says otherwise.
    ...['⟦apache.snapshots⟧', '⟦ossSnapshots⟧', '⟦corp-snapshot⟧', '⟦SNAPSHOTS⟧'].map((id) => ({
      ...pom(`<repositories><repository><id>${id}</id><url>https://r.example</url></repository></repositories>`),
      says: says(),
    })),
    ...['content/repositories/snapshots', 'artifactory/libs-snapshot/', 'repository/maven-snapshots/'].map((path) => ({
      ...pom(`<repositories><repository><id>r</id><url>⟦https://r.example/${path}⟧</url></repository></repositories>`),
      says: says(`https://r.example/${path}`),
    })),
    {
      ...pom(
        `<profiles><profile><activation><activeByDefault>true</activeByDefault></activation><repositories>${repository('<⟦snapshots⟧/>')}</repositories></profile></profiles>`,
      ),
      says: says(),
    },
    { ...pom(`<repositories>${repository('<snapshots><enabled>⟦true⟧</enabled></snapshots>')}</repositories>`), says: says() },
    {
      ...pom(`<repositories>${repository('<⟦snapshots⟧><updatePolicy>always</updatePolicy></snapshots>')}</repositories>`),
      says: says(),
    },
    {
      ...pom(
        `<pluginRepositories>${repository('<snapshots><enabled> ⟦True⟧ </enabled></snapshots>', 'pluginRepository')}</pluginRepositories>`,
      ),
      says: says(),
    },
    {
      path: 'settings.xml',
      code: `<settings><profiles><profile><repositories>${repository('<⟦snapshots⟧/>', 'repository', 'https://u:p@r.example')}</repositories></profile></profiles></settings>`,
      says: says(),
    },
  ],
});
