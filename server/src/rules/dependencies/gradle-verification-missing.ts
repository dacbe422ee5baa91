import { baseName, folderOf, foldersUpwards } from '../../base/path.ts';
import type { FileTree } from '../../engine/file-tree.ts';
import { dependencyRule } from '../../engine/rule.ts';

const METADATA = 'gradle/verification-metadata.xml';
const SCRIPTS = ['build.gradle', 'build.gradle.kts'];
const SETTINGS = ['settings.gradle', 'settings.gradle.kts'];

export const gradleVerificationMissing = dependencyRule(
  {
    id: 'dependencies/gradle-verification-missing',
    title: 'Gradle build does not verify its dependencies',
    why: 'With gradle/verification-metadata.xml Gradle compares every module and plugin with a checksum or signature that was reviewed, and refuses one that was replaced. Without it a build trusts every repository and mirror. `gradle --write-verification-metadata sha256 help` writes a first version.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      missing:
        'Gradle takes this without checking what it gets, because {path} is missing. Write it with gradle --write-verification-metadata.',
      off: 'Gradle does not check the checksums of what it gets, because verify-metadata is off. Set it to true.',
    },
    aliases: [],
    references: ['CWE-494', 'https://docs.gradle.org/current/userguide/dependency_verification.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format === 'verification-metadata.xml') {
      const off = model.settings.find(({ key, value }) => key === 'verify-metadata' && value.trim() === 'false');
      if (off) yield { message: 'off', span: off.valueSpan, key: off.key };
      return;
    }
    const { workspace } = env;
    const tree = workspace.tree();
    if (tree === undefined || !isRoot(file.path, model.format, tree)) return;
    const folder = folderOf(file.path);
    const path = below(folder, METADATA);
    const module = model.dependencies.find(({ source }) => source === 'registry')?.nameSpan;
    // What a build script asks for says it better than the settings script beside it.
    const isTold = SCRIPTS.some((name) => (workspace.get('dependencies', below(folder, name))?.declared.length ?? 0) > 0);
    const first = model.format === 'settings.gradle' && !isTold ? (module ?? model.repositories?.[0]?.nameSpan) : undefined;
    const span = model.format === 'build.gradle' ? module : first;
    if (span && !tree.has(path)) yield { message: 'missing', data: { path }, span, key: METADATA };
  },
);

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The settings script says where its build begins; without one, the uppermost build script does. */
function isRoot(path: string, format: string, tree: FileTree): boolean {
  if (/(?:^|\/)buildSrc\//.test(path)) return false;
  if (format === 'settings.gradle') return true;
  if (!SCRIPTS.includes(baseName(path))) return false;
  const [own = '', ...above] = foldersUpwards(path);
  const has = (folder: string, names: readonly string[]): boolean => names.some((name) => tree.has(below(folder, name)));
  return has(own, SETTINGS) || !above.some((folder) => has(folder, SETTINGS) || has(folder, SCRIPTS));
}
