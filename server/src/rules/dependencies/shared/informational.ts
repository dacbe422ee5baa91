import type { Context, RuleMeta } from '../../../engine/rule.ts';
import { dependencyRule } from '../../../engine/rule.ts';
import { aboutOf, provenance, idsInBrackets, type Concern } from './advisories.ts';
import { keyOf, raised } from './fixes.ts';
import { judgements } from './judge.ts';

export const INFORMATIONAL = {
  bad: '{subject} {verdict} ({ids}): {summary}. {advice} ({source}, {date}).',
} as const;

interface Words {
  readonly verdict: string;
  readonly advice: string;
}

type Informational = Exclude<Concern, 'vulnerability' | 'malicious'>;

/** A rule about records that tell no vulnerability, on the packages that the project itself asks for. */
export const informationalRule = (
  meta: Omit<
    RuleMeta<typeof INFORMATIONAL>,
    'messages' | 'severity' | 'confidence' | 'profiles' | 'aliases' | 'since' | 'status'
  >,
  concern: Informational,
  words: Words,
) =>
  dependencyRule(
    {
      ...meta,
      severity: 'low',
      confidence: 'high',
      profiles: ['recommended', 'strict'],
      messages: INFORMATIONAL,
      aliases: [],
      since: '0.2.0',
      status: 'preview',
    },
    (context) => informational(context, meta.fix, concern, words),
  );

/** The findings of such a rule. */
export function* informational(
  context: Context<'dependencies'>,
  fix: RuleMeta['fix'],
  concern: Informational,
  { verdict, advice: otherwise }: Words,
) {
  const { file, model, env } = context;
  for (const { dependency, subject, span, locked, affecting, safe, from } of judgements(context, concern)) {
    const [advisory] = affecting;
    if (dependency.kind === 'transitive' || !advisory) continue;
    const advice = safe === undefined ? otherwise : `${safe} is the smallest version without it`;
    yield {
      message: 'bad' as const,
      data: {
        subject,
        verdict,
        ids: idsInBrackets(advisory),
        summary: advisory.summary,
        advice,
        ...provenance(env.advisories, advisory),
      },
      span,
      key: keyOf(model, dependency),
      about: aboutOf(dependency, affecting, { locked: locked?.version, safe }),
      fixes: fix === 'none' || safe === undefined || model.role === 'lockfile' ? [] : raised(file.text, dependency, safe, from),
      ...(locked && { related: [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }] }),
    };
  }
}
