import { OWN_RULES } from '../engine/own-rules.ts';
import { RuleNames } from '../engine/rule-names.ts';
import { RULES } from '../rules/index.ts';
import { explainRule } from '../service/explain.ts';
import { Failure } from './failure.ts';

export function explain(args: readonly string[]): number {
  const [name, ...others] = args;
  if (name === undefined || others.length > 0) throw new Failure('"explain" takes one rule');
  const rules = [...RULES, ...OWN_RULES];
  const names = new RuleNames(rules);
  const ids = names.select(name);
  if (ids.length === 0) {
    const near = names.nearest(name);
    throw new Failure(`there is no rule "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`);
  }
  process.stdout.write(
    rules
      .filter(({ meta }) => ids.includes(meta.id))
      .map(explainRule)
      .join('\n'),
  );
  return 0;
}
