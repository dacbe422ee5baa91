import type { Finding } from '../../engine/finding.ts';
import type { Applicability, Fix } from '../../engine/fix.ts';
import { fixFiles, type FixedFiles } from '../fix-files.ts';
import type { Workspace } from '../workspace.ts';

/** What is mended by another version of a package. Taking a malicious package out is a decision of its own. */
const RULES: ReadonlySet<string> = new Set([
  'dependencies/vulnerable-dependency',
  'dependencies/vulnerable-transitive-dependency',
  'dependencies/range-allows-vulnerable-version',
]);
const ALLOWED: readonly Applicability[] = ['safe', 'suggested'];

/** Whether a finding is one about a vulnerable package. */
export const isOfVulnerablePackage = ({ rule }: Finding): boolean => RULES.has(rule);

/** Whether a file has several vulnerable packages that {@link fixPackages} may mend. */
export function hasSeveralToFix(workspace: Workspace, path: string): boolean {
  const titles = new Set<string>();
  for (const finding of workspace.report(path).findings)
    if (isOfVulnerablePackage(finding)) for (const { title } of finding.fixes.filter(isForAll).slice(0, 1)) titles.add(title);
  return titles.size > 1;
}

const isForAll = ({ applicability, isBreaking, deferred }: Fix): boolean =>
  ALLOWED.includes(applicability) && !isBreaking && !deferred;

/**
 * How the texts of files would be with every vulnerable package raised that can be without a new major version: at the smallest safe version, wherever
 * the version is written. The workspace is as before afterwards.
 * @param paths whose findings are fixed
 */
export function fixPackages(workspace: Workspace, paths: readonly string[]): FixedFiles {
  const before = [...workspace.paths()].flatMap((path) => workspace.snapshot(path) ?? []);
  try {
    return fixFiles(workspace, paths, ALLOWED, () => true, isOfVulnerablePackage);
  } finally {
    for (const { path, text, version } of before) if (workspace.snapshot(path)?.text !== text) workspace.set(path, text, version);
  }
}
