import { Environment } from '@marcbachmann/cel-js';
import type { CustomPolicy, Verdict } from '../custom-policy.ts';
import { SEVERITIES } from '../severity.ts';
import { listOf, object, oneOf, placed, type Read, type Shape, text } from './shape.ts';
import { describe } from './value.ts';

/** Longer patterns and expressions are no policy that a person can read. */
const LONGEST = 2000;

const NAME = { regex: /^[\w./-]{1,80}$/, says: 'a short name of letters, digits, dots, slashes and dashes' };
const PATH = {
  regex: /^(?:[^.[\]\s]+(?:\[\])?|\["[^"]+"\])(?:\.(?:[^.[\]\s]+(?:\[\])?)|\["[^"]+"\](?:\[\])?)*$/,
  says: 'a path such as spec.template.spec.containers[].image or metadata.labels["app.kubernetes.io/name"]',
};

/** A text that `make` turns into something; what it cannot read is told where it stands. */
const made = <T>(description: string, what: string, make: (text: string) => T): Shape<T> => ({
  schema: { type: 'string', description },
  read(value, where, report) {
    if (value.kind !== 'scalar' || typeof value.value !== 'string' || value.value.length > LONGEST) {
      report(value.span, `"${where}" must be ${what}, but it is ${describe(value)}.`);
      return undefined;
    }
    try {
      return make(value.value);
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      report(value.span, `"${where}" must be ${what}: ${reason.replace(/\.$/, '')}.`);
      return undefined;
    }
  },
});

const CEL = new Environment({
  unlistedVariablesAreDyn: true,
  enableOptionalTypes: true,
  homogeneousAggregateLiterals: false,
}).registerVariable('object', 'dyn');

/** A CEL expression over `object`, as in a ValidatingAdmissionPolicy (https://kubernetes.io/docs/reference/using-api/cel/). */
function expression(source: string): (object: unknown) => Verdict {
  const evaluate = CEL.parse(source);
  return (value) => {
    try {
      const result: unknown = evaluate({ object: value });
      return typeof result === 'boolean' ? result : { error: 'its expression gives no boolean' };
    } catch (error) {
      return { error: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
    }
  };
}

export const POLICY = placed(
  object(
    {
      name: text('A short name; a later policy of the same name replaces an earlier one.', NAME),
      message: text('What to say where the policy is broken.'),
      severity: oneOf(SEVERITIES, 'How bad it is; medium unless given.'),
      kinds: listOf(
        text('A kind (`Deployment`) or a full one (`apps/v1/Deployment`).'),
        'What it is about; every kind unless given.',
      ),
      path: text('The field it is about; `[]` stands for every item of a list.', PATH),
      must: oneOf(['exist', 'not-exist'], 'Whether the field has to be there, or must not be.'),
      allowed: listOf(text('A value.'), 'The only values that the field may have.'),
      denied: listOf(text('A value.'), 'Values that the field must not have.'),
      pattern: made(
        'A regular expression that the whole value of the field has to match.',
        'a regular expression',
        (source) => new RegExp(`^(?:${source})$`, 'u'),
      ),
      set: text('What the quick fix writes into the field.'),
      expression: made('A CEL expression over `object` that is true for what is right.', 'a CEL expression', expression),
    },
    'A rule of your own about Kubernetes objects.',
    ['name', 'message'],
  ),
);

/** The policy that a configuration describes; undefined, with what is wrong told to `report`, where it demands nothing. */
export function policyFrom(
  { value, span }: Read<typeof POLICY>,
  report: (span: Read<typeof POLICY>['span'], message: string) => void,
): CustomPolicy | undefined {
  const { name, message, severity, kinds = [], path, must, allowed, denied, pattern, set, expression: check } = value;
  if (name === undefined || message === undefined) return undefined;
  const isAboutField = must ?? allowed ?? denied ?? pattern;
  if (isAboutField === undefined && !check) {
    report(span, `The policy "${name}" demands nothing: give it "must", "allowed", "denied", "pattern" or "expression".`);
    return undefined;
  }
  if (isAboutField !== undefined && path === undefined) {
    report(span, `The policy "${name}" needs a "path".`);
    return undefined;
  }
  return { name, message, severity, kinds, path, must, allowed, denied, pattern, set, expression: check };
}
