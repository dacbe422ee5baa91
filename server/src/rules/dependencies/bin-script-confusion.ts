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

/** Those that npm's packages are the usual way to get. */
const SHIPPED = new Set('node npm npx yarn yarnpkg pnpm pnpx bun bunx corepack deno'.split(' '));
/** Those that no package of that name has a right to: what talks to other machines, runs code or has rights. */
const NEVER_SHIPPED = new Set(
  'git ssh scp curl wget sh bash zsh pwsh powershell cmd python python3 pip pip3 docker kubectl sudo su gpg openssl'.split(' '),
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
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'package.json') return;
    const name = model.name ?? '';
    for (const setting of model.settings) {
      // A text alone is the file of the command that has the package's name, without its scope.
      const isNamedByPackage = setting.section === '' && setting.key === 'bin' && setting.value !== '' && setting.value !== '[]';
      if (setting.section !== 'bin' && !isNamedByPackage) continue;
      const command = (isNamedByPackage ? name : setting.key).replace(/^@[^/]*\//, '').replace(/\.(?:exe|cmd)$/i, '');
      if (!COMMANDS.has(command.toLowerCase()) || isThatProgram(name.toLowerCase(), command.toLowerCase())) continue;
      yield { message: 'shadows', data: { command }, span: setting.keySpan, key: settingKey(setting) };
    }
  },
);

/** Whether the package is the program itself, or one that is meant to bring it. */
function isThatProgram(name: string, command: string): boolean {
  if (name === command) return !NEVER_SHIPPED.has(command);
  if (!SHIPPED.has(command)) return false;
  const words = name.split(/[^a-z0-9]+/);
  return (
    words.includes('corepack') ||
    (words.includes('yarnpkg') && command.startsWith('yarn')) ||
    (words[0] === 'npm' && command === 'npx') ||
    // `@pnpm/exe`, `bun-linux-x64`; what is only called so within another scope is something else.
    (name.startsWith('@') ? words[1] === command : words.includes(command))
  );
}
