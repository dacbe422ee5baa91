import type { Messages, RuleMeta } from './rule.ts';

/** What is said about one of the engine's own findings; shaped like a rule's metadata, so that lists, docs and hovers treat them alike. */
const own = <const M extends Messages>(meta: Omit<RuleMeta<M>, Usual> & Partial<Pick<RuleMeta<M>, Usual>>): RuleMeta<M> => ({
  aliases: [],
  references: [],
  confidence: 'high',
  profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis', 'upgrade'],
  since: '0.1.0',
  status: 'stable',
  ...meta,
});

/** What is the same for most of them. */
type Usual = 'aliases' | 'references' | 'since' | 'status' | 'confidence' | 'profiles';

export const CONFIG_INVALID = own({
  id: 'larboard/config-invalid',
  title: 'Mistake in the configuration',
  why: 'A setting that is misspelt or of the wrong kind has no effect, so a policy that people rely on would silently not hold. The rest of the file still counts.',
  severity: 'high',
  fix: 'none',
  messages: { mistake: '{mistake}' },
});

export const SUPPRESSION_INVALID = own({
  id: 'larboard/suppression-invalid',
  title: 'Suppression has no effect',
  why: 'A suppression that names no rule, or one that the configuration locks, keeps nothing quiet. Write `larboard-ignore <rule>: <reason>`; the rule is a finding’s code.',
  severity: 'low',
  fix: 'suggested',
  messages: {
    unknown: 'There is no rule "{name}", so this suppression has no effect.',
    near: 'There is no rule "{name}", so this suppression has no effect. Did you mean "{near}"?',
    date: 'There is no day "{until}", so this suppression would never end. Write it as YYYY-MM-DD.',
    empty: 'This suppression names no rule. Write `larboard-ignore <rule>: <reason>`.',
    container: 'There is no container "{container}" here, so this suppression has no effect.',
    locked: 'The configuration locks {rules}, so this suppression has no effect.',
  },
});

export const SUPPRESSION_EXPIRED = own({
  id: 'larboard/suppression-expired',
  title: 'Suppression has expired',
  why: 'The problem was accepted until a day that has passed, so its findings are shown again. Solve it, or accept it anew with a later day.',
  severity: 'low',
  fix: 'none',
  messages: { expired: 'This suppression ended on {until}, and its findings are shown again.' },
});

export const SUPPRESSION_WITHOUT_REASON = own({
  id: 'larboard/suppression-without-reason',
  title: 'Suppression gives no reason',
  why: 'Whoever reads it later cannot tell an accepted risk from a forgotten one. Write the reason behind a colon.',
  severity: 'info',
  fix: 'none',
  messages: { missing: 'This suppression gives no reason. Write it behind a colon: `larboard-ignore <rule>: <reason>`.' },
});

export const SUPPRESSION_UNUSED = own({
  id: 'larboard/suppression-unused',
  title: 'Suppression is not needed',
  why: 'Nothing here has the problem that it keeps quiet, so it would only hide the next one. Delete it.',
  severity: 'info',
  fix: 'suggested',
  tags: ['unnecessary'],
  messages: { unused: 'No finding of {rules} is here to suppress.' },
});

/** A policy about comments of Dockerfiles, ours and peers'. It is the engine's own because only the engine knows which of them were used. */
export const SUPPRESSION_NOT_ALLOWED = own({
  id: 'dockerfile/suppression-not-allowed',
  title: 'Suppression comment in a Dockerfile',
  why: 'Each suppression comment hides a finding from whoever checks the image, also when a central check must not be weakened by those who are checked. A team that turns this policy on wants none of them without need: delete those that keep nothing quiet, give a reason for the others, and let the configuration hold what is accepted for good.',
  severity: 'medium',
  profiles: [],
  aliases: ['hadolint:DL1001', 'tally:require-reason', 'tally:unused'],
  fix: 'safe',
  since: '0.2.0',
  status: 'preview',
  messages: {
    used: 'The policy does not allow suppression comments. Solve the problem, or accept it in the configuration.',
    reason:
      'The policy does not allow suppression comments, and this one gives no reason. Solve the problem, or accept it in the configuration.',
    unused: 'This suppression comment keeps nothing quiet. Delete it.',
    foreign: 'This suppression comment keeps nothing quiet here. Delete it, unless {tool} itself still needs it.',
  },
});

/** Findings of the engine itself; they are listed with the rules, but no rule file stands behind them. */
export const OWN_RULES: readonly { readonly meta: RuleMeta }[] = [
  CONFIG_INVALID,
  SUPPRESSION_INVALID,
  SUPPRESSION_EXPIRED,
  SUPPRESSION_WITHOUT_REASON,
  SUPPRESSION_UNUSED,
  SUPPRESSION_NOT_ALLOWED,
].map((meta) => ({ meta: meta }));
