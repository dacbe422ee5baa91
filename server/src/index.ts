import { resolvePath } from './base/path.ts';
import { applyEdits } from './base/edit.ts';
import type { Advisories } from './engine/advisories.ts';
import { KNOWLEDGE_DATE } from './knowledge/date.ts';
import { RULES } from './rules/index.ts';
import { objectProblems } from './service/configurations.ts';
import { type JsonFix, type JsonReport, jsonReport } from './service/json-report.ts';
import { isBinary } from './service/scan.ts';
import { Workspace } from './service/workspace.ts';

export { openAdvisories } from './advisories/open.ts';
export type { Advisories } from './engine/advisories.ts';
export type { Advisory, Ecosystem } from './knowledge/advisory.ts';
export { compareVersions, raiseRange, readDependencies, satisfies, type ReadDependency } from './model/dependencies/index.ts';
export type { JsonFinding, JsonFix, JsonPlace, JsonReport } from './service/json-report.ts';

export interface AnalyzerOptions {
  /** What `.larboard.yaml` would say, as an object. `{ profile: 'all' }` turns every rule on. Configuration files among the analysed files also count and are weaker. */
  readonly config?: unknown;
  /** A Kubernetes minor such as `1.34`; the newest known one by default. */
  readonly kubernetesVersion?: string;
  /** Where knowledge of vulnerable and malicious packages comes from, for example {@link openAdvisories}; the built-in facts by default. */
  readonly advisories?: Advisories;
  /**
   * ISO date (YYYY-MM-DD) that suppressions' last days and the ends of support are held against. The library has no clock of its own: without it the day of the
   * newest built-in facts counts, so that what has ended for certain has ended.
   */
  readonly today?: string;
  /** A clock in milliseconds, for `summary.milliseconds`; without it that is 0. */
  readonly now?: () => number;
}

export interface Analyzer {
  /** Analyses the given files as one workspace, cross-file rules included. Paths are relative, with `/`. Synchronous and total; no IO. */
  analyze(files: readonly { readonly path: string; readonly text: string }[]): JsonReport;
}

/** @throws TypeError that names the setting when `config` or `kubernetesVersion` is wrong. */
export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  const { config, kubernetesVersion, advisories, today = KNOWLEDGE_DATE, now = () => 0 } = options;
  const base = typeof config === 'object' && config !== null ? config : {};
  const commandLine = kubernetesVersion === undefined ? config : { ...base, kubernetes: { version: kubernetesVersion } };
  const [problem] = commandLine === undefined ? [] : objectProblems(commandLine, new Workspace({ today }).names);
  if (problem !== undefined) throw new TypeError(`larboard: ${problem}`);
  return {
    analyze(files) {
      const start = now();
      const workspace = new Workspace({
        today,
        ...(advisories ? { advisories } : {}),
        ...(commandLine === undefined ? {} : { commandLine }),
      });
      const skipped: { path: string; reason: 'binary' | 'excluded' }[] = [];
      const paths: string[] = [];
      for (const { path: given, text } of files) {
        // `./Dockerfile` and, from Windows, `api\\Dockerfile` name the same files as `Dockerfile` and `api/Dockerfile`.
        const path = resolvePath('', given.replaceAll('\\', '/')) ?? given;
        if (isBinary(text)) skipped.push({ path, reason: 'binary' });
        else {
          workspace.set(path, text);
          paths.push(path);
        }
      }
      workspace.list(files.map(({ path }) => resolvePath('', path.replaceAll('\\', '/')) ?? path));
      const reports = [...new Set(paths)].flatMap((path) => {
        if (!workspace.excludes(path)) return [workspace.report(path)];
        skipped.push({ path, reason: 'excluded' });
        return [];
      });
      return jsonReport({ workspace, rules: RULES, reports, skipped, milliseconds: Math.round(now() - start) });
    },
  };
}

/**
 * The text with a finding's fix applied, or several fixes at once.
 * @throws RangeError when fixes overlap.
 */
export function applyFixes(text: string, fixes: JsonFix | readonly JsonFix[] | undefined): string {
  const all = fixes === undefined ? [] : 'edits' in fixes ? [fixes] : fixes;
  return applyEdits(
    text,
    all.flatMap(({ edits }) => edits.map((edit) => ({ span: { start: edit.start, end: edit.end }, newText: edit.text }))),
  );
}
