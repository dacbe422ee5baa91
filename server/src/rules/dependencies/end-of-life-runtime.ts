import { dependencyRule } from '../../engine/rule.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Fix } from '../../engine/fix.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import type { Runtime } from '../../model/dependencies/index.ts';
import { endedRuntime } from './shared/runtime-support.ts';

export const endOfLifeRuntime = dependencyRule(
  {
    id: 'dependencies/end-of-life-runtime',
    title: 'Runtime is out of support',
    why: 'The version of the language or tool that the project asks for gets no more security fixes, so every vulnerability found since stays open in all that is built with it. Go to a version that is supported. A range that also admits supported versions is left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ended: '{product} {cycle} has had no security fixes since {end} (table of {date}). Go to {next}.',
    },
    aliases: [],
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    // A library is built for old frameworks as well, so that everybody can use it.
    const isForOthers = model.runtimes.some((one) => one.name === 'dotnet' && !endedRuntime(one, model, env.today));
    // Go builds with the toolchain that is named; the language version beside it may stay low.
    const hasToolchain = model.runtimes.some(({ name }) => name === 'toolchain');
    for (const runtime of model.runtimes) {
      const ended = endedRuntime(runtime, model, env.today);
      if (!ended || (runtime.name === 'dotnet' && isForOthers) || (runtime.name === 'go' && hasToolchain)) continue;
      const { cycle, end, next } = ended;
      const { requirementSpan: span, name } = runtime;
      yield {
        message: 'ended',
        data: {
          product: cycle.product,
          cycle: cycle.cycle,
          end,
          date: END_OF_LIFE_TABLE_DATE,
          next: `${next.product} ${next.cycle}`,
        },
        span,
        key: `runtime/${name}`,
        fixes: replaced(file, runtime, cycle.cycle, next.cycle),
      };
    }
  },
);

/** Their version is part of an address, or has to be one that exists; the table knows cycles only. */
const NAMES_A_RELEASE = /^(?:gradle|maven|dotnet-sdk)$/;
/** Tools that take no shorter version: a person has to fill in the rest. */
const WANTS_A_RELEASE = /(?:^|\/)(?:\.ruby-version|\.tool-versions|\.sdkmanrc|runtime\.txt)$/;
const GEMFILE = /(?:^|\/)(?:Gemfile[^/]*|gems\.rb|[^/]+\.gemfile)$/;

/** Only where a version stands alone: how a range should go on is the author's to say. */
function replaced(
  { text, path }: Snapshot,
  { name, requirement, requirementSpan: span }: Runtime,
  from: string,
  to: string,
): readonly Fix[] {
  if (text.slice(span.start, span.end) !== requirement || NAMES_A_RELEASE.test(name)) return [];
  const match =
    /^(?<before>(?:go|net(?:coreapp)?|v|=|==|\^|~|~>)?\s*)(?<number>\d+(?:\.\d+)*)(?<after>(?:\.(?:x|\*))?|-[a-z][\w.]*)$/i.exec(
      requirement,
    )?.groups;
  const { before = '', number = '', after = '' } = match ?? {};
  const isWhole = number === from || number.startsWith(`${from}.`) || (name === 'java' && number === `1.${from}`);
  if (!match || !isWhole) return [];
  const newText = /^(?:go|toolchain)$/.test(name)
    ? `${before}${to}.0`
    : // For Bundler a bare version is that one alone.
      name === 'ruby' && GEMFILE.test(path) && before === ''
      ? `~> ${to}.0`
      : `${before.replace('coreapp', '')}${to}${number === from ? after : ''}`;
  const applicability = WANTS_A_RELEASE.test(path) ? 'manual' : 'suggested';
  return [{ title: `Ask for ${newText}`, applicability, edits: [{ span, newText }] }];
}
