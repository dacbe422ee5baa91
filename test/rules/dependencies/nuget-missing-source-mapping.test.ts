import { nugetMissingSourceMapping } from '../../../server/src/rules/dependencies/nuget-missing-source-mapping.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (count: number): string =>
  `Packages come from ${count} sources, and nothing says which source may serve which package: a public one can stand in for a private one. Add packageSourceMapping.`;
const GALLERY = '<add key="nuget.org" value="https://api.nuget.org/v3/index.json" />';
const OWN = '<add key="own" value="https://n.example/v3/index.json" />';
const config = (sources: string, more = '', name = 'packageSources'): { path: string; code: string } => ({
  path: 'nuget.config',
  code: `<configuration>\n  <${name}>\n    ${sources}\n  </packageSources>${more}\n</configuration>\n`,
});
const mapping =
  '<packageSourceMapping><packageSource key="own"><package pattern="Own.*" /></packageSource></packageSourceMapping>';
const added = `
  <packageSourceMapping>
    <packageSource key="nuget.org">
      <package pattern="*" />
    </packageSource>
    <packageSource key="own">
      <package pattern="YourPrefix.*" />
    </packageSource>
  </packageSourceMapping>`;

testRule(nugetMissingSourceMapping, {
  clean: [
    config(`<clear />${GALLERY}`),
    config(`${GALLERY}${OWN}`, mapping),
    config(`${GALLERY}<add key="local" value="./packages" />`),
    config(`<add key="a" value="https://n.example/a" /><add key="b" value="https://n.example/b" />`),
    config(`${GALLERY}${OWN}`, '<disabledPackageSources><add key="own" value="true" /></disabledPackageSources>'),
    {
      ...config(`${GALLERY}${OWN}`),
      path: 'src/nuget.config',
      files: { 'NuGet.Config': `<configuration>${mapping}</configuration>` },
    },
    { path: 'nuget.config', code: '<configuration><config><add key="x" value="https://x.example" /></config></configuration>' },
    config(
      '<add key="a" value="https://pkgs.dev.azure.com/Org/_packaging/a/nuget/v3/index.json" /><add key="b" value="https://pkgs.dev.azure.com/org/p/_packaging/b/nuget/v3/index.json" />',
    ),
    config(`${GALLERY}<add key="china" value="https://nuget.cdn.azure.cn/v3/index.json" />`),
  ],
  caught: [
    {
      path: 'nuget.config',
      code: '<configuration><⟦packageSources⟧><add key="a" value="https://www.myget.org/F/a/api/v3/index.json" /><add key="b" value="https://www.myget.org/F/b/api/v3/index.json" /></packageSources></configuration>',
      says: says(2),
      fixed:
        '<configuration><packageSources><add key="a" value="https://www.myget.org/F/a/api/v3/index.json" /><add key="b" value="https://www.myget.org/F/b/api/v3/index.json" /></packageSources><packageSourceMapping><packageSource key="a"><package pattern="*" /></packageSource><packageSource key="b"><package pattern="YourPrefix.*" /></packageSource></packageSourceMapping></configuration>',
    },
    { ...config(`${GALLERY}${OWN}`, '', '⟦packageSources⟧'), says: says(2), fixed: config(`${GALLERY}${OWN}`, added).code },
    {
      ...config(`<clear />${OWN}${GALLERY}`, '', '⟦packageSources⟧'),
      says: says(2),
      fixed: config(
        `<clear />${OWN}${GALLERY}`,
        added.replace(
          /(\n {4}<packageSource key="nuget.org">[^]*?<\/packageSource>)(\n {4}<packageSource[^]*<\/packageSource>)/,
          '$2$1',
        ),
      ).code,
    },
    {
      path: 'a/nuget.config',
      code: '<configuration><⟦packageSources⟧><add key="x&amp;y" value="https://x.example" /><add key="z" value="https://z.example" /></packageSources></configuration>',
      files: { 'b/nuget.config': `<configuration>${mapping}</configuration>` },
      says: says(2),
      fixed:
        '<configuration><packageSources><add key="x&amp;y" value="https://x.example" /><add key="z" value="https://z.example" /></packageSources><packageSourceMapping><packageSource key="x&amp;y"><package pattern="*" /></packageSource><packageSource key="z"><package pattern="YourPrefix.*" /></packageSource></packageSourceMapping></configuration>',
    },
  ],
});
