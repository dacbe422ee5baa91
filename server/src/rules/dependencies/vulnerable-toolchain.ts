import { dependencyRule } from '../../engine/rule.ts';
import type { Advisory } from '../../knowledge/advisory.ts';
import { isAffected, schemeOf, smallestSafeVersion, type DependencyFile, type Runtime } from '../../model/dependencies/index.ts';
import {
  aboutOf,
  provenance,
  advisoriesOf,
  concernOf,
  decisive,
  idsOf,
  inWords,
  withoutRepetitions,
} from './shared/advisories.ts';

/** How Go's vulnerability database calls the standard library and the commands (https://go.dev/doc/security/vuln/database). */
const MODULES = ['stdlib', 'toolchain'];
/** `1.22.3`, `go1.22.3`, `go1.22.3-custom`; a language version without a third number is no toolchain. */
const RELEASE = /^(?:go)?(\d{1,4}\.\d{1,4}\.\d{1,4})(?:-|$)/;

export const vulnerableToolchain = dependencyRule(
  {
    id: 'dependencies/vulnerable-toolchain',
    title: 'Toolchain has known vulnerabilities',
    why: "A Go program contains the standard library of the toolchain that built it, so its vulnerabilities are the program's own. The `toolchain` line, or without it the `go` line, says which release is taken at least. Raise it to the smallest release without known vulnerabilities, and build with that. A `go` line alone is milder: it only admits such a release.",
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      fixable: 'Go {version} is affected by {ids}, {severity}: {what} {safe} is the smallest safe release ({source}, {date}).',
      unfixable: 'Go {version} is affected by {ids}, {severity}: {what} No safe release is known ({source}, {date}).',
    },
    aliases: [],
    references: ['CWE-1395', 'https://go.dev/doc/toolchain'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    const scheme = schemeOf('Go');
    const used = scheme && toolchainOf(model);
    if (!used) return;
    const { runtime, version } = used;
    const known = MODULES.flatMap((name) => advisoriesOf(env.advisories, { ecosystem: 'Go', name }));
    const affecting = withoutRepetitions(
      known.filter((advisory: Advisory) => concernOf(advisory) === 'vulnerability' && isAffected(scheme, version, advisory)),
    );
    const [worst] = affecting;
    if (!worst) return;
    const safe = smallestSafeVersion(scheme, version, decisive(known, 'vulnerability'))?.replace(/^v/, '');
    const data = {
      version,
      ids: idsOf(worst),
      severity: worst.severity,
      what: inWords(affecting),
      ...provenance(env.advisories, worst),
    };
    const rest = {
      span: runtime.requirementSpan,
      key: runtime.name,
      about: aboutOf({ name: 'stdlib', version }, affecting, { safe }),
      severity: runtime.name === 'toolchain' ? ('medium' as const) : ('low' as const),
    };
    if (safe === undefined) {
      yield { message: 'unfixable', data, ...rest };
      return;
    }
    const newText = runtime.requirement.startsWith('go') ? `go${safe}` : safe;
    const isExact = file.text.slice(runtime.requirementSpan.start, runtime.requirementSpan.end) === runtime.requirement;
    yield {
      message: 'fixable',
      data: { ...data, safe },
      ...rest,
      fixes: isExact
        ? [
            {
              title: `Raise the ${runtime.name === 'go' ? 'Go version' : 'toolchain'} to ${newText}`,
              applicability: 'suggested',
              edits: [{ span: runtime.requirementSpan, newText }],
            },
          ]
        : [],
    };
  },
);

/** The line that says which toolchain is taken at least: that with the higher release. */
function toolchainOf({ ecosystem, role, runtimes }: DependencyFile): { runtime: Runtime; version: string } | undefined {
  if (ecosystem !== 'Go' || role !== 'manifest') return undefined;
  const scheme = schemeOf('Go');
  let best: { runtime: Runtime; version: string } | undefined;
  for (const runtime of runtimes) {
    const version = RELEASE.exec(runtime.requirement)?.[1];
    if (version === undefined || (runtime.name !== 'go' && runtime.name !== 'toolchain')) continue;
    if (!best || (scheme?.compare(`v${version}`, `v${best.version}`) ?? 0) >= 0) best = { runtime, version };
  }
  // A `go` line without a third number leaves the release to what is installed, and so does a toolchain that is not the registry's.
  return best;
}
