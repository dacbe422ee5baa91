import { type Cases, dependency, asked, managed, project, pom, csproj, central, reference, lock } from './xml-manifests.ts';

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
    pom(
      `<build><plugins><plugin><artifactId>x</artifactId>${asked(dependency('1'))}</plugin><plugin><artifactId>y</artifactId>${asked(dependency('1'))}</plugin></plugins></build>`,
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
