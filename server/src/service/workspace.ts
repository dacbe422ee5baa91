import { applyEdits } from '../base/edit.ts';
import type { Ecosystem } from '../base/ecosystem.ts';
import { LineIndex } from '../base/line-index.ts';
import { type Snapshot, snapshot } from '../base/snapshot.ts';
import type { Advisories } from '../engine/advisories.ts';
import { analyze } from '../engine/analyze.ts';
import { type ConfigProblem, failOnFor, isLocked } from '../engine/config/config.ts';
import type { AdvisorySource, FailOn } from '../engine/config/schema.ts';
import type { Environment, WorkspaceView } from '../engine/environment.ts';
import { byPlace, type Finding } from '../engine/finding.ts';
import { Fingerprints } from '../engine/fingerprint.ts';
import type { Applicability, Fix, OtherFile } from '../engine/fix.ts';
import { fixAll, type FixAllResult } from '../engine/fix-all.ts';
import { SUPPRESSION_NOT_ALLOWED } from '../engine/own-rules.ts';
import { isProven, type Reanalyze } from '../engine/prove.ts';
import type { AnyRule } from '../engine/rule.ts';
import { isAtLeast } from '../engine/severity.ts';
import { type Applied, applySuppressions, suppressionsOf } from '../engine/suppression/apply.ts';
import { checkSuppressions } from '../engine/suppression/check.ts';
import { isAbout, isExpired } from '../engine/suppression/suppression.ts';
import { type AnyFacts, WorkspaceIndex } from '../engine/workspace-index.ts';
import { RULES } from '../rules/index.ts';
import { configFindings } from './config-findings.ts';
import { Configurations, type Policy } from './configurations.ts';
import { Models } from './models.ts';
import { inWorkspace, isPatchFile } from './in-workspace.ts';
import { withoutSupplied } from './kubernetes/supplied.ts';
import { advisoriesOf, environmentOf } from './environment.ts';
import { acceptsAdvisories, acceptsOnly, factsOf, isConfigPath, type Parsed, peerEcosystem } from './parse.ts';
import { needlessFindings } from './needless-suppressions.ts';
import { isIn } from './subject.ts';
import type { Entry, FileReport, WorkspaceOptions } from './workspace-types.ts';

export type { FileReport, WorkspaceOptions } from './workspace-types.ts';

/**
 * One workspace folder: its files, what they tell each other, and the findings of each. Synchronous and total; IO is the caller's. Paths are workspace
 * paths (`base/path.ts`).
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #rules: readonly AnyRule[];
  readonly #entries = new Map<string, Entry>();
  readonly #index = new WorkspaceIndex();
  readonly #models = new Models();
  readonly #configurations: Configurations;
  #settings: unknown;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#rules = options.rules ?? RULES;
    this.#settings = options.settings;
    this.#configurations = new Configurations(
      { ...options, rules: this.#rules },
      (path) => this.#entries.get(path)?.snapshot.text,
    );
  }

  /** Grows when any file's facts or the configuration changed: reports of other files may then be stale. */
  get revision(): number {
    return this.#index.revision + this.#configurations.revision;
  }

  get names() {
    return this.#configurations.names;
  }

  /** Adds a file or replaces its text. */
  set(path: string, text: string, version = 0): void {
    const previous = this.#entries.get(path);
    if (previous?.snapshot.text === text) {
      if (previous.snapshot.version !== version)
        this.#entries.set(path, { ...previous, snapshot: { ...previous.snapshot, version } });
      return;
    }
    this.#entries.set(path, { snapshot: snapshot(path, text, version) });
    this.#read(path, text);
    // Read for the first time it is nothing that anybody has looked at.
    if (previous && isPatchFile(path, this.view)) this.#index.touch();
    this.#configurations.fileChanged(path, isConfigPath(path));
  }

  #read(path: string, text: string): void {
    const { parsed, others } = this.#models.take(path, text);
    if (parsed) this.#index.set(path, factsOf(parsed));
    else this.#index.delete(path);
    this.#readAgain(others);
  }

  /** Files that are something else now, because another file includes them or does so no longer. */
  #readAgain(paths: readonly string[]): void {
    for (const path of paths) {
      const file = this.#entries.get(path)?.snapshot;
      if (!file) continue;
      this.#entries.set(path, { snapshot: file });
      this.#models.delete(path);
      this.#read(path, file.text);
    }
  }

  /** Files that others include, whatever their names. */
  included(): Iterable<string> {
    return this.#models.included();
  }

  delete(path: string): void {
    if (!this.#entries.delete(path)) return;
    this.#index.delete(path);
    this.#readAgain(this.#models.remove(path));
    if (isPatchFile(path, this.view)) this.#index.touch();
    this.#configurations.fileChanged(path, isConfigPath(path));
  }

  /** To be called before the folder's files are listed. */
  startListing(): void {
    this.#index.startListing();
  }

  /** The names of all files of the folder, ours or not; a folder whose content was left out ends in `/`. */
  list(paths: Iterable<string>): void {
    this.#index.list(paths);
  }

  /** A file, ours or not, appeared in the folder after it was listed. */
  appeared(path: string): void {
    this.#index.appeared(path);
  }

  vanished(path: string): void {
    this.#index.vanished(path);
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** All files, in no particular order. */
  paths(): Iterable<string> {
    return this.#entries.keys();
  }

  snapshot(path: string): Snapshot | undefined {
    return this.#entries.get(path)?.snapshot;
  }

  lines(path: string): LineIndex | undefined {
    const entry = this.#entries.get(path);
    if (!entry) return undefined;
    entry.lines ??= new LineIndex(entry.snapshot.text);
    return entry.lines;
  }

  /** What the files tell each other. */
  get view(): WorkspaceView {
    return this.#index.view(() => {});
  }

  setSettings(settings: unknown): void {
    this.#settings = settings;
    this.#configurations.setSettings(settings);
  }

  /** The data behind {@link WorkspaceOptions.advisoryData} is another one now. */
  advisoriesChanged(): void {
    this.#configurations.touch();
  }

  /**
   * Another workspace with the same settings and the texts of some files, in which `commandLine` is stronger than any configuration: what would be said if
   * the configuration were another one.
   */
  variant(commandLine: object, paths: Iterable<string>): Workspace {
    const variant = new Workspace({ ...this.#options, settings: this.#settings, commandLine });
    for (const path of paths) {
      const file = this.#entries.get(path)?.snapshot;
      if (file) variant.set(path, file.text, file.version);
    }
    return variant;
  }

  /** The Kubernetes version that the configuration of the folder at `path` is about. */
  kubernetesVersion(path: string): string {
    return this.#configurations.policyFor(path).config.kubernetesVersion.value;
  }

  /** What a rule that looks at the file at `path` is given besides the file itself, as far as an editor's other questions need it. */
  surroundings(path: string) {
    return { file: { path }, env: { kubernetesVersion: this.kubernetesVersion(path), workspace: this.view } };
  }

  /** What the configuration file at `path` extends, as it writes it. */
  extendedBy(path: string): readonly string[] {
    return this.#configurations.extendedBy(path);
  }

  /** All mistakes in the configuration file at `path`. */
  configProblems(path: string): readonly ConfigProblem[] {
    return this.#configurations.problems(path);
  }

  /** Of the manifests and lockfiles that the workspace has. */
  ecosystems(): readonly Ecosystem[] {
    const facts = this.view.all('dependencies').map(([, each]) => each);
    return [...new Set(facts.filter(({ role }) => role !== 'settings').map(({ ecosystem }) => ecosystem))];
  }

  /** Where advisories about the packages of the file at `path` come from. */
  advisorySource(path: string): AdvisorySource {
    return this.#configurations.policyFor(path).config.advisorySource.value;
  }

  /** Whether the configuration leaves the file out. */
  excludes(path: string): boolean {
    return this.#configurations.policyFor(path).config.excluded(path) === 'wholly';
  }

  /** From which severity on a run fails over a rule's findings in the file; `undefined` where no configuration says. */
  failOn(path: string, rule: string): FailOn | undefined {
    return failOnFor(this.#configurations.policyFor(path).config, rule);
  }

  /** Whether a comment in the file could keep a rule's findings quiet. */
  isSuppressible(path: string, rule: string): boolean {
    return !isLocked(this.#configurations.policyFor(path).config, rule);
  }

  /** The findings of one file; empty for one that is unknown, excluded or none of ours. */
  report(path: string): FileReport {
    const own = this.#ownReport(path);
    const entry = this.#entries.get(path);
    if (!entry || !acceptsAdvisories(path)) return own;
    const [config, index] = [this.#configurations.revision, this.#index.revision];
    const cached = entry.whole;
    if (cached?.own === own && cached.config === config && cached.index === index) return cached.value;
    const needless = this.#needless(entry.snapshot, this.#configurations.policyFor(path));
    const value = needless.length === 0 ? own : { ...own, findings: [...own.findings, ...needless].sort(byPlace) };
    entry.whole = { value, own, config, index };
    return value;
  }

  /** Without what depends on the findings of all other files. */
  #ownReport(path: string): FileReport {
    const entry = this.#entries.get(path);
    if (!entry) return { path, findings: [], suppressed: [], failures: [] };
    const config = this.#configurations.revision;
    const cached = entry.report;
    if (cached?.config === config && (cached.index === undefined || cached.index === this.#index.revision)) return cached.value;
    const read = { others: false };
    const value = this.#analyze(entry.snapshot, () => (read.others = true));
    entry.report = { value, config, index: read.others ? this.#index.revision : undefined };
    return value;
  }

  /** The fixes of a finding that hold: applied to a copy, the finding is gone and nothing as bad is new. The preferred one first. */
  provenFixes(finding: Finding): readonly Fix[] {
    const file = this.#entries.get(finding.path)?.snapshot;
    if (!file || finding.fixes.length === 0) return [];
    const reanalyze = this.#reanalyze(file);
    const before = reanalyze(file.text);
    return finding.fixes.filter((fix) => isProven(file.text, before, finding, fix, reanalyze));
  }

  /** Applies proven fixes to one file until nothing changes; the file itself stays as it is. */
  fixAll(
    path: string,
    allowed: readonly Applicability[] = ['safe'],
    isMeant: (finding: Finding) => boolean = () => true,
  ): FixAllResult {
    const file = this.#entries.get(path)?.snapshot;
    if (!file) return { edits: [], text: '', applied: 0 };
    const shown = (text: string): ReadonlySet<string> =>
      new Set(
        this.#analyze(text === file.text ? file : { ...file, text }, () => {}).findings.map(({ fingerprint }) => fingerprint),
      );
    let memo: { text: string; shown: ReadonlySet<string> } | undefined;
    return fixAll(file.text, this.#reanalyze(file), allowed, (finding, text) => {
      if (!isMeant(finding)) return false;
      if (memo?.text !== text) memo = { text, shown: shown(text) };
      return memo.shown.has(finding.fingerprint);
    });
  }

  /** The model of a file, for what the editor asks beside findings. */
  parsed(path: string): Parsed | undefined {
    const file = this.#entries.get(path)?.snapshot;
    return file && this.#models.get(path, file.text);
  }

  #reanalyze(file: Snapshot): Reanalyze {
    const policy = this.#configurations.policyFor(file.path);
    return (text, others = []) => {
      const parsed = text === file.text ? this.parsed(file.path) : this.#models.read(file.path, text);
      if (!parsed) return { findings: [], failures: [], damage: Number.POSITIVE_INFINITY };
      const changed = text === file.text && others.length === 0 ? undefined : this.#factsAfter(others);
      // What rules learn about the file from its facts has to be of the same text as its model.
      changed?.set(file.path, factsOf(parsed));
      const env = this.#environment(file.path, policy, () => {}, changed);
      const copy = { ...file, text };
      const { findings, failures } = analyze(
        { ...inWorkspace(parsed, file.path, env.workspace), file: copy, env },
        policy.active,
      );
      // Of the engine's own findings only this one has a fix that may be applied with all others.
      const about = policy.isActive(SUPPRESSION_NOT_ALLOWED.id)
        ? this.#suppress(copy, parsed, findings, policy).about.filter(({ rule }) => rule === SUPPRESSION_NOT_ALLOWED.id)
        : [];
      return { findings: [...findings, ...about], failures, damage: parsed.model.problems.length };
    };
  }

  /** What other files would tell after a fix changed them. */
  #factsAfter(others: readonly OtherFile[]): Map<string, AnyFacts> {
    const changed = new Map<string, AnyFacts>();
    for (const other of others) {
      const text = 'create' in other ? other.create : applyEdits(this.snapshot(other.path)?.text ?? '', other.edits);
      const parsed = this.#models.read(other.path, text);
      if (parsed) changed.set(other.path, factsOf(parsed));
    }
    return changed;
  }

  #analyze(file: Snapshot, onRead: () => void): FileReport {
    const { path, text } = file;
    const today = this.today;
    const policy = this.#configurations.policyFor(path);
    const { config } = policy;
    if (acceptsOnly(path)) {
      const isTold = isConfigPath(path) && policy.isActive('larboard/config-invalid');
      const mistakes = isTold ? configFindings(file, this.#configurations.problems(path), policy) : [];
      return { path, findings: mistakes, suppressed: [], failures: [] };
    }
    const isHeld = this.#entries.get(path)?.snapshot.text === text;
    const parsed = isHeld ? this.parsed(path) : this.#models.read(path, text);
    const excluded = config.excluded(path);
    if (!parsed || excluded === 'wholly') return { path, findings: [], suppressed: [], failures: [] };
    const active =
      excluded === undefined ? policy.active : policy.active.filter(({ rule }) => config.rules.get(rule.meta.id)?.value.locked);
    const env = this.#environment(path, policy, onRead, isHeld ? undefined : new Map([[path, factsOf(parsed)]]));
    const input = { ...inWorkspace(parsed, path, env.workspace), file, env };
    const { findings: all, failures } = analyze(input, active);
    const raw =
      input.kind === 'kubernetes' ? withoutSupplied(all, input, active, (other) => this.#entries.get(other)?.snapshot.text) : all;
    const { applied, about } = this.#suppress(file, parsed, raw, policy);
    const accepted = config.suppressions.filter((one) => !isExpired(one, today) && one.matches(path));
    const suppressed = [...applied.suppressed];
    const findings = [...applied.findings, ...about].sort(byPlace).filter((finding) => {
      if (policy.isSummedUp(finding)) return false;
      const suppression = accepted.find((one) => isAbout(one, finding) && (!one.subject || isIn(one.subject, parsed, finding)));
      if (suppression) suppressed.push({ finding, suppression });
      return !suppression && isAtLeast(finding.severity, config.minimumSeverity.value);
    });
    return { path, findings, suppressed, failures };
  }

  /** What a file accepts of advisories without need. */
  #needless(file: Snapshot, policy: Policy): readonly Finding[] {
    return needlessFindings(file, policy, {
      manifests: () => this.view.all('dependencies'),
      suppressedIn: (path) => this.#ownReport(path).suppressed,
      ecosystem: peerEcosystem(file.path),
      advisories: advisoriesOf(this.#options, policy.config),
      today: this.today,
    });
  }

  /** What the file's own suppressions leave of its findings, and what there is to say about them. */
  #suppress(
    file: Snapshot,
    { kind, model }: Parsed,
    findings: readonly Finding[],
    { config, isActive, severityOf }: Policy,
  ): { readonly applied: Applied; readonly about: readonly Finding[] } {
    const today = this.today;
    const suppressions = suppressionsOf(model, file.text, this.names).filter(({ dialect }) => !config.unheard.has(dialect));
    const applied = applySuppressions(findings, suppressions, today, (rule) => isLocked(config, rule));
    const { used, refused } = applied;
    const fingerprints = new Fingerprints(file.path, file.text);
    const about = checkSuppressions({ file, kind, suppressions, used, refused, names: this.names, today, fingerprints, isActive })
      .filter(({ rule }) => isActive(rule))
      .map((finding) => ({ ...finding, severity: severityOf(finding.rule) ?? finding.severity }));
    return { applied, about };
  }

  /** What is known of the vulnerable and malicious packages that the file at `path` asks for. */
  advisoriesFor(path: string): Advisories {
    return advisoriesOf(this.#options, this.#configurations.policyFor(path).config);
  }

  /** ISO date. A server lives longer than a day. */
  get today(): string {
    const { today } = this.#options;
    return typeof today === 'string' ? today : today();
  }

  #environment(path: string, { config }: Policy, onRead: () => void, changed?: ReadonlyMap<string, AnyFacts>): Environment {
    return environmentOf(path, config, this.#options, this.today, this.#index.view(onRead, changed));
  }
}
