import { dependencyRule } from '../../engine/rule.ts';
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
    for (const runtime of model.runtimes) {
      const ended = endedRuntime(runtime, model, env.today);
      if (!ended || (runtime.name === 'dotnet' && isForOthers)) continue;
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
        fixes: replaced(file.text, runtime, cycle.cycle, next.cycle),
      };
    }
  },
);

/** Only where a version stands alone: how a range should go on is the author's to say. */
function replaced(text: string, { name, requirement, requirementSpan: span }: Runtime, from: string, to: string): readonly Fix[] {
  if (text.slice(span.start, span.end) !== requirement) return [];
  const match =
    /^(?<before>(?:go|net(?:coreapp)?|v|=|==|\^|~|~>)?\s*)(?<number>\d+(?:\.\d+)*)(?<after>(?:\.(?:x|\*))?|-[a-z][\w.]*)$/i.exec(
      requirement,
    )?.groups;
  const { before = '', number = '', after = '' } = match ?? {};
  // A wrapper's version must be one that exists, and the table knows cycles only.
  const isWhole = number === from || number.startsWith(`${from}.`) || (name === 'java' && number === `1.${from}`);
  if (!match || !isWhole) return [];
  const newText = `${before.replace('coreapp', '')}${to}${number === from ? after : ''}`;
  return [{ title: `Ask for ${newText}`, applicability: 'suggested', edits: [{ span, newText }] }];
}
