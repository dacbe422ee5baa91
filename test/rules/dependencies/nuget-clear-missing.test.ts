import { nugetClearMissing } from '../../../server/src/rules/dependencies/nuget-clear-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const says =
  'The sources of the machine, such as nuget.org, are used as well as those named here. Put <clear /> in front of them.';
const GALLERY = '<add key="nuget.org" value="https://api.nuget.org/v3/index.json" />';
const OWN = '<add key="own" value="https://n.example/v3/index.json" />';
const config = (sources: string, more = '', name = 'packageSources'): { path: string; code: string } => ({
  path: 'nuget.config',
  code: `<configuration>\n  <${name}>\n    ${sources}\n  </packageSources>${more}\n</configuration>\n`,
});

testRule(nugetClearMissing, {
  clean: [
    config(`<clear />\n    ${OWN}`),
    config(`<clear/>${GALLERY}`),
    config(GALLERY),
    config(OWN, '<disabledPackageSources><add key="nuget.org" value="true" /></disabledPackageSources>'),
    config('<add key="local" value="packages" />'),
    config(OWN, '<packageSourceMapping><packageSource key="own"><package pattern="*" /></packageSource></packageSourceMapping>'),
    { ...config(OWN), path: 'src/nuget.config', files: { 'nuget.config': config('<clear />').code } },
    {
      path: 'nuget.config',
      code: '<configuration><packageRestore><add key="enabled" value="True" /></packageRestore></configuration>',
    },
  ],
  caught: [
    { ...config(OWN, '', '⟦packageSources⟧'), says, fixed: config(`<clear />\n    ${OWN}`).code },
    {
      ...config(
        `<!-- ours -->\n    ${OWN}\n    ${GALLERY}`,
        '<disabledPackageSources><clear /></disabledPackageSources>',
        '⟦packageSources⟧',
      ),
      says,
      fixed: config(
        `<!-- ours -->\n    <clear />\n    ${OWN}\n    ${GALLERY}`,
        '<disabledPackageSources><clear /></disabledPackageSources>',
      ).code,
    },
    {
      path: 'NuGet.config',
      code: `<configuration><⟦packageSources⟧>${OWN}</packageSources></configuration>`,
      says,
      fixed: `<configuration><packageSources><clear />${OWN}</packageSources></configuration>`,
    },
  ],
});
