import { preinstallScript } from '../../../server/src/rules/dependencies/preinstall-script.ts';
import { testRule } from '../../support/rule-tester.ts';

const SAYS =
  'The `preinstall` script runs on the machine of everyone who installs this package. Publish what it makes instead, and use `prepare` for what only your own working copy needs.';

testRule(preinstallScript, {
  clean: [
    `{"name":"a","scripts":{"preinstall":"node -e \\"if(!/yarn/.test(process.env.npm_execpath)) throw new Error('Use yarn')\\""}}`,
    '{"name":"x","scripts":{"postinstall":"node build.js"}}',
    '{"name":"x","private":true,"scripts":{"preinstall":"npx only-allow pnpm"}}',
    '{"name":"x","scripts":{"preinstall":"npx only-allow pnpm"}}',
    '{"name":"x","scripts":{"preinstall":"npx -y only-allow@1 yarn || exit 1"}}',
    '{"name":"x","scripts":{"preinstall":""}}',
    '{"name":"x","config":{"preinstall":"node x"}}',
  ],
  caught: [
    { code: '{"name":"x","scripts":{"⟦preinstall⟧":"node setup.js"}}', says: SAYS },
    { code: '{"name":"x","scripts":{"⟦preinstall⟧":"npx only-allow pnpm && node setup.js"}}', says: SAYS },
    { code: '{\n  "scripts": {\n    "build": "tsc",\n    "⟦preinstall⟧": "npx npm-force-resolutions"\n  }\n}\n', says: SAYS },
    {
      code: '{"name":"x","private":true,"scripts":{"⟦preinstall⟧":"node check.js"}}',
      says: 'The `preinstall` script runs on every machine that installs this project, before anything that it fetches can be checked. Use `prepare`, or a command that is started when it is needed.',
      severity: 'low',
    },
  ],
});
