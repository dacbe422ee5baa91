import { folderOf, foldersUpwards } from '../../base/path.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { DependencyFile, Setting } from '../../model/dependencies/index.ts';
import { placeOf, placeWithout } from './shared/cooldown-place.ts';
import { GATES, gateOf, isCooledDown, isUseful, isZero, type Gate } from './shared/cooldown.ts';
import { mistakenAge } from './shared/cooldown-unit.ts';
import { inFolder, managerByLockfile, namedManager } from './shared/package-manager.ts';
import { appended, besideSetting, setTo, settingKey } from './shared/settings.ts';
import { updaterProblems } from './shared/updater-cooldown.ts';

export const missingReleaseCooldown = dependencyRule(
  {
    id: 'dependencies/missing-release-cooldown',
    title: 'Releases are taken as soon as they are published',
    why: 'Most malicious releases are found and taken down within hours or days. Who waits a few days before installing a release never sees them. Security fixes can be let through by name where they are urgent.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      manager: '{manager} installs releases as soon as they are published. Let it wait some days with `{key}`.',
      zero: '`{key}` is zero, so releases are installed as soon as they are published. Let them wait some days.',
      unit: '{manager} counts {units}, so `{key}` with {value} is {age}. Write how long releases shall wait in that unit.',
      updater: '{tool} proposes releases as soon as they are published. Let it wait some days with `{key}`.',
    },
    aliases: [],
    references: [
      'CWE-1357',
      'https://docs.npmjs.com/cli/using-npm/config#min-release-age',
      'https://pnpm.io/settings#minimumreleaseage',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env: { workspace } }) {
    if (model.format === 'dependabot.yml' || model.format === 'renovate.json') yield* updaterProblems(file, model, workspace);
    else if (model.format === 'package.json') {
      const gate = rootGate(file, model, workspace);
      const name = gate && placeOf(file.text, model);
      if (gate && name) {
        const path = inFolder(folderOf(file.path), gate.format);
        const fixes: Fix[] = [
          {
            title: `Set ${gate.key} in ${gate.format}`,
            applicability: 'safe',
            edits: [],
            others: [{ path, create: `${gate.lines.join('\n')}\n` }],
          },
        ];
        yield { message: 'manager', data: { manager: gate.manager, key: gate.key }, span: name, key: gate.key, fixes };
      }
    } else {
      const gate = GATES.find(
        (one) => one.format === model.format || (one.manager === 'uv' && model.format === 'pyproject.toml'),
      );
      const own = gate && ownSettings(model);
      const place = gate && own && (own[0]?.keySpan ?? placeWithout(gate, file, workspace));
      if (!place || !isItsFile(gate, file.path, workspace)) return;
      const set = own.find(({ key }) => key === gate.key);
      if (set && isZero(set.value))
        yield {
          message: 'zero',
          data: { key: gate.key },
          span: set.valueSpan,
          key: settingKey(set),
          fixes: [setTo(set, gate.value, 'safe')],
        };
      const mistaken = set && mistakenAge(gate, set.value);
      if (mistaken) {
        const data = { manager: gate.manager, key: gate.key, value: set.value, ...mistaken };
        yield { message: 'unit', data, span: set.valueSpan, key: settingKey(set), fixes: [setTo(set, gate.value, 'suggested')] };
      }
      const family = gate.manager === 'uv' ? 'python' : 'npm';
      if (set || isCooledDown(file.path, family, workspace)) return;
      yield {
        message: 'manager',
        data: { manager: gate.manager, key: gate.key },
        span: place,
        key: gate.key,
        fixes: [{ title: `Set ${gate.key}`, applicability: 'safe', edits: [insertionOf(file, gate, own)] }],
      };
    }
  },
);

/** The settings among which the key has its place. */
function ownSettings({ format, settings }: DependencyFile): readonly Setting[] {
  if (format === 'pyproject.toml') return settings.filter(({ section }) => section === 'tool.uv');
  if (format === 'bunfig.toml') return settings.filter(({ section }) => section === 'install');
  return settings.filter(({ section }) => section === '' || format === '.yarnrc.yml');
}

function insertionOf(file: Snapshot, { lines, manager }: Gate, own: readonly Setting[]) {
  const last = own.findLast(({ section }) => section === own[0]?.section);
  const line = lines.at(-1) ?? '';
  // What begins a table ends the keys before it.
  if ((manager === 'bun' || manager === 'uv') && last) return besideSetting(file, last, line);
  if (manager === 'uv') return appended(file, ['', '[tool.uv]', line]);
  return appended(file, manager === 'bun' ? ['', ...lines] : [line]);
}

/** An .npmrc may be there for another package manager. */
function isItsFile(gate: Gate, path: string, workspace: WorkspaceView): boolean {
  if (gate.manager === 'uv') return true;
  const used = namedManager(path, workspace)?.name ?? managerByLockfile(path, workspace);
  return (used === undefined || used === gate.manager) && isUseful(gate, path, workspace);
}

/** The gate that a project of npm's kind lacks, if this is its outermost manifest and no settings file beside or above it is the place to tell. */
function rootGate({ path }: Snapshot, model: DependencyFile, workspace: WorkspaceView): Gate | undefined {
  const above = [...foldersUpwards(path)];
  if (above.slice(1).some((folder) => workspace.get('dependencies', inFolder(folder, 'package.json')))) return undefined;
  if (model.dependencies.length === 0) return undefined;
  const gate = gateOf(path, workspace);
  if (!gate || isCooledDown(path, 'npm', workspace)) return undefined;
  return above.some((folder) => workspace.get('dependencies', inFolder(folder, gate.format))) ? undefined : gate;
}
