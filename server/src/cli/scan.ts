import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAtLeast } from '../engine/severity.ts';
import {
  isBeforeKnowledge,
  isBeyondKnowledge,
  NEWEST_KUBERNETES_VERSION,
  OLDEST_KUBERNETES_VERSION,
} from '../knowledge/kubernetes-version.ts';
import { RULES } from '../rules/index.ts';
import { jsonReport } from '../service/json-report.ts';
import { decode, encodeLike } from '../hosts/node-files.ts';
import { isConfigPath } from '../service/parse.ts';
import { type FixedFiles, fixFiles } from '../service/fix-files.ts';
import { scan } from '../service/scan.ts';
import type { FileReport } from '../service/workspace.ts';
import { advisoryStore, noteMissingData, registryFor } from './advisory-data.ts';
import { type ScanArguments, scanArguments } from './arguments.ts';
import { loadConfigurations, workspaceFor } from './configuration.ts';
import { unifiedDiff } from './diff.ts';
import { Failure } from './failure.ts';
import { withoutSecrets } from './format/conceal.ts';
import { sarifReport } from './format/sarif.ts';
import { textReport } from './format/text.ts';
import { leftFixes } from './left-fixes.ts';
import type { ScanResult } from './result.ts';
import { type Targets, targetOfText, targetsOf, toWorkspacePath } from './targets.ts';
import { painter } from './terminal.ts';
import { type FixedFile, writeAtomically } from './write-fixes.ts';

/** `larboard scan`. Resolves to the exit code. */
export async function scanCommand(args: readonly string[]): Promise<number> {
  const options = scanArguments(args);
  const cwd = process.cwd();
  if (options.kubernetesVersion !== undefined && isBeyondKnowledge(options.kubernetesVersion))
    process.stderr.write(
      `larboard: Kubernetes ${options.kubernetesVersion} is newer than what is known (${NEWEST_KUBERNETES_VERSION}); of later versions only what was announced counts\n`,
    );
  if (options.kubernetesVersion !== undefined && isBeforeKnowledge(options.kubernetesVersion))
    process.stderr.write(
      `larboard: Kubernetes ${options.kubernetesVersion} is older than what is known (${OLDEST_KUBERNETES_VERSION}); fields are checked against that, API versions against the target\n`,
    );
  if (options.stdin) return scanStdin(options, cwd);
  const paths = options.filesFrom === undefined ? options.paths : [...options.paths, ...listedPaths(options.filesFrom)];
  if (options.filesFrom !== undefined && paths.length === 0)
    return finish(options, {
      workspace: await workspaceFor(options, cwd, {}),
      reports: [],
      skipped: [],
      milliseconds: 0,
    });
  const targets = await targetsOf(paths, cwd);
  const result = await scanTargets({ ...options, paths }, targets);
  if (options.fix === 'none') return finish(options, result);
  const fixed = fix(options, targets, result);
  if (options.dryRun) {
    process.stdout.write(fixed.files.map((file) => shownDiff(file, result)).join(''));
    return 0;
  }
  const failures: Failure[] = [];
  for (const file of fixed.files) {
    try {
      await writeAtomically(targets.root, file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // The other files can still be fixed.
      failures.push(error);
      result.workspace.set(file.path, file.before);
      process.stderr.write(`larboard: ${error.message}\n`);
    }
  }
  const files = fixed.files.length - failures.length;
  process.stderr.write(
    failures.length === 0
      ? `${fixed.applied} ${fixed.applied === 1 ? 'fix' : 'fixes'} applied in ${files} ${files === 1 ? 'file' : 'files'}\n`
      : `${files} of ${fixed.files.length} files changed\n`,
  );
  const code = await finish(options, {
    ...result,
    reports: result.reports.map((report) => result.workspace.report(report.path)),
  });
  return failures.length > 0 ? 3 : code;
}

async function scanTargets(options: ScanArguments, { root, files }: Targets): Promise<ScanResult> {
  const start = performance.now();
  const store = advisoryStore();
  const registry = registryFor(options, root);
  const workspace = await workspaceFor(options, root, { advisoryData: () => store.advisories, ...(registry && { registry }) });
  await loadConfigurations(workspace, root, options.paths);
  let reports: FileReport[] = [];
  const skipped: ScanResult['skipped'][number][] = [];
  const progress = process.stderr.isTTY && options.format === 'text';
  let shown = 0;
  for await (const event of scan(
    workspace,
    files,
    () => false,
    () => false,
  )) {
    if (event.kind === 'skipped') skipped.push(event);
    else if (event.kind === 'report') reports.push(event.report);
    if (progress && event.kind !== 'skipped' && performance.now() - shown > 80) {
      shown = performance.now();
      process.stderr.write(`\r\u001B[K${event.done} of ${event.total} files`);
    }
  }
  if (progress) process.stderr.write('\r\u001B[K');
  if (registry) {
    // What the rules asked for is known now.
    await registry.settled();
    workspace.advisoriesChanged();
    reports = reports.map((report) => workspace.report(report.path));
  }
  noteMissingData(
    workspace,
    reports.map((report) => report.path),
    store,
  );
  return {
    workspace,
    reports,
    skipped: skipped.map(({ path: file, reason }) => ({ path: file, reason })),
    milliseconds: Math.round(performance.now() - start),
  };
}

async function scanStdin(options: ScanArguments, cwd: string): Promise<number> {
  const file = toWorkspacePath(path.relative(cwd, path.resolve(cwd, options.stdinFilename ?? '')));
  if (file.startsWith('../') || path.isAbsolute(file))
    throw new Failure(`--stdin-filename "${options.stdinFilename ?? ''}" lies outside the current folder`);
  const bytes = readStandardInput();
  const targets = targetOfText(cwd, file, decode(bytes));
  const result = await scanTargets({ ...options, paths: [file] }, targets);
  if (options.fix === 'none') return finish(options, result);
  const {
    files: [fixed],
  } = fix(options, targets, result);
  if (!options.dryRun) process.stdout.write((fixed && encodeLike(bytes, fixed.after)) ?? bytes);
  else if (fixed) process.stdout.write(shownDiff(fixed, result));
  return 0;
}

/** What would change, without what findings say is a secret: a build log keeps it. Both texts have the same mark for what stays. */
function shownDiff({ path: file, before, after }: FixedFile, { workspace, reports }: ScanResult): string {
  const report = reports.find((one) => one.path === file);
  return unifiedDiff(file, report ? withoutSecrets(before, report) : before, withoutSecrets(after, workspace.report(file)));
}

/** Fixes the scanned files, in memory, and tells which fixes are left to a person. */
function fix(options: ScanArguments, { holds }: Targets, { workspace, reports }: ScanResult): FixedFiles {
  const fixed = fixFiles(
    workspace,
    reports.map(({ path: file }) => file),
    options.fix === 'safe' ? ['safe'] : ['safe', 'suggested'],
    (file) => holds(file) && !workspace.excludes(file),
  );
  process.stderr.write(leftFixes(workspace, fixed.left));
  return fixed;
}

function listedPaths(from: string): readonly string[] {
  if (from !== '-') throw new Failure(`--files-from takes "-" (standard input), not "${from}"`);
  return decode(readStandardInput())
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

function readStandardInput(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new Failure(`standard input cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Writes the report and tells the exit code. */
async function finish(options: ScanArguments, result: ScanResult): Promise<number> {
  const report = render(options, result);
  if (options.output === undefined) process.stdout.write(report);
  else {
    await writeFile(options.output, report).catch((error: unknown) => {
      throw new Failure(
        `the report cannot be written to "${options.output ?? ''}" (${error instanceof Error ? error.message : String(error)})`,
      );
    });
  }
  // A configuration counts also when it lies above the scanned files and has no report of its own.
  const [mistake] = [...result.workspace.paths()]
    .filter(isConfigPath)
    .sort()
    .flatMap((path) => result.workspace.configProblems(path));
  if (mistake) {
    const place = result.workspace.lines(mistake.path)?.positionAt(mistake.span.start);
    throw new Failure(`${mistake.path}:${(place?.line ?? 0) + 1}:${(place?.character ?? 0) + 1}: ${mistake.message}`);
  }
  if (result.reports.some(({ failures }) => failures.length > 0)) return 3;
  const fails = ({ path, findings }: FileReport): boolean =>
    findings.some(({ rule, severity }) => {
      const failOn = options.failOn ?? result.workspace.failOn(path, rule) ?? 'high';
      return failOn !== 'never' && isAtLeast(severity, failOn);
    });
  return result.reports.some(fails) ? 1 : 0;
}

function render({ format, output }: ScanArguments, result: ScanResult): string {
  if (format === 'json') return `${JSON.stringify(jsonReport({ ...result, rules: RULES }), undefined, 2)}\n`;
  if (format === 'sarif') return sarifReport(result);
  return textReport(result, painter(output === undefined ? process.stdout : {}, process.env));
}
