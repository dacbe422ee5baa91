import assert from 'node:assert/strict';
import { sliceOf } from '../../server/src/base/span.ts';
import { dependencyFormatOf, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { rootsOf, shown, without } from '../support/dependencies.ts';

const items = (content: string, properties = ''): string =>
  `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>${properties}</PropertyGroup>\n  <ItemGroup>\n    ${content}\n  </ItemGroup>\n</Project>\n`;
const read = (content: string, properties?: string): string[] => shown('App.csproj', items(content, properties));

describe('files of NuGet', () => {
  it('are known by their names', () => {
    const names: Readonly<Record<string, string | undefined>> = {
      'src/App.csproj': 'msbuild',
      'a.fsproj': 'msbuild',
      'a.VBPROJ': 'msbuild',
      'dirs.proj': 'msbuild',
      'Directory.Packages.props': 'msbuild',
      'Directory.Build.targets': 'msbuild',
      'eng/Versions.props': 'msbuild',
      'packages.config': 'packages.config',
      'Packages.config': 'packages.config',
      'packages.lock.json': 'packages.lock.json',
      'packages.App.lock.json': 'packages.lock.json',
      '.config/dotnet-tools.json': 'dotnet-tools.json',
      'global.json': 'global.json',
      'NuGet.Config': 'nuget.config',
      'obj/App.csproj.nuget.g.props': undefined,
      'App.xcodeproj/project.pbxproj': undefined,
      'web.config': undefined,
    };
    for (const [path, format] of Object.entries(names)) assert.equal(dependencyFormatOf(path), format, path);
  });

  it('projects name packages in items', () => {
    assert.deepEqual(
      read(`
        <PackageReference Include="Newtonsoft.Json" Version="12.0.1" />
        <PackageReference Version='1.*' Include=' A ; B ' />
        <PackageReference Include="C"><Version>[1.0,2.0)</Version><PrivateAssets>all</PrivateAssets></PackageReference>
        <packagereference Include="D" version="1" PrivateAssets="All" />
        <PackageReference Include="E" Condition="'$(TargetFramework)' == 'net48'" Version="4" />
        <PackageReference Include="F" /><PackageReference Update="F" Version="2" /><PackageReference Update="G" PrivateAssets="all" />
        <PackageReference Remove="H" /><PackageReference Include="@(Packages)" Version="1" /><PackageReference Include="" Version="1" />
        <PackageReference Include="I" VersionOverride="3" Version="9" />
        <PackageDownload Include="J" Version="[1.0.0]" /><DotNetCliToolReference Include="K" Version="1" />
        <ProjectReference Include="../L/L.csproj" /><Reference Include="M, Version=1.0.0.0" />
        <!-- <PackageReference Include="N" Version="1" /> -->`),
      [
        'PackageReference Newtonsoft.Json→newtonsoft.json \'Newtonsoft.Json\' "12.0.1" =12.0.1',
        'PackageReference A→a \'A\' "1.*"',
        'PackageReference B→b \'B\' "1.*"',
        'PackageReference dev C→c \'C\' "[1.0,2.0)"',
        'PackageReference dev D→d \'D\' "1" =1',
        "PackageReference E→e 'E' \"4\" =4 if '$(TargetFramework)' == 'net48'",
        "PackageReference F→f 'F'",
        'PackageReference.Update constraint F→f \'F\' "2" =2',
        'PackageReference I→i \'I\' "3" =3',
        'PackageDownload dev J→j \'J\' "[1.0.0]" =1.0.0',
        'DotNetCliToolReference dev K→k \'K\' "1" =1',
      ],
    );
  });

  it('central versions, and SDKs that are packages', () => {
    assert.deepEqual(
      shown(
        'Directory.Packages.props',
        '<Project><ItemGroup Condition="x"><PackageVersion Include="A" Version="1.0" /></ItemGroup><ItemGroup><GlobalPackageReference Include="B" Version="2" /></ItemGroup></Project>',
      ),
      ['PackageVersion constraint A→a \'A\' "1.0" =1.0 if x', 'GlobalPackageReference dev B→b \'B\' "2" =2'],
    );
    assert.deepEqual(
      shown(
        'a.proj',
        '<Project Sdk="Microsoft.NET.Sdk;My.Sdk/1.2"><Sdk Name="X" Version="3" /><Sdk Name="Y" /><Import Project="p" Sdk="Z/4" /></Project>',
      ),
      ['Sdk dev My.Sdk→my.sdk \'My.Sdk\' "1.2" =1.2', 'Sdk dev X→x \'X\' "3" =3', 'Sdk dev Z→z \'Z\' "4" =4'],
    );
  });

  it('properties have the value that is certain', () => {
    const versions = [
      '$(Plain)',
      '$(plain)',
      '$(Default)',
      '$(Twice)',
      '$(Same)',
      '$(Conditional)',
      '$(Plain).1',
      '$([MSBuild]::Add(1,2))',
    ];
    assert.deepEqual(
      read(
        versions.map((version, index) => `<PackageReference Include="P${index}" Version="${version}" />`).join('\n'),
        `<Plain>1.0</Plain><Default Condition="'$(Default)' == ''">2.0</Default><Twice>1</Twice><Twice>2</Twice>
         <Same>3</Same><Same Condition="x">3</Same><Conditional>1</Conditional><Conditional Condition="x">2</Conditional>`,
      ).map((line) => line.replace(/^.*?' /, '')),
      [
        '"1.0" =1.0 from $(Plain)',
        '"1.0" =1.0 from $(plain)',
        '"2.0" =2.0 from $(Default)',
        '"2" =2 from $(Twice)',
        '"3" =3 from $(Same)',
        '"$(Conditional)" from $(Conditional) in no one place',
        '"1.0.1" =1.0.1 from $(Plain).1 in no one place',
        '"$([MSBuild]::Add(1,2))" from $([MSBuild]::Add(1,2)) in no one place',
      ],
    );
  });

  it('projects say what they are built for, import and restore from', () => {
    const text = items(
      '',
      '<TargetFrameworks>net8.0; net48;$(More)</TargetFrameworks><RestoreSources>$(RestoreSources);https://n.example/v3/index.json</RestoreSources>',
    ).replace(
      '</Project>',
      `<Import Project="$(MSBuildThisFileDirectory)..\\eng\\Versions.props" /><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" /><Import Project="$(Elsewhere)/x.props" /></Project>`,
    );
    const file = parseDependencies('src/My.App.csproj', text);
    assert.equal(file.name, 'my.app');
    assert.deepEqual(
      file.runtimes.map(({ name, requirement, requirementSpan }) => [name, requirement, sliceOf(text, requirementSpan)]),
      [
        ['dotnet', 'net8.0', 'net8.0'],
        ['dotnet', 'net48', 'net48'],
      ],
    );
    assert.deepEqual(
      file.registries.map(({ url, urlSpan }) => [url, sliceOf(text, urlSpan)]),
      [['https://n.example/v3/index.json', 'https://n.example/v3/index.json']],
    );
    assert.deepEqual(file.inherits, [{ path: '../eng/Versions.props' }, { path: 'Directory.Build.props', isAbove: true }]);
  });

  it('packages.config, dotnet-tools.json and global.json', () => {
    const config =
      '<?xml version="1.0"?>\n<packages>\n  <package id="EntityFramework" version="6.1.0" targetFramework="net45" />\n  <package id="StyleCop" version="5.0" developmentDependency="true" />\n</packages>\n';
    assert.deepEqual(shown('packages.config', config), [
      'packages EntityFramework→entityframework \'EntityFramework\' "6.1.0" =6.1.0',
      'packages dev StyleCop→stylecop \'StyleCop\' "5.0" =5.0',
    ]);
    assert.ok(!without('packages.config', config, 'StyleCop').includes('StyleCop'));
    assert.deepEqual(
      shown(
        '.config/dotnet-tools.json',
        '{"version":1,"tools":{"dotnet-ef":{"version":"8.0.0","commands":["dotnet-ef"]},"x":{}}}',
      ),
      ['tools dev dotnet-ef "8.0.0" =8.0.0', 'tools dev x'],
    );
    const sdk = '{"sdk":{"version":"8.0.100","rollForward":"latestMinor"},"msbuild-sdks":{"My.Sdk":"1.0.0"}}';
    assert.deepEqual(shown('global.json', sdk), ['msbuild-sdks dev My.Sdk→my.sdk \'My.Sdk\' "1.0.0" =1.0.0']);
    assert.deepEqual(
      parseDependencies('global.json', sdk).runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ['dotnet-sdk 8.0.100'],
    );
  });

  it('packages.lock.json', () => {
    const lock = (indent: number): string =>
      JSON.stringify(
        {
          version: 2,
          dependencies: {
            '.NETCoreApp,Version=v8.0': {
              'Newtonsoft.Json': {
                type: 'Direct',
                requested: '[12.0.1, )',
                resolved: '12.0.1',
                contentHash: 'ab+/==',
                dependencies: { 'System.X': '4.3.0' },
              },
              'System.X': { type: 'Transitive', resolved: '4.3.0', contentHash: 'cd==' },
              Y: { type: 'CentralTransitive', requested: '[1.0.0, )', resolved: '1.0.0', contentHash: 'ef==' },
              lib: { type: 'Project', dependencies: { Y: '[1.0.0, )' } },
            },
            'net8.0/win-x64': {},
          },
        },
        null,
        indent,
      );
    for (const text of [
      lock(0),
      lock(2),
      lock(2).replace(/\{\s+"type": "Project",\s+/, '{ "type": "Project", '),
      lock(4),
      lock(2).replaceAll('\n', '\r\n'),
      `\uFEFF${lock(2)}`,
    ]) {
      const { dependencies } = parseDependencies('packages.lock.json', text);
      assert.deepEqual(shown('packages.lock.json', text), [
        '.NETCoreApp,Version=v8.0 Newtonsoft.Json→newtonsoft.json \'Newtonsoft.Json\' "[12.0.1, )" =12.0.1',
        ".NETCoreApp,Version=v8.0 transitive System.X→system.x 'System.X' =4.3.0",
        '.NETCoreApp,Version=v8.0 transitive Y→y \'Y\' "[1.0.0, )" =1.0.0',
      ]);
      assert.deepEqual(dependencies[0]?.requires, ['system.x']);
      assert.deepEqual(dependencies[0].integrity, ['ab+/==']);
      for (const { version, versionSpan } of dependencies) assert.equal(versionSpan && sliceOf(text, versionSpan), version);
      assert.deepEqual(rootsOf('packages.lock.json', text), [['', 'no manifest known', 'newtonsoft.json 12.0.1', 'lib']]);
    }
  });
});
