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
  ],
  caught: [
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
