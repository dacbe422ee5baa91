const artifacts = ['guava', 'jackson', 'log4j-core', 'commons-io', 'netty', 'slf4j-api', 'junit', 'mockito', 'lombok', 'h2'];
const packages = [
  'Serilog',
  'Dapper',
  'Polly',
  'AutoMapper',
  'xunit',
  'Moq',
  'Npgsql',
  'NLog',
  'Refit',
  'MediatR',
  'Humanizer',
  'Quartz',
];

const artifact = (name: string, version: string, indent: string, more = ''): string =>
  `${indent}<dependency>\n${indent}  <groupId>org.example</groupId>\n${indent}  <artifactId>${name}</artifactId>\n${indent}  <version>${version}</version>\n${more}${indent}</dependency>\n`;
const list = (of: readonly string[], entry: (name: string, index: number) => string): string => of.map(entry).join('');

/** Manifests of Maven and .NET, and a lockfile, as tools write them: for property tests. */
export const XML_FILES: Readonly<Record<string, string>> = {
  'pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.example</groupId>
    <artifactId>parent</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>app</artifactId>
  <properties>
    <a.version>2.1.0</a.version>
  </properties>
  <!-- kept in step -->
  <dependencyManagement>
    <dependencies>
${list(artifacts, (name) => artifact(name, '1.2.3', '      '))}    </dependencies>
  </dependencyManagement>
  <dependencies>
${list(artifacts, (name, index) => artifact(`${name}-x`, `1.${index}`, '    ', '      <scope>test</scope>\n'))}  </dependencies>
  <build>
    <plugins>
${list(['compiler', 'surefire', 'jar'], (name) => `      <plugin>\n        <artifactId>maven-${name}-plugin</artifactId>\n        <version>3.0.0</version>\n        <configuration>\n          <skip>true</skip>\n        </configuration>\n      </plugin>\n`)}    </plugins>
  </build>
</project>
`,
  'minified/pom.xml': `<project><artifactId>app</artifactId><dependencies>${list([...artifacts, 'a', 'b'], (name) => artifact(name, '1.2.3', '').replaceAll(/\n\s*/g, ''))}</dependencies></project>`,
  'App.csproj': `<Project Sdk="Microsoft.NET.Sdk">\r\n\r\n  <PropertyGroup>\r\n    <TargetFramework>net8.0</TargetFramework>\r\n  </PropertyGroup>\r\n\r\n  <ItemGroup>\r\n${list(packages, (name) => `    <PackageReference Include="${name}" Version="1.2.3" />\r\n`)}    <PackageReference Include="Analyzers">\r\n      <Version>1.0.0</Version>\r\n      <PrivateAssets>all</PrivateAssets>\r\n    </PackageReference>\r\n  </ItemGroup>\r\n\r\n</Project>\r\n`,
  'Directory.Packages.props': `<Project>\n\t<PropertyGroup>\n\t\t<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n\t</PropertyGroup>\n\t<ItemGroup>\n${list(packages, (name) => `\t\t<PackageVersion Include="${name}" Version="[1.2.3]" />\n`)}\t</ItemGroup>\n</Project>\n`,
  'packages.config': `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<packages>\n${list(packages, (name) => `  <package id="${name}" version="1.2.3" targetFramework="net48" />\n`)}</packages>\n`,
  'dotnet-tools.json': `${JSON.stringify({ version: 1, isRoot: true, tools: Object.fromEntries(packages.map((name) => [name, { version: '1.2.3', commands: [name] }])) }, null, 2)}\n`,
  'packages.lock.json': `${JSON.stringify({ version: 1, dependencies: { 'net8.0': Object.fromEntries(packages.map((name) => [name, { type: 'Direct', requested: '[1.2.3, )', resolved: '1.2.3', contentHash: 'abc+/==', dependencies: { 'System.Text.Json': '8.0.0' } }])) } }, null, 2)}\n`,
};
