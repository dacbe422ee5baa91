import assert from 'node:assert/strict';
import { sliceOf } from '../../server/src/base/span.ts';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { shown, without } from '../support/dependencies.ts';

const dependency = (artifact: string, version?: string, more = ''): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${version === undefined ? '' : `<version>${version}</version>`}${more}</dependency>`;
const project = (content: string): string =>
  `<project>\n<groupId>own</groupId><artifactId>app</artifactId><version>3</version>\n${content}\n</project>\n`;
const read = (content: string): string[] => shown('pom.xml', project(content));

describe('pom.xml', () => {
  it('reads every place that names an artifact', () => {
    const text = project(`
      <parent><groupId>p</groupId><artifactId>q</artifactId><version>1</version></parent>
      <dependencyManagement><dependencies>
        ${dependency('managed', '1')}
        ${dependency('bom', '2', '<type>pom</type><scope>import</scope>')}
      </dependencies></dependencyManagement>
      <dependencies>
        ${dependency('a', '1.0', '<exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>')}
        ${dependency('b', undefined, '<scope>test</scope>')}
        ${dependency('c', '[1,2)', '<scope>provided</scope><optional>true</optional>')}
        ${dependency('d', '1', '<classifier>tests</classifier><type>test-jar</type>')}
        ${dependency('e', '1', '<scope>system</scope><systemPath>lib/e.jar</systemPath>')}
        ${dependency('f', ' <![CDATA[1.5]]> ')}
        ${dependency('h', '<!-- old: 1 -->2')}
      </dependencies>
      <build>
        <extensions><extension><groupId>x</groupId><artifactId>ext</artifactId><version>1</version></extension></extensions>
        <pluginManagement><plugins><plugin><artifactId>jar-plugin</artifactId><version>2</version></plugin></plugins></pluginManagement>
        <plugins><plugin>
          <groupId>org.x</groupId><artifactId>compiler</artifactId>
          <configuration><includes><dependency><groupId>no</groupId><artifactId>no</artifactId></dependency></includes>
            <annotationProcessorPaths><path><groupId>ap</groupId><artifactId>ap</artifactId><version>1</version></path></annotationProcessorPaths></configuration>
          <executions><execution><goals><goal>x</goal></goals></execution></executions>
          <dependencies>${dependency('inner', '1')}</dependencies>
        </plugin></plugins>
      </build>
      <reporting><plugins><plugin><artifactId>site</artifactId></plugin></plugins></reporting>
      <profiles><profile><id>ci</id><dependencies>${dependency('in-profile', '1')}</dependencies></profile></profiles>`);
    assert.deepEqual(shown('pom.xml', text), [
      'parent p:q \'q\' "1" =1',
      'dependencyManagement constraint g:managed \'managed\' "1" =1',
      'dependencyManagement constraint g:bom \'bom\' "2" =2 (pom:)',
      'dependencies g:a \'a\' "1.0" =1.0',
      "dependencies test g:b 'b'",
      'dependencies dev+optional g:c \'c\' "[1,2)"',
      'dependencies g:d \'d\' "1" =1 (test-jar:tests)',
      'dependencies path g:e \'e\' "1" =1 file lib/e.jar',
      'dependencies g:f \'f\' "1.5" =1.5',
      'dependencies g:h \'h\' "2" =2',
      'build.extensions dev x:ext \'ext\' "1" =1',
      'build.pluginManagement constraint dev org.apache.maven.plugins:jar-plugin \'jar-plugin\' "2" =2',
      "build.plugins dev org.x:compiler 'compiler'",
      'build.plugins.org.x:compiler.annotationProcessorPaths dev ap:ap \'ap\' "1" =1',
      'build.plugins.org.x:compiler.dependencies dev g:inner \'inner\' "1" =1',
      "reporting.plugins dev org.apache.maven.plugins:site 'site'",
      'profiles.ci.dependencies g:in-profile \'in-profile\' "1" =1',
    ]);
  });

  it('replaces properties by their values, and knows where those are', () => {
    assert.deepEqual(
      read(`<properties><v>1.5</v><w>\${v}</w><major>2</major><loop>\${loop}</loop></properties>
        <dependencies>${['${v}', '${w}', '${major}.1', '[${v},2)', '${project.version}', '${unknown}', '${loop}', '${v'].map((version, index) => dependency(`d${index}`, version)).join('')}</dependencies>`),
      [
        'dependencies g:d0 \'d0\' "1.5" =1.5 from ${v}',
        'dependencies g:d1 \'d1\' "1.5" =1.5 from ${w}',
        'dependencies g:d2 \'d2\' "2.1" =2.1 from ${major}.1 in no one place',
        'dependencies g:d3 \'d3\' "[1.5,2)" from [${v},2) in no one place',
        'dependencies g:d4 \'d4\' "3" =3 from ${project.version} in no one place',
        'dependencies g:d5 \'d5\' "${unknown}" from ${unknown} in no one place',
        'dependencies g:d6 \'d6\' "${loop}" from ${loop} in no one place',
        'dependencies g:d7 \'d7\' "${v" from ${v in no one place',
      ],
    );
  });

  it('keeps the properties of profiles apart', () => {
    const profile = (id: string, content: string): string => `<profile><id>${id}</id>${content}</profile>`;
    assert.deepEqual(
      read(`<properties><v>1</v><w>1</w></properties>
        <dependencies>${dependency('a', '${v}')}${dependency('b', '${w}')}${dependency('c', '${x}')}</dependencies>
        <profiles>
          ${profile('one', `<properties><v>2</v><x>5</x></properties><dependencies>${dependency('d', '${v}')}</dependencies>`)}
          ${profile('two', '<activation><activeByDefault>true</activeByDefault></activation><properties><w>3</w></properties>')}
        </profiles>`),
      [
        'dependencies g:a \'a\' "1" =1 from ${v}',
        'dependencies g:b \'b\' "${w}" from ${w} in no one place',
        'dependencies g:c \'c\' "${x}" from ${x} in no one place',
        'profiles.one.dependencies g:d \'d\' "2" =2 from ${v}',
      ],
    );
  });

  it('tells what it is, what it inherits from and what it builds for', () => {
    const text = `<project><parent><groupId>p</groupId><artifactId>q</artifactId><version>1</version><relativePath>..\\parent</relativePath></parent>
      <artifactId>app</artifactId><modules><module>a</module><module>b/c</module></modules>
      <properties><maven.compiler.release>\${java.version}</maven.compiler.release><java.version>17</java.version></properties>
      <repositories><repository><url>https://r.example/m2</url><snapshots/></repository><repository><url>https://s.example</url><snapshots><enabled>false</enabled></snapshots></repository></repositories>
      <pluginRepositories><pluginRepository><url>https://p.example</url></pluginRepository></pluginRepositories>
      <distributionManagement><repository><url>https://d.example</url></repository><snapshotRepository><url>https://e.example</url></snapshotRepository></distributionManagement></project>`;
    const file = parseDependencies('a/pom.xml', text);
    assert.equal(file.name, 'p:app');
    assert.deepEqual(file.inherits, [{ path: '../parent', name: 'p:q' }]);
    assert.deepEqual(file.workspaces, ['a', 'b/c']);
    assert.deepEqual(
      file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ['java 17', 'java 17'],
    );
    assert.deepEqual(
      file.registries.map(({ kind, url, snapshotsSpan }) => [kind, url, snapshotsSpan ? sliceOf(text, snapshotsSpan) : '']),
      [
        ['repository', 'https://r.example/m2', 'snapshots'],
        ['repository', 'https://s.example', ''],
        ['plugin-repository', 'https://p.example', ''],
        ['publish', 'https://d.example', ''],
        ['publish', 'https://e.example', ''],
      ],
    );
  });

  it('deletes whole lines', () => {
    const text =
      '<project>\n  <dependencies>\n    <dependency>\n      <artifactId>a</artifactId>\n    </dependency>\n    <dependency>\n      <artifactId>b</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n';
    assert.equal(
      without('pom.xml', text, ':a'),
      '<project>\n  <dependencies>\n    <dependency>\n      <artifactId>b</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n',
    );
    assert.equal(
      without('pom.xml', project(`<dependencies>${dependency('a')}</dependencies>`), 'g:a'),
      project('<dependencies></dependencies>'),
    );
  });

  it('has other names, too', () => {
    const text = project(`<dependencies>${dependency('a', '1')}</dependencies>`);
    for (const path of ['pom-ci.xml', 'x/app-1.0.pom', 'app.pom.xml'.replace('app.', 'app-x.')])
      assert.deepEqual(shown(path, text), ['dependencies g:a \'a\' "1" =1'], path);
  });
});

describe('other files of Maven', () => {
  it('settings.xml', () => {
    const text = `<settings><servers><server><id>s</id><username>u</username><password>p</password>
      <configuration><httpHeaders><property><name>Private-Token</name><value>t</value></property></httpHeaders></configuration></server></servers>
      <proxies><proxy><id>x</id><password>q</password></proxy></proxies>
      <mirrors><mirror><url>http://m.example</url></mirror><mirror><url>http://0.0.0.0/</url><blocked>true</blocked></mirror></mirrors>
      <profiles><profile><repositories><repository><url>http://r.example</url></repository></repositories></profile></profiles></settings>`;
    const file = parseDependencies('.m2/settings.xml', text);
    assert.deepEqual(
      file.settings.map(({ section, key, value, valueSpan }) => `${section}/${key}=${value} ${sliceOf(text, valueSpan)}`),
      ['servers.s/username=u u', 'servers.s/password=p p', 'servers.s/header Private-Token=t t', 'proxies.x/password=q q'],
    );
    assert.deepEqual(
      file.registries.map(({ kind, url }) => `${kind} ${url}`),
      ['mirror http://m.example', 'repository http://r.example'],
    );
    assert.deepEqual(
      parseDependencies('settings.xml', '<resources><repository><url>http://x</url></repository></resources>').registries,
      [],
    );
  });

  it('.mvn/extensions.xml', () => {
    assert.deepEqual(
      shown(
        '.mvn/extensions.xml',
        '<extensions>\n<extension><groupId>g</groupId><artifactId>a</artifactId><version>1</version></extension>\n</extensions>',
      ),
      ['extensions dev g:a \'a\' "1" =1'],
    );
  });
});
