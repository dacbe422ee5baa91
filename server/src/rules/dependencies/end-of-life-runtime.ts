import { dependencyRule } from '../../engine/rule.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import { firstSafeRelease } from './shared/runtime-advisories.ts';
import { replaced, unlessTaken } from './shared/runtime-fix.ts';
import { endedRuntime } from './shared/runtime-support.ts';

export const endOfLifeRuntime = dependencyRule(
  {
    id: 'dependencies/end-of-life-runtime',
    title: 'Runtime is out of support',
    why: 'The version of the language or tool that the project asks for gets no more security fixes, so every vulnerability found since stays open in all that is built with it. Upgrade to a version that is supported. A range that also admits supported versions is left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ended: '{product} {cycle} has had no security fixes since {end} (table of {date}). Upgrade to {next}.',
    },
    aliases: [],
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    // A library may be built for an old framework beside others, so that everybody can use it; the framework gets no fixes all the same.
    const isForOthers = model.runtimes.some((one) => one.name === 'dotnet' && !endedRuntime(one, model, env.today));
    const taken = new Set(model.runtimes.filter(({ name }) => name === 'dotnet').map(({ requirement }) => requirement));
    // Go builds with the toolchain that is named; the language version beside it may stay low.
    const hasToolchain = model.runtimes.some(({ name }) => name === 'toolchain');
    for (const runtime of model.runtimes) {
      const ended = endedRuntime(runtime, model, env.today);
      if (!ended || (runtime.name === 'go' && hasToolchain)) continue;
      const { cycle, end, next } = ended;
      const { requirementSpan: span, name } = runtime;
      const release = firstSafeRelease(next.id, next.cycle, env.advisories);
      const fixes = replaced(file, model, runtime, cycle.cycle, { line: next.cycle, release });
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
        ...(name === 'dotnet' && isForOthers && { severity: 'low' as const }),
        fixes: name === 'dotnet' ? unlessTaken(file, runtime, fixes, taken) : fixes,
      };
    }
  },
);
