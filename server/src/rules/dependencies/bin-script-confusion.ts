import { dependencyRule } from '../../engine/rule.ts';
import { settingKey } from './shared/settings.ts';

/** Commands that scripts and people call by their bare names, which one of a package would take the place of: `node_modules/.bin` comes first in the path. */
const COMMANDS = new Set(
  (
    'node npm npx yarn yarnpkg pnpm pnpx bun bunx corepack deno git ssh scp curl wget sh bash zsh dash fish pwsh powershell cmd python python3 pip pip3 ruby gem ' +
    'php perl java javac go cargo rustc make cmake gcc cc g++ clang docker kubectl sudo su env which where whoami ls cd cp mv rm mkdir rmdir cat echo grep sed awk find ' +
    'chmod chown kill ps tar zip unzip gzip openssl gpg ln touch head tail sort xargs tee date sleep test true false exit export source'
  ).split(' '),
);

export const binScriptConfusion = dependencyRule(
  {
    id: 'dependencies/bin-script-confusion',
    title: 'Package installs a command under the name of another program',
    why: 'The commands of installed packages come first in the path while scripts run. A package whose command is called `node` or `git` takes the place of the real one in every script of the project that installs it. Choose a name of its own.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      shadows:
        'The command `{command}` takes the place of the program of the same name in scripts of everyone who installs this package. Rename it.',
    },
    aliases: [],
    references: ['CWE-426', 'CWE-427', 'https://docs.npmjs.com/cli/configuring-npm/package-json#bin'],
    fix: 'none',
    since: '0.3.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'package.json') return;
    const own = new Set((model.name ?? '').toLowerCase().split(/[^a-z0-9+]+/));
    for (const setting of model.settings) {
      const command = setting.key.replace(/^@[^/]*\//, '').replace(/\.(?:exe|cmd)$/i, '');
      // A package that is called as the program is that program.
      if (setting.section !== 'bin' || !COMMANDS.has(command.toLowerCase()) || own.has(command.toLowerCase())) continue;
      if (own.has('corepack') || (own.has('yarnpkg') && command.startsWith('yarn')) || (own.has('npm') && command === 'npx'))
        continue;
      yield { message: 'shadows', data: { command }, span: setting.keySpan, key: settingKey(setting) };
    }
  },
);
