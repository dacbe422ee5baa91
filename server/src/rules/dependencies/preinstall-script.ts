import { dependencyRule } from '../../engine/rule.ts';
import { FetchedFiles } from './shared/fetched-file.ts';
import { lifecycleScripts } from './shared/lifecycle-scripts.ts';
import { suspicionOf } from './shared/suspicious-command.ts';
import { valueOf, type Invocation } from '../../model/shell/index.ts';

/** Programs that only look whether the right package manager or version is used. */
const GUARDS = /^(?:only-allow|check-node-version|check-engine|check-engines|npm-only-allow|use-yarn|please-use-yarn)(?:@.*)?$/;

export const preinstallScript = dependencyRule(
  {
    id: 'dependencies/preinstall-script',
    title: 'Package runs code before it is installed',
    why: 'A `preinstall` script runs on the machine of everyone who installs the package, before its dependencies are there and before anything can be checked. Most malicious packages use it, so many projects refuse packages that have one. A `postinstall` runs on the same machines. Publish what the script makes as part of the package, and prepare your own working copy with `prepare`, which no registry package runs when it is installed.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      runs: 'The `preinstall` script runs on the machine of everyone who installs this package. Publish what it makes instead, and use `prepare` for what only your own working copy needs.',
      private:
        'The `preinstall` script runs on every machine that installs this project, before anything that it fetches can be checked. Use `prepare`, or a command that is started when it is needed.',
    },
    aliases: [],
    references: ['CWE-829', 'https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'package.json') return;
    // What is never published runs on the machines of its authors only, but there it does.
    const isPrivate = model.settings.some(({ section, key, value }) => section === '' && key === 'private' && value === 'true');
    const script = lifecycleScripts(file.text, model).find(({ name }) => name === 'preinstall');
    if (!script || script.invocations.length === 0 || script.invocations.every(isGuard)) return;
    yield {
      message: isPrivate ? 'private' : 'runs',
      ...(isPrivate && { severity: 'low' as const }),
      span: script.setting.keySpan,
      key: 'scripts/preinstall',
      ...(isSuspicious(script.invocations) && { summedUpBy: 'dependencies/suspicious-lifecycle-script' }),
    };
  },
);

function isSuspicious(invocations: readonly Invocation[]): boolean {
  const files = new FetchedFiles();
  return invocations.some((invocation) => {
    const found = suspicionOf(invocation, files);
    files.add(invocation);
    return found !== undefined;
  });
}

/** `npx only-allow pnpm`, `echo …`, `exit 1`. */
function isGuard({ name, args }: Invocation): boolean {
  if (/^(?:echo|exit|true|false|:|test|\[|node-version)$/.test(name)) return true;
  if (name === 'node' && args.some((word) => /\bnpm_(?:execpath|config_user_agent)\b/.test(valueOf(word) ?? ''))) return true;
  const runs = /^(?:npx|pnpx|bunx|npm|pnpm|yarn|bun)$/.test(name)
    ? args.map((word) => valueOf(word) ?? '').find((word) => !word.startsWith('-') && !/^(?:exec|dlx|x)$/.test(word))
    : name;
  return runs !== undefined && GUARDS.test(runs);
}
