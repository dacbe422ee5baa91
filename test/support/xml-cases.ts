import {
  type Cases,
  known,
  dependency,
  CHILD,
  asked,
  managed,
  project,
  pom,
  child,
  properties,
  csproj,
  central,
  group,
  reference,
  lock,
} from './xml-manifests.ts';

const log = (version: string, subject = 'g:a'): string =>
  `${subject} ${version} is affected by GHSA-m: it runs what it logs. 2.17.1 is the smallest safe version (test data, 2026-11-01).`;
const json = (version: string, name = 'Newtonsoft.Json'): string =>
  `${name} ${version} is affected by GHSA-n: it runs out of stack. 13.0.1 is the smallest safe version (test data, 2026-11-01).`;

export const VULNERABLE: Cases = {
  clean: [
    { ...pom(asked(dependency('2.17.1'), dependency('2.14.0', '', 'other'))), ...known },
    { ...pom(asked(dependency(), dependency('${unknown}'), dependency('[1,3)'))), ...known },
    { ...pom(`${properties('<v>2.20</v>')}${asked(dependency('${v}'))}`), ...known },
    { ...pom(asked(dependency('1', '<scope>system</scope><systemPath>a.jar</systemPath>'))), ...known },
    { ...pom(`<!-- ${asked(dependency('1'))} -->`), ...known },
    { ...pom(asked(dependency('local'))), ...known },
    // A module of the project itself.
    {
      path: 'pom.xml',
      code: project(
        managed(dependency('${project.version}')),
        '<groupId>g</groupId><artifactId>own</artifactId><version>2.14.1</version>',
      ),
      ...known,
    },
    // The parent's entry has the version, and the finding.
    { ...child(asked(dependency())), files: { 'pom.xml': project(managed(dependency('1'))) }, ...known },
    // Only a profile knows the version, or a parent that is not this one's.
    {
      ...pom(`<profiles><profile><id>p</id>${properties('<v>1</v>')}</profile></profiles>${asked(dependency('${v}'))}`),
      ...known,
    },
    {
      ...child(asked(dependency('${v}'))),
      files: {
        'pom.xml': project(properties('<v>1</v>'), '<groupId>own</groupId><artifactId>other</artifactId><version>1</version>'),
      },
      ...known,
    },
    { ...csproj(reference('13.0.1')), ...known },
    { ...csproj(reference('$(Unknown)')), ...known },
    { ...csproj('<PackageReference Include="Newtonsoft.Json" />'), ...known },
    { ...csproj(reference('[13.0.1,14.0.0)')), ...known },
    {
      ...csproj(reference('$(V)'), `${group('<V>13.0.1</V>')}<PropertyGroup Condition="x"><V>12.0.1</V></PropertyGroup>`),
      ...known,
    },
    {
      ...csproj(reference('$(V)'), group("<V Condition=\"'$(V)' == ''\">12.0.1</V>")),
      files: { 'Directory.Build.props': '<Project><PropertyGroup Condition="x"><V>13.0.1</V></PropertyGroup></Project>' },
      ...known,
    },
    {
      ...csproj('<PackageReference Include="Newtonsoft.Json" />'),
      files: {
        'Directory.Packages.props': central('<PackageVersion Include="newtonsoft.json" Version="12.0.1" />'),
        'src/packages.lock.json': lock('12.0.1'),
      },
      ...known,
    },
    {
      path: 'src/packages.lock.json',
      code: lock('12.0.1'),
      files: { 'src/App.csproj': csproj(reference('12.0.1')).code },
      ...known,
    },
    { path: 'packages.lock.json', code: lock('12.0.1', 'Newtonsoft.Json', 'Transitive'), ...known },
  ],
  caught: [
    { ...pom(asked(dependency('⟦2.14.0⟧'))), says: log('2.14.0'), fixed: project(asked(dependency('2.17.1'))), ...known },
    {
      ...pom(asked(dependency('⟦2.14.0⟧', '<scope>test</scope>'))),
      says: log('2.14.0 (development only)'),
      severity: 'medium',
      fixed: project(asked(dependency('2.17.1', '<scope>test</scope>'))),
      ...known,
    },
    {
      ...pom(asked(dependency('⟦[2.0,2.15)⟧'))),
      says: log('[2.0,2.15) admits', 'Every version that g:a'),
      fixed: project(asked(dependency('[2.17.1,2.18)'))),
      ...known,
    },
    {
      ...pom(`${properties('<v>2.14.0</v>')}${asked(dependency('⟦${v}⟧'))}`),
      says: log('2.14.0'),
      fixed: project(`${properties('<v>2.17.1</v>')}${asked(dependency('${v}'))}`),
      ...known,
    },
    {
      ...pom(`${properties('<v>${w}</v><w> 2.14.0 </w>')}${asked(dependency('⟦${v}⟧'))}`),
      says: log('2.14.0'),
      fixed: project(`${properties('<v>${w}</v><w> 2.17.1 </w>')}${asked(dependency('${v}'))}`),
      ...known,
    },
    // What is put together has no one place to change.
    { ...pom(`${properties('<v>2</v>')}${asked(dependency('⟦${v}.14⟧'))}`), says: log('2.14'), ...known },
    { ...pom(managed(dependency('⟦2.14.0⟧'))), says: log('2.14.0'), fixed: project(managed(dependency('2.17.1'))), ...known },
    {
      ...child(asked(dependency('⟦${v}⟧'))),
      files: { 'pom.xml': project(properties('<v>2.14.0</v>')) },
      says: log('2.14.0'),
      others: { 'pom.xml': project(properties('<v>2.17.1</v>')) },
      ...known,
    },
    {
      path: 'a/b/pom.xml',
      code: project(asked(dependency('⟦${v}⟧')), CHILD),
      files: {
        'a/pom.xml': project(
          '',
          '<parent><groupId>own</groupId><artifactId>top</artifactId><version>1</version></parent><artifactId>parent</artifactId>',
        ),
        'pom.xml': project(properties('<v>2.14.0</v>'), '<groupId>own</groupId><artifactId>top</artifactId><version>1</version>'),
      },
      says: log('2.14.0'),
      others: {
        'pom.xml': project(properties('<v>2.17.1</v>'), '<groupId>own</groupId><artifactId>top</artifactId><version>1</version>'),
      },
      ...known,
    },
    {
      ...pom('<build><plugins><plugin><artifactId>x-plugin</artifactId><version>⟦2.1⟧</version></plugin></plugins></build>'),
      says: 'org.apache.maven.plugins:x-plugin 2.1 (development only) is affected by GHSA-p: bad things happen. 3.0 is the smallest safe version (test data, 2026-11-01).',
      severity: 'medium',
      fixed: project(
        '<build><plugins><plugin><artifactId>x-plugin</artifactId><version>3.0</version></plugin></plugins></build>',
      ),
      ...known,
    },
    { ...csproj(reference('⟦12.0.1⟧')), says: json('12.0.1'), fixed: csproj(reference('13.0.1')).code, ...known },
    {
      ...csproj(reference('⟦[12.0.1]⟧', 'NEWTONSOFT.JSON')),
      says: json('12.0.1', 'NEWTONSOFT.JSON'),
      fixed: csproj(reference('[13.0.1]', 'NEWTONSOFT.JSON')).code,
      ...known,
    },
    {
      ...csproj(
        '<PackageReference Include="Newtonsoft.Json">\n      <Version>⟦12.0.1⟧</Version>\n      <PrivateAssets>all</PrivateAssets>\n    </PackageReference>',
      ),
      says: json('12.0.1 (development only)'),
      severity: 'medium',
      fixed: csproj(
        '<PackageReference Include="Newtonsoft.Json">\n      <Version>13.0.1</Version>\n      <PrivateAssets>all</PrivateAssets>\n    </PackageReference>',
      ).code,
      ...known,
    },
    {
      ...csproj(reference('⟦$(V)⟧'), group('<v>12.0.1</v>')),
      says: json('12.0.1'),
      fixed: csproj(reference('$(V)'), group('<v>13.0.1</v>')).code,
      ...known,
    },
    {
      ...csproj(reference('⟦$(V)⟧')),
      files: { 'Directory.Build.props': central('', group('<V>12.0.1</V>')) },
      says: json('12.0.1'),
      others: { 'Directory.Build.props': central('', group('<V>13.0.1</V>')) },
      ...known,
    },
    // What the project says itself is only a default.
    {
      ...csproj(reference('⟦$(V)⟧'), group("<V Condition=\"'$(V)' == ''\">13.0.1</V>")),
      files: { 'Directory.Build.props': central('', group('<V>12.0.1</V>')) },
      says: json('12.0.1'),
      others: { 'Directory.Build.props': central('', group('<V>13.0.1</V>')) },
      ...known,
    },
    {
      ...csproj(reference('⟦$(V)⟧'), '<Import Project="..\\eng\\Versions.props" />'),
      files: { 'eng/Versions.props': central('', group('<V>12.0.1</V>')) },
      says: json('12.0.1'),
      others: { 'eng/Versions.props': central('', group('<V>13.0.1</V>')) },
      ...known,
    },
    {
      path: 'Directory.Packages.props',
      code: central('<PackageVersion Include="Newtonsoft.Json" Version="⟦12.0.1⟧" />'),
      says: json('12.0.1'),
      fixed: central('<PackageVersion Include="Newtonsoft.Json" Version="13.0.1" />'),
      ...known,
    },
    {
      ...csproj('<PackageReference Include="Newtonsoft.Json" VersionOverride="⟦12.0.1⟧" />'),
      files: { 'Directory.Packages.props': central('<PackageVersion Include="Newtonsoft.Json" Version="13.0.1" />') },
      says: json('12.0.1'),
      fixed: csproj('<PackageReference Include="Newtonsoft.Json" VersionOverride="13.0.1" />').code,
      ...known,
    },
    {
      ...csproj(reference('⟦12.*⟧')),
      files: { 'src/packages.lock.json': lock('12.0.3') },
      says: json('12.0.3 (locked in src/packages.lock.json)'),
      fixed: csproj(reference('13.*')).code,
      ...known,
    },
    {
      ...csproj('<PackageReference Include="⟦Newtonsoft.Json⟧" />'),
      files: { 'src/packages.App.lock.json': lock('12.0.1') },
      says: json('12.0.1 (locked in src/packages.App.lock.json)'),
      ...known,
    },
    {
      path: 'packages.config',
      code: '<packages>\n  <package id="Newtonsoft.Json" version="⟦12.0.1⟧" targetFramework="net48" />\n</packages>\n',
      says: json('12.0.1'),
      fixed: '<packages>\n  <package id="Newtonsoft.Json" version="13.0.1" targetFramework="net48" />\n</packages>\n',
      ...known,
    },
    {
      path: '.config/dotnet-tools.json',
      code: '{"tools":{"newtonsoft.json":{"version":"⟦12.0.1⟧"}}}',
      says: json('12.0.1 (development only)', 'newtonsoft.json'),
      severity: 'medium',
      fixed: '{"tools":{"newtonsoft.json":{"version":"13.0.1"}}}',
      ...known,
    },
    { path: 'packages.lock.json', code: lock('⟦12.0.1⟧'), says: json('12.0.1'), ...known },
  ],
};

const remove = (subject: string, id: string): string =>
  `${subject} is malicious: it steals. Remove it and rotate the secrets of every machine that installed it (${id}; test data, 2026-11-01).`;

export const MALICIOUS: Cases = {
  clean: [
    { ...pom(asked(dependency('1', '', 'good'))), ...known },
    { ...csproj(reference('1.0', 'Evil.Not')), ...known },
  ],
  caught: [
    {
      ...pom(asked(dependency('1', '', '⟦evil⟧'), dependency('1', '', 'good'))),
      says: remove('g:evil 1', 'MAL-m'),
      fixed: project(asked(dependency('1', '', 'good'))),
      ...known,
    },
    {
      ...csproj(`${reference('1.0', '⟦Evil⟧')}\n    ${reference('1.0', 'Good')}`),
      says: remove('Evil 1.0', 'MAL-n'),
      fixed: csproj(reference('1.0', 'Good')).code,
      ...known,
    },
    { path: 'packages.lock.json', code: lock('⟦1.0.0⟧', 'Evil', 'Transitive'), says: remove('Evil 1.0.0', 'MAL-n'), ...known },
  ],
};
