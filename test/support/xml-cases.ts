import { advisories } from './advisories.ts';
import type { Caught, Clean } from './rule-tester.ts';

interface Cases {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
}

const known = {
  advisories: advisories(
    { id: 'GHSA-m', ecosystem: 'Maven', name: 'g:a', ranges: [['0', '2.17.1']], summary: 'it runs what it logs' },
    { id: 'GHSA-p', ecosystem: 'Maven', name: 'org.apache.maven.plugins:x-plugin', ranges: [['0', '3.0']] },
    { id: 'GHSA-n', ecosystem: 'NuGet', name: 'newtonsoft.json', ranges: [['0', '13.0.1']], summary: 'it runs out of stack' },
    {
      id: 'MAL-m',
      ecosystem: 'Maven',
      name: 'g:evil',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
    {
      id: 'MAL-n',
      ecosystem: 'NuGet',
      name: 'evil',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
  ),
};

const dependency = (version?: string, more = '', artifact = 'a'): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${version === undefined ? '' : `<version>${version}</version>`}${more}</dependency>`;
const OWN = '<groupId>own</groupId><artifactId>parent</artifactId><version>1</version>';
const CHILD = `<parent>${OWN}</parent><artifactId>app</artifactId>`;
const asked = (...all: readonly string[]): string => `<dependencies>${all.join('')}</dependencies>`;
const managed = (...all: readonly string[]): string => `<dependencyManagement>${asked(...all)}</dependencyManagement>`;
const project = (content: string, head = OWN): string => `<project>${head}${content}</project>`;
const pom = (content: string, head?: string): { path: string; code: string } => ({
  path: 'pom.xml',
  code: project(content, head),
});
const child = (content: string): { path: string; code: string } => ({ path: 'app/pom.xml', code: project(content, CHILD) });
const properties = (content: string): string => `<properties>${content}</properties>`;

const csproj = (items: string, more = ''): { path: string; code: string } => ({
  path: 'src/App.csproj',
  code: `<Project Sdk="Microsoft.NET.Sdk">${more}\n  <ItemGroup>\n    ${items}\n  </ItemGroup>\n</Project>\n`,
});
const central = (items: string, more = ''): string => `<Project>${more}<ItemGroup>${items}</ItemGroup></Project>`;
const group = (content: string): string => `<PropertyGroup>${content}</PropertyGroup>`;
const reference = (version: string, name = 'Newtonsoft.Json'): string =>
  `<PackageReference Include="${name}" Version="${version}" />`;
const lock = (version: string, name = 'Newtonsoft.Json', type = 'Direct'): string =>
  `{\n  "version": 1,\n  "dependencies": {\n    "net8.0": {\n      "${name}": {\n        "type": "${type}",\n        "requested": "[12.0.1, )",\n        "resolved": "${version}",\n        "contentHash": "ab=="\n      }\n    }\n  }\n}\n`;

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
    { ...csproj(reference('[12.0.1,14.0.0)')), ...known },
    {
      ...csproj(reference('$(V)'), `${group('<V>13.0.1</V>')}<PropertyGroup Condition="x"><V>12.0.1</V></PropertyGroup>`),
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
      says: log('2.14.0'),
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
      says: 'org.apache.maven.plugins:x-plugin 2.1 is affected by GHSA-p: bad things happen. 3.0 is the smallest safe version (test data, 2026-11-01).',
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
      says: json('12.0.1'),
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
      says: json('12.0.1', 'newtonsoft.json'),
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

const ignored = (name: string): string =>
  `${name} is declared again further down, and only the last one counts. Remove this one.`;
const again = (name: string): string => `${name} is already declared above. Keep one of the two.`;

export const DUPLICATE: Cases = {
  clean: [
    pom(`${managed(dependency('1'))}${asked(dependency())}`),
    pom(asked(dependency('1'), dependency('1', '<classifier>tests</classifier>'), dependency('1', '<type>test-jar</type>'))),
    pom(`${asked(dependency('1'))}<profiles><profile><id>p</id>${asked(dependency('2'))}</profile></profiles>`),
    pom(
      '<build><plugins><plugin><artifactId>x</artifactId></plugin><plugin><artifactId>x</artifactId></plugin></plugins></build>',
    ),
    csproj(`${reference('1.0')}<PackageReference Update="Newtonsoft.Json" Version="2.0" />`),
    csproj(
      '<PackageReference Include="A" Version="1" Condition="\'$(TargetFramework)\' == \'net48\'" /><PackageReference Include="A" Version="2" Condition="\'$(TargetFramework)\' != \'net48\'" />',
    ),
    {
      path: 'Directory.Packages.props',
      code: central('<PackageVersion Include="A" Version="1" /><GlobalPackageReference Include="A" Version="1" />'),
    },
  ],
  caught: [
    {
      ...pom(asked(dependency('1', '', '⟦a⟧'), dependency('1', '', 'b'), dependency('2', '<type>jar</type>'))),
      says: ignored('g:a'),
      fixed: project(asked(dependency('1', '', 'b'), dependency('2', '<type>jar</type>'))),
    },
    {
      ...pom(managed(dependency('1'), dependency('1', '', '⟦a⟧'))),
      says: again('g:a'),
      fixed: project(managed(dependency('1'))),
    },
    {
      ...csproj(`${reference('1.0')}\n    ${reference('1.0', '⟦newtonsoft.json⟧')}`),
      says: again('newtonsoft.json'),
      fixed: csproj(reference('1.0')).code,
    },
    {
      path: 'Directory.Packages.props',
      code: central('<PackageVersion Include="A" Version="1" /><PackageVersion Include="⟦A⟧" Version="2" />'),
      says: again('A'),
      fixed: central('<PackageVersion Include="A" Version="1" />'),
    },
    {
      path: 'packages.config',
      code: '<packages>\n  <package id="A" version="1.0" />\n  <package id="⟦a⟧" version="1.0" />\n</packages>\n',
      says: again('a'),
      fixed: '<packages>\n  <package id="A" version="1.0" />\n</packages>\n',
    },
  ],
};

const any = (name: string): string => `${name} accepts any version. Require the version that was tested.`;

export const WILDCARD: Cases = {
  clean: [
    pom(asked(dependency(), dependency('1'), dependency('[1,2)'), dependency('${v}'))),
    csproj(`${reference('*', 'A')}<PackageReference Include="B" />${reference('$(V)', 'C')}${reference('[1.0,)', 'D')}`),
    { ...csproj(reference('*', 'Lib')), files: { 'lib/Lib.csproj': csproj('').code } },
  ],
  caught: [{ ...pom(asked(dependency('⟦[0,)⟧'))), says: any('g:a') }],
};

const newest = (name: string, requirement: string): string =>
  `${name} takes the newest version that fits ${requirement}, whatever that is when it is built. Name the version that was tested.`;

export const DYNAMIC: Cases = {
  clean: [pom(asked(dependency(), dependency('1'), dependency('[1,2)'), dependency('${v}'))), csproj(reference('[1.0,)', 'A'))],
  caught: [
    { ...csproj(reference('⟦*⟧', 'A')), says: newest('A', '*') },
    { ...csproj(reference('⟦1.2.*-*⟧', 'A')), says: newest('A', '1.2.*-*') },
    { path: 'Directory.Packages.props', code: central('<PackageVersion Include="A" Version="⟦*⟧" />'), says: newest('A', '*') },
    { ...pom(asked(dependency('⟦LATEST⟧'))), says: newest('g:a', 'LATEST') },
    { ...pom(asked(dependency('⟦RELEASE⟧'))), says: newest('g:a', 'RELEASE') },
    {
      ...csproj(reference('⟦12.*⟧', 'A')),
      files: { 'src/packages.lock.json': lock('12.0.3', 'A') },
      says: 'A takes the newest version that fits 12.*, whatever that is when it is built. Name a version, such as 12.0.3, which src/packages.lock.json has.',
      severity: 'info',
      fixed: csproj(reference('[12.0.3]', 'A')).code,
    },
  ],
};

export const DRIFT: Cases = {
  clean: [
    { ...csproj(reference('12.0.1')), files: { 'src/packages.lock.json': lock('12.0.1') } },
    { ...csproj(reference('13.0.1')), files: { 'packages.lock.json': lock('12.0.1') } },
    { ...csproj(reference('13.0.1')), files: { 'src/packages.Other.lock.json': lock('12.0.1') } },
    { ...csproj('<PackageReference Include="Newtonsoft.Json" />'), files: { 'src/packages.lock.json': lock('12.0.1') } },
    {
      ...csproj('<PackageReference Include="A" Version="1.0" Condition="x" />'),
      files: { 'src/packages.lock.json': lock('12.0.1') },
    },
    { path: 'src/packages.lock.json', code: lock('12.0.1'), files: { 'src/App.csproj': csproj('').code } },
  ],
  caught: [
    {
      ...csproj(reference('⟦13.0.1⟧')),
      files: { 'src/packages.lock.json': lock('12.0.1') },
      says: 'Newtonsoft.Json 13.0.1 does not admit 12.0.1, which src/packages.lock.json has locked. Run the package manager to update the lockfile.',
    },
    {
      ...csproj(reference('1.0', '⟦A⟧')),
      files: { 'src/packages.lock.json': lock('12.0.1') },
      says: 'A is not in src/packages.lock.json. Run the package manager to update the lockfile.',
    },
  ],
};

const setting = (name: string): string =>
  `"${name}" contains a password or token. Revoke it and keep the new one out of the file.`;
const server = (content: string): { path: string; code: string } => ({
  path: '.m2/settings.xml',
  code: `<settings>\n  <servers>\n    <server>\n      <id>s</id>\n      ${content}\n    </server>\n  </servers>\n</settings>\n`,
});
const header = (value: string, name = 'Private-Token'): string =>
  `<configuration><httpHeaders><property><name>${name}</name><value>${value}</value></property></httpHeaders></configuration>`;

export const CREDENTIALS: Cases = {
  clean: [
    server('<username>me</username><password>${env.PASSWORD}</password><passphrase>${pass}</passphrase>'),
    server('<password>{COQLCE6DU6GtcS5P=}</password>'),
    server('<password>expires {COQLCE6DU6GtcS5P=} soon</password><privateKey>${user.home}/.ssh/id</privateKey>'),
    server('<password></password><!-- <password>p</password> -->'),
    server(header('${env.CI_JOB_TOKEN}')),
    server(header('application/json', 'Accept')),
    {
      path: 'pom.xml',
      code: '<project><repositories><repository><url>https://${user}:${password}@r.example</url></repository></repositories></project>',
    },
  ],
  caught: [
    {
      ...server('<username>me</username><password>⟦s3cret⟧</password>'),
      says: setting('password'),
      fixed: server('<username>me</username><password>${env.MAVEN_PASSWORD}</password>').code,
    },
    {
      ...server('<passphrase><![CDATA[⟦a b⟧]]></passphrase>'),
      says: setting('passphrase'),
      fixed: server('<passphrase><![CDATA[${env.MAVEN_PASSPHRASE}]]></passphrase>').code,
    },
    { ...server(header('⟦glpat-1⟧')), says: setting('header Private-Token'), fixed: server(header('${env.MAVEN_TOKEN}')).code },
    {
      path: 'settings.xml',
      code: '<settings><proxies><proxy><password>⟦p⟧</password></proxy></proxies></settings>',
      says: setting('password'),
      fixed: '<settings><proxies><proxy><password>${env.MAVEN_PASSWORD}</password></proxy></proxies></settings>',
    },
    {
      path: 'pom.xml',
      code: '<project><repositories><repository><url>https://me:⟦s3cret⟧@r.example</url></repository></repositories></project>',
      says: 'The URL of the package index contains a password or token. Revoke it and keep the new one out of the file.',
      fixed: '<project><repositories><repository><url>https://r.example</url></repository></repositories></project>',
    },
    {
      path: 'nuget.config',
      code: '<configuration><packageSourceCredentials><own><add key="Username" value="me" /><add key="ClearTextPassword" value="⟦p&amp;q⟧" /></own></packageSourceCredentials></configuration>',
      says: setting('ClearTextPassword'),
      fixed:
        '<configuration><packageSourceCredentials><own><add key="Username" value="me" /><add key="ClearTextPassword" value="%NUGET_PASSWORD%" /></own></packageSourceCredentials></configuration>',
    },
  ],
};
