import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { snapshot } from '../../server/src/base/snapshot.ts';
import type { Span } from '../../server/src/base/span.ts';
import type { Advisories } from '../../server/src/engine/advisories.ts';
import { type Analysis, analyze } from '../../server/src/engine/analyze.ts';
import { NO_ADVISORIES } from '../../server/src/engine/builtin-advisories.ts';
import type { LabelKind } from '../../server/src/engine/config/label-kind.ts';
import type { CustomPolicy } from '../../server/src/engine/custom-policy.ts';
import { NO_DEPENDENCY_POLICY, type DependencyPolicy, type Environment } from '../../server/src/engine/environment.ts';
import { byPlace, type Finding } from '../../server/src/engine/finding.ts';
import { completed, type Fix, type OtherFile, STAND_IN_DIGEST } from '../../server/src/engine/fix.ts';
import { isProven, type Reanalyze } from '../../server/src/engine/prove.ts';
import { NO_REGISTRY, type Registry } from '../../server/src/engine/registry.ts';
import type { AnyRule, DocumentKind } from '../../server/src/engine/rule.ts';
import type { Severity } from '../../server/src/engine/severity.ts';
import { WorkspaceIndex } from '../../server/src/engine/workspace-index.ts';
import { factsOf, parse, type Parsed } from '../../server/src/service/parse.ts';
import { unmark } from './marked-text.ts';

/** What may differ from the tester's defaults. `files` are other files of the workspace: path → text. */
export interface Surroundings {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Names of further files of the folder, ours or not (a folder whose content was left out ends in `/`). With it, all files are known. */
  readonly beside?: readonly string[];
  readonly kubernetesVersion?: string;
  readonly allowedRegistries?: readonly string[];
  readonly requiredLabels?: Readonly<Record<string, LabelKind>>;
  readonly requiredAnnotations?: Readonly<Record<string, LabelKind>>;
  readonly labels?: Readonly<Record<string, LabelKind>>;
  readonly strictLabels?: boolean;
  readonly dependencies?: Partial<DependencyPolicy>;
  readonly policies?: readonly CustomPolicy[];
  readonly advisories?: Advisories;
  readonly registry?: Registry;
}

export interface Caught extends Surroundings {
  /** The text with `⟦…⟧` around each finding's span, in reading order. */
  readonly code: string;
  /** The message of each finding, in reading order. One text stands for one finding. */
  readonly says: string | readonly string[];
  /** The text after the first fix of every finding was applied at once. Absent: no finding has a fix. */
  readonly fixed?: string;
  /** Other fixes: title → the text after that fix of the first finding that has it. Those titles are then complete. */
  readonly alternatives?: Readonly<Record<string, string>>;
  /** What the first fix of the first finding does to other files: path → their text after it. */
  readonly others?: Readonly<Record<string, string>>;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** The rule still speaks after the fix, but less: how many findings are left. */
  readonly left?: number;
  /** Applied together the fixes clash, so only the first finding's first fix is applied. */
  readonly firstFixOnly?: true;
}

/** `shown` names the case that the page of the rule shows as fine, where the first one would not do. */
export type Clean = string | ({ readonly code: string; readonly shown?: true } & Surroundings);

/** The tables of every rule that was tested, by the rule's id. The generator shows examples from them. */
export const TESTED_CASES = new Map<string, { readonly clean: readonly Clean[]; readonly caught: readonly Caught[] }>();

const PATHS: Record<DocumentKind, string> = {
  dockerfile: 'Dockerfile',
  dockerignore: '.dockerignore',
  compose: 'compose.yaml',
  kubernetes: 'app.yaml',
  dependencies: 'package.json',
  gitignore: '.gitignore',
  license: 'LICENSE',
};
const ASTRAL: Record<DocumentKind, (path: string) => string | undefined> = {
  dockerfile: () => '# 😀\n',
  dockerignore: () => '# 😀\n',
  compose: () => '# 😀\n',
  gitignore: () => '# 😀\n',
  license: () => '😀\n',
  kubernetes: (path) => (path.endsWith('.json') ? undefined : '# 😀\n'),
  dependencies: (path) =>
    path.endsWith('.txt') || path.endsWith('.in')
      ? '# 😀\n'
      : /(?:go\.(?:mod|work)|\.gradle(?:\.kts)?)$/.test(path)
        ? '// 😀\n'
        : undefined,
};

/** Each case runs in each of these forms, so that no rule can be wrong about positions only on Windows, behind a BOM or behind an emoji. */
function variantsOf(kind: DocumentKind, path: string, code: string): readonly (readonly [string, (text: string) => string])[] {
  const before = ASTRAL[kind](path);
  const plain: (readonly [string, (text: string) => string])[] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replaceAll(/(?<!\r)\n/g, '\r\n')],
  ];
  if (!code.startsWith('\uFEFF')) plain.push(['BOM', (text) => `\uFEFF${text}`]);
  // A comment first would turn a parser directive into a comment.
  if (before !== undefined && !code.startsWith('\uFEFF') && !/^#\s*(?:syntax|escape|check)\s*=/i.test(code))
    plain.push(['astral', (text) => before + text]);
  return plain;
}

/**
 * Defines the tests of one rule from tables of texts. It refuses sloppy cases: duplicates, too few of a kind, a message that no case shows, a caught case without a
 * mark, a fix that no case expects; it checks that fixed texts are clean, that each fix is proven by the engine and that the model was not changed.
 */
export function testRule(rule: AnyRule, cases: { readonly clean: readonly Clean[]; readonly caught: readonly Caught[] }): void {
  const { on: kind, meta } = rule;
  TESTED_CASES.set(meta.id, cases);
  describe(meta.id, () => {
    for (const clean of cases.clean) {
      const given = typeof clean === 'string' ? { code: clean } : clean;
      for (const [variant, transform] of variantsOf(kind, pathOf(kind, given), given.code)) {
        it(`${variant}: accepts ${excerpt(given.code)}`, () => {
          const { findings } = run(rule, transform(given.code), given);
          assert.deepEqual(
            findings.map(({ message }) => message),
            [],
          );
        });
      }
    }
    for (const caught of cases.caught) {
      for (const [variant, transform] of variantsOf(kind, pathOf(kind, caught), caught.code)) {
        it(`${variant}: catches ${excerpt(caught.code)}`, () => checkCaught(rule, caught, transform));
      }
    }
    it('shows every message in a case', () => {
      const said = cases.caught.flatMap(({ says }) => says);
      for (const [id, template] of Object.entries(meta.messages)) {
        const pattern = new RegExp(
          `^${template
            .split(/\{\w+\}/)
            .map(escapeRegExp)
            .join('[^]+')}$`,
        );
        assert.ok(
          said.some((message) => pattern.test(message)),
          `no case shows the message "${id}"`,
        );
      }
    });
    it('has cases of both kinds, each once', () => {
      assert.ok(cases.clean.length >= 3 && cases.caught.length >= 3, 'a rule needs at least three clean and three caught cases');
      const all = [...cases.clean, ...cases.caught].map((one) => JSON.stringify(one));
      assert.equal(new Set(all).size, all.length, 'a case stands twice');
    });
    it('gives the kind of fix that its metadata promises', () => {
      const expected = cases.caught.some(({ fixed, alternatives, others }) => fixed ?? alternatives ?? others);
      assert.equal(expected, meta.fix !== 'none');
    });
  });
}

function checkCaught(rule: AnyRule, caught: Caught, transform: (text: string) => string): void {
  const { text, spans } = unmark(transform(caught.code));
  assert.ok(spans.length > 0, 'a caught case marks the span of its finding');
  const { findings } = run(rule, text, caught);
  assert.deepEqual(
    findings.map(({ message }) => message),
    [caught.says].flat(),
  );
  assert.deepEqual(
    findings.map(({ span }) => show(text, span)),
    spans.map((span) => show(text, span)),
  );
  for (const { message, severity, related, fixes } of findings) {
    assert.doesNotMatch(message, /\s{2}/, 'messages have no stray blanks');
    for (const { title } of fixes)
      assert.doesNotMatch(title, /^\s|\s$|\s{2}|[\r\n\t.]$/, 'titles are imperative, without stray blanks');
    assert.equal(severity, caught.severity ?? rule.meta.severity);
    // A package's own name may stand first.
    for (const { note } of related) assert.match(note, /^(?:[\p{Lu}`]|\S+ is locked)[^]*\.$/u, 'notes are sentences');
  }
  const changed = Object.fromEntries(
    (findings[0]?.fixes[0]?.others ?? []).map((other) => [
      other.path,
      'create' in other ? other.create : applyEdits(caught.files?.[other.path] ?? '', other.edits),
    ]),
  );
  assert.deepEqual(changed, caught.others ?? {});
  // What changes other files is tried alone: the proof below looks at its effect.
  const isAlone = caught.firstFixOnly ?? (caught.others !== undefined ? true : undefined);
  const firsts = (isAlone ? findings.slice(0, 1) : findings).flatMap(({ fixes }) => fixes.slice(0, 1));
  const edits = firsts.flatMap((fix) => (fix.deferred ? [completed(fix.deferred, STAND_IN_DIGEST)] : fix.edits));
  const fixed = edits.length > 0 ? applyEdits(text, edits) : undefined;
  assert.equal(fixed, caught.fixed === undefined ? undefined : transform(caught.fixed));
  if (fixed !== undefined && !isAlone) {
    const expected = caught.left ?? findings.filter(({ fixes }) => fixes.length === 0).length;
    assert.equal(run(rule, fixed, caught).findings.length, expected, 'findings after the fix');
  }
  const others = findings.flatMap(({ fixes }) => fixes.slice(1));
  for (const [title, expected] of Object.entries(caught.alternatives ?? {})) {
    const fix = others.find((one) => one.title === title);
    assert.ok(fix, `there is no fix "${title}", but ${others.map((one) => `"${one.title}"`).join(', ') || 'none'}`);
    assert.equal(applyEdits(text, fix.edits), transform(expected));
  }
  if (caught.alternatives)
    assert.deepEqual([...new Set(others.map(({ title }) => title))].sort(), Object.keys(caught.alternatives).sort());
  checkProofs(rule, text, findings, caught);
}

/** A candidate that the engine would not offer is a defect of the rule. Manual fixes have placeholders and are exempt. */
function checkProofs(rule: AnyRule, text: string, findings: readonly Finding[], surroundings: Surroundings): void {
  const again: Reanalyze = (changed, others = []) => run(rule, changed, withOthers(surroundings, others));
  const before = again(text);
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      assert.ok(
        order(fix) <= order({ applicability: rule.meta.fix }),
        `"${fix.title}" is ${fix.applicability}, but the metadata promises at best ${rule.meta.fix}`,
      );
      if (fix.applicability === 'manual') continue;
      const target = before.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint);
      assert.ok(
        target && isProven(text, before, target, fix, again),
        `"${fix.title}" does not remove the finding: ${JSON.stringify(applyEdits(text, fix.edits))}`,
      );
    }
  }
}

/** `none` promises nothing, `safe` the most; every fix of a safe rule may also be of a weaker kind. */
const order = ({ applicability }: { readonly applicability: Fix['applicability'] | 'none' }): number =>
  applicability === 'none' ? -1 : applicability === 'safe' ? 2 : applicability === 'suggested' ? 1 : 0;

function run(rule: AnyRule, text: string, surroundings: Surroundings): Analysis & { readonly damage: number } {
  const path = pathOf(rule.on, surroundings);
  const parsed = parse(path, text);
  assert.ok(parsed, `${path} is not recognised as one of our files`);
  assert.equal(parsed.kind, rule.on);
  const lengths = `${parsed.model.comments.length} ${parsed.model.problems.length}`;
  const result = analyze({ ...parsed, file: snapshot(path, text), env: environment(surroundings, path, parsed) }, [{ rule }]);
  assert.deepEqual(result.failures, []);
  assert.equal(`${parsed.model.comments.length} ${parsed.model.problems.length}`, lengths, 'the rule changed the model');
  return { ...result, findings: [...result.findings].sort(byPlace), damage: parsed.model.problems.length };
}

/** What several rules find together in a Kubernetes file. */
export function findingsOf(rules: readonly AnyRule[], text: string, kubernetesVersion: string): readonly Finding[] {
  const parsed = parse(PATHS.kubernetes, text);
  assert.ok(parsed);
  const input = {
    ...parsed,
    file: snapshot(PATHS.kubernetes, text),
    env: environment({ kubernetesVersion }, PATHS.kubernetes, parsed),
  };
  const { findings, failures } = analyze(
    input,
    rules.map((rule) => ({ rule })),
  );
  assert.deepEqual(failures, []);
  return findings;
}

/** The surroundings after a fix changed other files. */
function withOthers(surroundings: Surroundings, others: readonly OtherFile[]): Surroundings {
  if (others.length === 0) return surroundings;
  const files = { ...surroundings.files };
  for (const other of others)
    files[other.path] = 'create' in other ? other.create : applyEdits(files[other.path] ?? '', other.edits);
  return { ...surroundings, files };
}

/** What the rule may know, its own file included. */
function environment(surroundings: Surroundings, own: string, model: Parsed): Environment {
  const {
    path,
    files = {},
    beside,
    kubernetesVersion = '1.36',
    allowedRegistries = [],
    requiredLabels = {},
    requiredAnnotations = {},
    labels = {},
    strictLabels = false,
    dependencies = {},
    policies = [],
    advisories = NO_ADVISORIES,
    registry = NO_REGISTRY,
  } = surroundings;
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) {
    const parsed = parse(path, text);
    assert.ok(parsed, `${path} is not recognised as one of our files`);
    index.set(path, factsOf(parsed));
  }
  index.set(own, factsOf(model));
  if (beside) index.list([...beside, ...Object.keys(files), ...(path === undefined ? [] : [path])]);
  return {
    advisories,
    registry,
    today: '2026-11-23',
    kubernetesVersion,
    allowedRegistries,
    requiredLabels: new Map(Object.entries(requiredLabels)),
    requiredAnnotations: new Map(Object.entries(requiredAnnotations)),
    labels: new Map(Object.entries(labels)),
    strictLabels,
    dependencies: { ...NO_DEPENDENCY_POLICY, ...dependencies },
    policies,
    workspace: index.view(() => {}),
  };
}

const pathOf = (kind: DocumentKind, { path }: Surroundings): string => path ?? PATHS[kind];
const show = (text: string, { start, end }: Span): string => `${start}–${end} ${JSON.stringify(text.slice(start, end))}`;
const excerpt = (code: string): string => JSON.stringify(code.length > 60 ? `${code.slice(0, 60)}…` : code);
const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
