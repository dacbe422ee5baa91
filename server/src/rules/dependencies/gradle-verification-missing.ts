import { folderOf, foldersUpwards } from '../../base/path.ts';
import type { FileTree } from '../../engine/file-tree.ts';
import { dependencyRule } from '../../engine/rule.ts';

const METADATA = 'gradle/verification-metadata.xml';
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
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    if (model.format === 'verification-metadata.xml') {
      const off = model.settings.find(({ key, value }) => key === 'verify-metadata' && value.trim() === 'false');
      if (off) yield { message: 'off', span: off.valueSpan, key: off.key };
      return;
    }
    const tree = env.workspace.tree();
    if (tree === undefined || !isRoot(file.path, model.format, tree)) return;
    const path = below(folderOf(file.path), METADATA);
    const first = model.dependencies.find(({ source }) => source === 'registry')?.nameSpan ?? model.repositories?.[0]?.nameSpan;
    if (first && !tree.has(path)) yield { message: 'missing', data: { path }, span: first, key: METADATA };
  },
);

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The settings script stands for its build; without one, the uppermost build script does. */
function isRoot(path: string, format: string, tree: FileTree): boolean {
  if (/(?:^|\/)buildSrc\//.test(path)) return false;
  if (format === 'settings.gradle') return true;
  if (!/(?:^|\/)build\.gradle(?:\.kts)?$/.test(path)) return false;
  const folders = [...foldersUpwards(path)];
  const hasSettings = folders.some((folder) => SETTINGS.some((name) => tree.has(below(folder, name))));
  const isBelow = folders
    .slice(1)
    .some((folder) => tree.has(below(folder, 'build.gradle')) || tree.has(below(folder, 'build.gradle.kts')));
  return !hasSettings && !isBelow;
}
