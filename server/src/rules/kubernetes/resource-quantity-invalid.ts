import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, wholeQuantity } from '../../model/kubernetes/index.ts';
import { replaceScalar, setPath } from '../../model/yaml/index.ts';
import { type Amount, amountsIn, type AmountTables, amountTablesOf } from './support/amount-tables.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isTiny, lacksMilli, lacksUnit, likelyUnit, PAGE } from './support/missing-unit.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isBytes, isExclusive, isWhole, meantQuantity } from './support/quantity-advice.ts';

export const resourceQuantityInvalid = kubernetesRule(
  {
    id: 'kubernetes/resource-quantity-invalid',
    title: 'Amount of a resource that cannot be meant',
    why: 'Kubernetes rejects an amount that it cannot read, that is negative, or whose request exceeds its limit. It accepts `512m` of memory, but `m` means a thousandth, so that is half a byte and the container never starts. Bytes take `Ki`, `Mi`, `Gi` (or `k`, `M`, `G`), CPU takes `m` or nothing.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unreadable:
        '`{value}` is no quantity. Write a number with a suffix that Kubernetes knows, such as `500m`, `128Mi` or `1Gi`.',
      negative: '`{value}` of {owner} is negative. Kubernetes rejects it; write a positive amount.',
      fraction:
        '`{value}` is less than a thousandth of a MiB, because `{suffix}` stands for a fraction of a byte. Write `{meant}`.',
      bytes: '`{value}` has no unit and means bytes. Write `{meant}` if that is what {owner} needs.',
      cores: '`{value}` means {cores} CPUs. Write `{meant}` if thousandths are meant.',
      whole: '`{value}` of `{name}` is not a whole number. Kubernetes rejects it; devices and objects are not divided.',
      exceeds: 'The `{low}` of {owner} say {name} `{value}`, which is more than its `{high}`, `{most}`. Kubernetes rejects that.',
      unequal: '{name} of {owner} cannot be overcommitted, so its request `{value}` must be its limit, `{most}`.',
      unlimited: '{name} of {owner} cannot be overcommitted, so it needs a limit that is its request.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const tables of amountTablesOf(context.model)) {
      const amounts = new Map(tables.tables.map((table) => [table, amountsIn(tables, table)]));
      for (const list of amounts.values()) for (const amount of list.values()) yield* single(context, tables, amount);
      for (const [low, high] of tables.order) {
        for (const amount of amounts.get(low)?.values() ?? [])
          yield* pair(context, tables, [low, high], amount, amounts.get(high)?.get(amount.name));
      }
    }
  }),
);

function* single({ file }: Context<'kubernetes'>, tables: AmountTables, amount: Amount) {
  const { name, table, node, text: value, quantity } = amount;
  const { owner, resource } = tables;
  const place = { span: node.span, key: `${tables.key}/${table}/${name}` };
  const write = (meant: string, applicability: 'safe' | 'suggested' = 'suggested') =>
    fixOf(`Write \`${meant}\``, applicability, replaceScalar(editSource(file, resource), node, meant));
  if (!quantity) {
    const meant = meantQuantity(value, name.endsWith('cpu'));
    yield { message: 'unreadable', data: { value }, ...place, fixes: meant === undefined ? [] : write(meant, 'safe') } as const;
    return;
  }
  const { billionths, suffix } = quantity;
  if (billionths < 0n) yield { message: 'negative', data: { value, owner }, ...place } as const;
  if (billionths <= 0n || table === 'maxLimitRequestRatio') return;
  const withUnit = (unit: string): string => `${value.slice(0, value.length - suffix.length)}${unit}`;
  if (isBytes(name)) {
    const meant = withUnit('Mi');
    if (['m', 'u', 'n'].includes(suffix) && billionths < wholeQuantity(1024))
      yield { message: 'fraction', data: { value, suffix, meant }, ...place, fixes: write(meant) } as const;
    else if (lacksUnit(amount)) {
      const likely = withUnit(likelyUnit(amount));
      const severity = table === 'requests' || billionths >= PAGE ? 'low' : 'medium';
      yield { message: 'bytes', data: { value, owner, meant: likely }, ...place, severity, fixes: write(likely) } as const;
    }
  } else if (tables.isContainer && (lacksMilli(amount) || (name === 'cpu' && billionths >= wholeQuantity(1000)))) {
    const cores = String(billionths / wholeQuantity(1));
    const meant = withUnit('m');
    const severity = billionths >= wholeQuantity(1000) ? 'medium' : 'low';
    yield { message: 'cores', data: { value, cores, meant }, ...place, severity, fixes: write(meant) } as const;
  } else if (isWhole(name) && billionths % wholeQuantity(1) !== 0n)
    yield { message: 'whole', data: { value, name }, ...place } as const;
}

function* pair(
  { file }: Context<'kubernetes'>,
  tables: AmountTables,
  [low, high]: readonly [string, string],
  amount: Amount,
  limit: Amount | undefined,
) {
  const { owner, node: parent, resource } = tables;
  const { name, node, text: value, quantity } = amount;
  const mustBeEqual = tables.isContainer === true && isExclusive(name);
  const place = { span: node.span, key: `${tables.key}/${low}/${name}/${high}` };
  const source = editSource(file, resource);
  if (!limit) {
    if (!mustBeEqual || lookup(parent, high, name).state !== 'absent') return;
    const fixes = fixOf(
      'Set the limit to the request',
      'safe',
      setPath(source, parent, [high, name], file.text.slice(node.span.start, node.span.end)),
    );
    yield { message: 'unlimited', data: { name: `\`${name}\``, owner }, ...place, fixes } as const;
    return;
  }
  // A limit that lacks its unit is told as such, and its request is right.
  if (
    !quantity ||
    !limit.quantity ||
    isTiny(limit) ||
    (tables.isContainer && lacksMilli(amount)) ||
    quantity.billionths === limit.quantity.billionths
  )
    return;
  if (!mustBeEqual && quantity.billionths < limit.quantity.billionths) return;
  const fixes = [
    ...fixOf(`Write \`${limit.text}\` as well`, 'suggested', replaceScalar(source, node, limit.text)),
    ...fixOf(`Raise \`${high}\` to \`${value}\``, 'suggested', replaceScalar(source, limit.node, value)),
  ];
  const data = { owner, value, most: limit.text };
  if (mustBeEqual) yield { message: 'unequal', data: { ...data, name: `\`${name}\`` }, ...place, fixes } as const;
  else yield { message: 'exceeds', data: { ...data, name, low, high }, ...place, fixes } as const;
}
