import type { Context, RuleMeta } from '../../../engine/rule.ts';
import { dependencyRule } from '../../../engine/rule.ts';
import { aboutOf, provenance, idsInBrackets, type Concern } from './advisories.ts';
import { keyOf, raised } from './fixes.ts';
import { judgements } from './judge.ts';

const MESSAGES = {
  bad: '{subject} {verdict} ({ids}): {summary}. {advice} ({source}, {date}).',
} as const;

/** A rule about records that tell no vulnerability, on the packages that the project itself asks for. */
export const informationalRule = (
  meta: Omit<RuleMeta<typeof MESSAGES>, 'messages' | 'severity' | 'confidence' | 'profiles' | 'aliases' | 'since' | 'status'>,
  concern: Exclude<Concern, 'vulnerability' | 'malicious'>,
  words: { readonly verdict: string; readonly advice: string },
) =>
  dependencyRule(
    {
      ...meta,
      severity: 'low',
      confidence: 'high',
      profiles: ['recommended', 'strict'],
      messages: MESSAGES,
      aliases: [],
      since: '0.1.0',
      status: 'stable',
    },
    function* (context: Context<'dependencies'>) {
      const { file, model, env } = context;
      for (const { dependency, subject, span, locked, affecting, safe, from } of judgements(context, concern)) {
        const [advisory] = affecting;
        if (dependency.kind === 'transitive' || !advisory) continue;
        const advice = safe === undefined ? words.advice : `${safe} is the smallest version without it`;
        yield {
          message: 'bad',
          data: {
            subject,
            verdict: words.verdict,
            ids: idsInBrackets(advisory),
            summary: advisory.summary,
            advice,
            ...provenance(env.advisories, advisory),
          },
          span,
          key: keyOf(model, dependency),
          about: aboutOf(dependency, affecting, { locked: locked?.version, safe }),
          fixes:
            meta.fix === 'none' || safe === undefined || model.role === 'lockfile'
              ? []
              : raised(file.text, dependency, safe, from),
          ...(locked && { related: [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }] }),
        };
      }
    },
  );
