import type { Snapshot } from '../../base/snapshot.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { cycleOf, cyclesOf } from '../../knowledge/end-of-life.ts';
import { schemeOf, type DependencyFile, type Runtime } from '../../model/dependencies/index.ts';
import { aboutOf, idsOf, inWords, provenance } from './shared/advisories.ts';
import { judgeRuntime, type RuntimeJudgement } from './shared/runtime-advisories.ts';
import { hasBuildNumber, replaced } from './shared/runtime-fix.ts';

export const vulnerableToolchain = dependencyRule(
  {
    id: 'dependencies/vulnerable-toolchain',
    title: 'Toolchain or runtime has known vulnerabilities',
    why: "A program runs on the language's runtime and contains its standard library, so their vulnerabilities are the program's own. The release that the project names is judged: in a version file, in `engines`, in the `go` and `toolchain` lines. A range is told only where every release of it is affected. Raise it to the smallest safe release that is still supported, and build and run with that. A `go` line alone is milder: it only admits such a release, and one that ends with `.0` says little more than the version of the language.",
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      fixable:
        '{product} {version}{admitted} is affected by {ids}, {severity}: {what} {safe} is the smallest safe release{supported} ({source}, {date}).',
      unfixable:
        '{product} {version}{admitted} is affected by {ids}, {severity}: {what} No safe release is known ({source}, {date}).',
    },
    aliases: [],
    references: ['CWE-1395', 'https://go.dev/doc/toolchain'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    for (const runtime of builtWith(model)) {
      const judged = judgeRuntime(runtime, model, env.advisories, env.today);
      const [worst] = judged?.affecting ?? [];
      if (!judged || !worst) continue;
      const { id, version, affecting, safe, hasEnded } = judged;
      const isMinimum = runtime.name === 'go' && model.format !== 'runtime-version';
      const data = {
        product: cyclesOf(id)[0]?.product ?? runtime.name,
        version,
        admitted: isMinimum ? ', the lowest release that this line admits,' : '',
        ids: idsOf(worst),
        severity: worst.severity,
        what: inWords(affecting),
        ...provenance(env.advisories, worst),
      };
      const rest = {
        span: runtime.requirementSpan,
        key: runtime.name,
        about: aboutOf({ name: id === 'go' ? 'stdlib' : id, version }, affecting, { safe }),
        severity: isMinimum ? (version.endsWith('.0') ? ('info' as const) : ('low' as const)) : ('medium' as const),
      };
      if (safe === undefined) yield { message: 'unfixable', data, ...rest };
      else
        yield {
          message: 'fixable',
          data: { ...data, safe, supported: hasEnded ? ' that is supported' : '' },
          ...rest,
          fixes: model.role === 'lockfile' ? [] : raised(file, model, runtime, { ...judged, safe }),
        };
    }
  },
);

/** Of go.mod the line that says which release is taken at least: that with the higher one. */
function builtWith({ ecosystem, role, runtimes }: DependencyFile): readonly Runtime[] {
  if (ecosystem !== 'Go' || role !== 'manifest') return runtimes;
  const scheme = schemeOf('Go');
  let best: { runtime: Runtime; version: string } | undefined;
  for (const runtime of runtimes) {
    // A `go` line without a third number leaves the release to what is installed, and so does a toolchain that is not the registry's.
    const version = /^(?:go)?(\d{1,4}\.\d{1,4}\.\d{1,4})(?:-|$)/.exec(runtime.requirement)?.[1];
    if (version === undefined) continue;
    if (!best || (scheme?.compare(`v${version}`, `v${best.version}`) ?? 0) >= 0) best = { runtime, version };
  }
  return best ? [best.runtime] : [];
}

/** To another release line as the rule about its end does it, so that both lead to the same; else to the safe release, in the style of what is there. */
function raised(
  file: Snapshot,
  model: DependencyFile,
  runtime: Runtime,
  { id, version, isRange, safe, hasEnded }: RuntimeJudgement & { readonly safe: string },
): readonly Fix[] {
  const { requirement, requirementSpan: span, name } = runtime;
  const [from, to] = [cycleOf(id, isRange ? (/\d[\d.]*/.exec(version)?.[0] ?? '') : version), cycleOf(id, safe)];
  if (hasEnded)
    return from && to
      ? replaced(file, model, runtime, from.cycle, { line: to.cycle, release: safe === to.cycle ? undefined : safe })
      : [];
  if (file.text.slice(span.start, span.end) !== requirement || hasBuildNumber(file.text, span)) return [];
  const isOwnRange = isRange && model.format !== 'runtime-version';
  const newText = isOwnRange
    ? schemeOf(model.ecosystem)?.raise(requirement, safe)
    : `${/^\D*/.exec(requirement)?.[0] ?? ''}${safe}`;
  if (newText === undefined) return [];
  const what = name === 'toolchain' ? 'toolchain' : `${cyclesOf(id)[0]?.product ?? name} version`;
  return [{ title: `Raise the ${what} to ${newText}`, applicability: 'suggested', edits: [{ span, newText }] }];
}
