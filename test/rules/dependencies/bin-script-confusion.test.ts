import { binScriptConfusion } from '../../../server/src/rules/dependencies/bin-script-confusion.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (command: string): string =>
  `The command \`${command}\` takes the place of the program of the same name in scripts of everyone who installs this package. Rename it.`;

testRule(binScriptConfusion, {
  clean: [
    '{"name":"x","bin":{"x":"cli.js","x-git":"git.js"}}',
    '{"name":"npm","bin":{"npm":"a.js","npx":"b.js"}}',
    '{"name":"@yarnpkg/cli-dist","bin":{"yarn":"a.js","yarnpkg":"a.js"}}',
    '{"name":"corepack","bin":{"pnpm":"a.js"}}',
    '{"name":"node","bin":{"node":"bin/node"}}',
    '{"name":"node","bin":"bin/node"}',
    '{"name":"which","bin":"./bin/which"}',
    '{"name":"@x/cli","bin":"./node"}',
    '{"name":"@pnpm/exe","bin":{"pnpm":"pnpm"}}',
    '{"name":"node","bin":""}',
    '{"bin":"node"}',
    '{"name":"x","directories":{"bin":"node"}}',
    '{"name":"x","bin":"cli.js","scripts":{"node":"x"}}',
  ],
  caught: [
    { code: '{"name":"x","bin":{"⟦node⟧":"cli.js"}}', says: says('node') },
    { code: '{"name":"left-pad","bin":{"x":"a.js","⟦npm⟧":"b.js","⟦git⟧":"c.js"}}', says: [says('npm'), says('git')] },
    { code: '{\n  "bin": {\n    "⟦bash⟧": "./sh.js"\n  }\n}', says: says('bash') },
    // A text alone takes the package's name.
    { code: '{"name":"@x/node","⟦bin⟧":"./cli.js"}', says: says('node') },
    { code: '{"name":"git","⟦bin⟧":"./cli.js"}', says: says('git') },
    { code: '{"name":"git-tools","bin":{"⟦git⟧":"./cli.js"}}', says: says('git') },
  ],
});
