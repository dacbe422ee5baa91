import { nugetInsecureSource } from '../../../server/src/rules/dependencies/nuget-insecure-source.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (url: string): string =>
  `The source ${url} serves packages over plain HTTP, where anyone on the way can replace them. Use HTTPS.`;
const config = (url: string, more = '', extra = ''): { path: string; code: string } => ({
  path: 'NuGet.Config',
  code: `<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <packageSources>\n    <clear />\n    <add key="a" value="${url}"${extra} />\n  </packageSources>${more}\n</configuration>\n`,
});

testRule(nugetInsecureSource, {
  clean: [
    config('https://n.example/v3/index.json'),
    config('http://localhost:5000/v3/index.json'),
    config('./packages'),
    config('%FEED%'),
    config('http://n.example/v3', '<disabledPackageSources><add key="a" value="true" /></disabledPackageSources>'),
    config('https://n.example', '<config><add key="repositoryPath" value="http://x.example" /></config>'),
    {
      path: 'a.csproj',
      code: '<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><PropertyGroup><PackageProjectUrl>http://x.example</PackageProjectUrl></PropertyGroup></Project>',
    },
  ],
  caught: [
    {
      ...config('⟦http⟧://n.example/v3/index.json'),
      says: says('http://n.example/v3/index.json'),
      fixed: config('https://n.example/v3/index.json').code,
    },
    {
      ...config('⟦http⟧://n.example:80/nuget', '', ' allowInsecureConnections="true"'),
      says: says('http://n.example:80/nuget'),
      fixed: config('https://n.example:80/nuget', '', ' allowInsecureConnections="true"').code,
    },
    {
      path: 'nuget.config',
      code: '<configuration><auditSources><add key="a" value="⟦http⟧://n.example" /></auditSources></configuration>',
      says: says('http://n.example'),
      fixed: '<configuration><auditSources><add key="a" value="https://n.example" /></auditSources></configuration>',
    },
    {
      path: 'src/a.csproj',
      code: '<Project><PropertyGroup><RestoreSources>https://a.example;⟦http⟧://b.example/v3</RestoreSources></PropertyGroup></Project>',
      says: says('http://b.example/v3'),
      fixed:
        '<Project><PropertyGroup><RestoreSources>https://a.example;https://b.example/v3</RestoreSources></PropertyGroup></Project>',
    },
    {
      ...config('⟦http⟧://n.example/v3', '<disabledPackageSources><add key="b" value="true" /></disabledPackageSources>'),
      says: says('http://n.example/v3'),
      fixed: config('https://n.example/v3', '<disabledPackageSources><add key="b" value="true" /></disabledPackageSources>').code,
    },
  ],
});
