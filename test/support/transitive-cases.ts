import { advisories } from './advisories.ts';
import type { Caught, Clean } from './rule-tester.ts';

interface Cases {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
}

const everything = {
  advisories: advisories(
    { id: 'GHSA-1', ecosystem: 'Maven', name: 'm:a', ranges: [['0', '1.2.0']] },
    { id: 'GHSA-2', ecosystem: 'Maven', name: 'm:worse', ranges: [['0']] },
    { id: 'GHSA-n', ecosystem: 'NuGet', name: 'some.json', ranges: [['0', '13.0.1']] },
    { id: 'GHSA-3', ecosystem: 'Maven', name: 'm:guava', ranges: [['0', '32.0.0-android']] },
  ),
};
/** Whoever locks it, NuGet's own form. */
const nugetLock = (version: string): string =>
  `{
  "version": 1,
  "dependencies": {
    "net9.0": {
      "B": {
        "type": "Direct",
        "requested": "[1.0.0, )",
        "resolved": "1.0.0",
        "contentHash": "aa==",
        "dependencies": {
          "Some.Json": "${version}"
        }
      },
      "Some.Json": {
        "type": "Transitive",
        "resolved": "${version}",
        "contentHash": "bb=="
      }
    }
  }
}
`;
const nuget = { 'src/packages.lock.json': nugetLock('12.0.1') };
const csproj = (...items: readonly string[]): { path: string; code: string } => ({
  path: 'src/App.csproj',
  code: `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>\n</Project>\n`,
});
const B = '<PackageReference Include="B" Version="⟦1.0.0⟧" />';
const props = (isTransitive: boolean, ...items: readonly string[]): string =>
  `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n    <CentralPackageTransitivePinningEnabled>${isTransitive}</CentralPackageTransitivePinningEnabled>\n  </PropertyGroup>\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>\n</Project>\n`;
const VERSION_OF_B = '<PackageVersion Include="B" Version="1.0.0" />';
const json = (version: string): string => `<PackageVersion Include="Some.Json" Version="${version}" />`;
const inProject =
  'B brings in Some.Json 12.0.1 (B › Some.Json@12.0.1), which is affected by GHSA-n, high: bad things happen. 13.0.1 is the smallest safe version; raise what brings it in, or force the version (test data, 2026-11-01).';
const unmarked = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');

const lock = (line: string): { path: string; code: string } => ({
  path: 'gradle.lockfile',
  code: `# generated\n${line}\nm:b:1.0=runtimeClasspath\nempty=\n`,
});
const says = (what = 'm:a 1.0.0', id = 'GHSA-1', safe = '1.2.0 is the smallest safe version'): string =>
  `${what}, which other modules bring in, is affected by ${id}, high: bad things happen. ${safe} (test data, 2026-11-01).`;
const main = lock('m:a:⟦1.0.0⟧=compileClasspath,runtimeClasspath');
const plain = lock('m:a:1.0.0=compileClasspath,runtimeClasspath');

/** What Gradle locks beyond what scripts ask for: raised by a constraint of the script beside. */
export const TRANSITIVE_IN_GRADLE: Cases = {
  clean: [
    // Alone, it is another rule's matter; so is what a script asks for.
    { ...plain, ...everything },
    { ...plain, files: { 'build.gradle': "dependencies { implementation 'm:a:1.0.0' }\n" }, ...everything },
    // The constraint is there, the lockfile is older.
    {
      ...plain,
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n  constraints { implementation 'm:a:1.2.0' }\n}\n" },
      ...everything,
    },
    {
      ...plain,
      files: { 'build.gradle': "configurations.all { resolutionStrategy { force 'm:a:1.2.0' } }\n" },
      ...everything,
    },
  ],
  caught: [
    {
      ...main,
      files: { 'build.gradle': "plugins { id 'java' }\n\ndependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says(),
      others: {
        'build.gradle':
          "plugins { id 'java' }\n\ndependencies {\n  implementation 'm:b:1.0'\n  constraints {\n    implementation 'm:a:1.2.0'\n  }\n}\n",
      },
      ...everything,
    },
    {
      ...main,
      files: { 'build.gradle.kts': 'dependencies {\n\tapi(libs.b)\n\tconstraints {\n\t\tapi("m:c:1")\n\t}\n}\n' },
      says: says(),
      others: {
        'build.gradle.kts':
          'dependencies {\n\tapi(libs.b)\n\tconstraints {\n\t\timplementation("m:a:1.2.0")\n\t\tapi("m:c:1")\n\t}\n}\n',
      },
      ...everything,
    },
    {
      ...main,
      files: { 'build.gradle.kts': 'dependencies { implementation("m:b:1.0") }\n' },
      says: says(),
      others: { 'build.gradle.kts': 'dependencies { implementation("m:b:1.0"); constraints { implementation("m:a:1.2.0") } }\n' },
      ...everything,
    },
    {
      ...lock('m:a:⟦1.0.0⟧=testCompileClasspath,testRuntimeClasspath'),
      files: { 'build.gradle': "dependencies {\n    testImplementation 'm:b:1.0'\n}\n" },
      says: says(),
      severity: 'medium',
      others: {
        'build.gradle':
          "dependencies {\n    testImplementation 'm:b:1.0'\n    constraints {\n        testImplementation 'm:a:1.2.0'\n    }\n}\n",
      },
      ...everything,
    },
    {
      ...lock('m:guava:⟦31.1-jre⟧=runtimeClasspath'),
      files: {
        'app/build.gradle': '',
        'build.gradle': "dependencies {\n  implementation('m:b:1.0') {\n    transitive = true\n  }\n}\n",
      },
      says: says('m:guava 31.1-jre', 'GHSA-3', '32.0.0-jre is the smallest safe version'),
      others: {
        'build.gradle':
          "dependencies {\n  implementation('m:b:1.0') {\n    transitive = true\n  }\n  constraints {\n    implementation 'm:guava:32.0.0-jre'\n  }\n}\n",
      },
      ...everything,
    },
    // Nothing to be offered: processors have configurations of their own, a script without dependencies says nothing of its own.
    {
      ...lock('m:a:⟦1.0.0⟧=annotationProcessor'),
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says(),
      severity: 'medium',
      ...everything,
    },
    { ...main, files: { 'build.gradle.kts': 'plugins { id("convention") }\n' }, says: says(), ...everything },
    {
      ...lock('m:worse:⟦1.0.0⟧=runtimeClasspath'),
      files: { 'build.gradle': "dependencies {\n  implementation 'm:b:1.0'\n}\n" },
      says: says('m:worse 1.0.0', 'GHSA-2', 'No safe version is known'),
      ...everything,
    },
  ],
};

/** What NuGet locks beyond what a project asks for: asked for by the project, or given a version centrally. */
export const TRANSITIVE_IN_NUGET: Cases = {
  clean: [
    {
      ...csproj('<PackageReference Include="B" Version="1.0.0" />', '<PackageReference Include="some.json" Version="13.0.1" />'),
      files: nuget,
      ...everything,
    },
    {
      ...csproj('<PackageReference Include="B" Version="1.0.0" />'),
      files: { 'src/packages.lock.json': nugetLock('13.0.1') },
      ...everything,
    },
    {
      ...csproj('<PackageReference Include="B" />'),
      files: { ...nuget, 'Directory.Packages.props': props(true, VERSION_OF_B, json('13.0.1')) },
      ...everything,
    },
  ],
  caught: [
    {
      ...csproj(B),
      files: nuget,
      says: inProject,
      fixed: unmarked(csproj(B, '<PackageReference Include="Some.Json" Version="13.0.1" />').code),
      ...everything,
    },
    {
      ...csproj('<PackageReference Include="⟦B⟧" />'),
      files: { ...nuget, 'Directory.Packages.props': props(true, VERSION_OF_B) },
      says: inProject,
      others: { 'Directory.Packages.props': props(true, VERSION_OF_B, json('13.0.1')) },
      ...everything,
    },
    // Without pinning the project asks for it, too; a version for other projects is raised.
    {
      ...csproj('<PackageReference Include="⟦B⟧" />'),
      files: { ...nuget, 'Directory.Packages.props': props(false, VERSION_OF_B) },
      says: inProject,
      fixed: csproj('<PackageReference Include="B" />', '<PackageReference Include="Some.Json" />').code,
      others: { 'Directory.Packages.props': props(false, VERSION_OF_B, json('13.0.1')) },
      ...everything,
    },
    {
      ...csproj('<PackageReference Include="⟦B⟧" />'),
      files: { ...nuget, 'Directory.Packages.props': props(false, json('12.0.3'), VERSION_OF_B) },
      says: inProject,
      fixed: csproj('<PackageReference Include="B" />', '<PackageReference Include="Some.Json" />').code,
      others: { 'Directory.Packages.props': props(false, json('13.0.1'), VERSION_OF_B) },
      ...everything,
    },
    // Items under a condition, or all on one line.
    {
      path: 'src/App.csproj',
      code: '<Project>\n  <ItemGroup Condition="x">\n    <PackageReference Include="B" Version="⟦1.0.0⟧" />\n  </ItemGroup>\n</Project>\n',
      files: nuget,
      says: inProject,
      fixed:
        '<Project>\n  <ItemGroup Condition="x">\n    <PackageReference Include="B" Version="1.0.0" />\n  </ItemGroup>\n  <ItemGroup>\n    <PackageReference Include="Some.Json" Version="13.0.1" />\n  </ItemGroup>\n</Project>\n',
      ...everything,
    },
    {
      path: 'src/App.csproj',
      code: '<Project><ItemGroup><PackageReference Include="B" Version="⟦1.0.0⟧" /></ItemGroup></Project>',
      files: nuget,
      says: inProject,
      fixed:
        '<Project><ItemGroup><PackageReference Include="B" Version="1.0.0" /><PackageReference Include="Some.Json" Version="13.0.1" /></ItemGroup></Project>',
      ...everything,
    },
  ],
};
