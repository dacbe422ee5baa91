import { parseArgs } from 'node:util';
import type { RuleMeta } from '../engine/rule.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { RULES } from '../rules/index.ts';
import { defaultOf } from '../service/explain.ts';
import { choice } from './arguments.ts';
import { Failure } from './failure.ts';

/** One rule as `larboard rules --format json` prints it. */
const jsonRule = ({ meta }: { readonly meta: RuleMeta }) => ({
  id: meta.id,
  family: meta.id.slice(0, meta.id.indexOf('/')),
  title: meta.title,
  severity: meta.severity,
  confidence: meta.confidence,
  default: defaultOf(meta),
  profiles: [...meta.profiles, 'all'],
  aliases: meta.aliases,
  references: meta.references,
  fixable: meta.fix !== 'none',
  fix: meta.fix,
  status: meta.status,
  since: meta.since,
});

export function listRules(args: readonly string[]): number {
  const format = formatOf(args);
  const rules = [...RULES, ...OWN_RULES].map(jsonRule);
  if (format === 'json') process.stdout.write(`${JSON.stringify(rules, undefined, 2)}\n`);
  else {
    const column = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, severity, fix, default: standard, title } of rules) {
      process.stdout.write(
        `${id.padEnd(column)}  ${severity.padEnd(8)}  ${standard === 'on' ? '   ' : 'off'}  ${(fix === 'none' ? '' : fix).padEnd(9)}  ${title}\n`,
      );
    }
  }
  return 0;
}

function formatOf(args: readonly string[]): 'text' | 'json' {
  try {
    const { values } = parseArgs({ args: [...args], options: { format: { type: 'string', short: 'f' } } });
    return choice('--format', values.format, ['text', 'json']) ?? 'text';
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`"rules" takes only --format text or json`);
  }
}
